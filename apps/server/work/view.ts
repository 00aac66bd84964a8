import type { z } from '@hono/zod-openapi';
import { readStaff, type Staff } from '#business/identity/staff.store.ts';
import { readWork } from '#business/remediation/work.store.ts';
import type { Note } from '#business/remediation/work.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import type { NoteView, WorkView } from './schemas.ts';

/** Returns who works on what at a customer, and its notes, newest first. */
export async function workView(tx: Tx, customer: string): Promise<z.infer<typeof WorkView>> {
  const { assigned, notes } = await readWork(tx, customer);
  const staff = await readStaff(tx);
  return {
    assigned: assigned.map((one) => ({
      ...one,
      name: staff.find(({ id }) => id === one.staff)?.name ?? null,
    })),
    notes: await Promise.all([...notes].reverse().map((note) => noteView(tx, note, staff))),
  };
}

async function noteView(tx: Tx, note: Note, staff: readonly Staff[]): Promise<z.infer<typeof NoteView>> {
  const texts = note.texts.map(async ({ document, by, at }) => ({
    text: (await readDocument(tx, document)) ?? null,
    by: staff.find(({ id }) => id === by)?.name ?? by,
    at: formatInstant(at),
  }));
  return { id: note.id, finding: note.finding, erased: note.erased, texts: await Promise.all(texts) };
}
