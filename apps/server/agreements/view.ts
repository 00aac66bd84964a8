import type { z } from '@hono/zod-openapi';
import type { Agreement } from '#business/agreements/agreement.ts';
import {
  afterCommands,
  editCommands,
  type PaperChange,
  paperChanges,
} from '#business/agreements/agreementEdit.ts';
import type { AgreementFile } from '#business/agreements/agreementFile.ts';
import { agreementText } from '#business/agreements/agreementText.ts';
import { agreementToForm } from '#business/agreements/agreementToForm.ts';
import { termsChanges } from '#business/agreements/termsChanges.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { type Result, success } from '#platform/problem.ts';
import type { Standing } from './edit.ts';
import type { AgreementDocument, AgreementEntry, AgreementPreview } from './schemas.ts';

/** Returns the agreements of a customer, in order of their ids. */
export async function agreementEntries(tx: Tx, customer: string): Promise<z.infer<typeof AgreementEntry>[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('customer_id', '=', customer)
    .where('lifecycle', '=', 'agreement')
    .orderBy('id')
    .execute();
  return rows.map(({ state, version }) => {
    const { id, title, from, until, zone, currency, clauses } = (state as unknown as Agreement).texts.at(
      -1,
    )!.signed;
    const term = { from: formatInstant(from), until: formatInstant(until) };
    return { id, title, ...term, zone, currency, clauses: clauses.length, version };
  });
}

/** Returns an agreement as it is edited. */
export function documentView({ agreement, version }: Standing): z.infer<typeof AgreementDocument> {
  const { id, customer } = agreement.texts.at(-1)!.signed;
  return {
    ...{ id, customer, version },
    text: agreementText(agreement),
    form: agreementToForm(agreement),
    revoked: agreement.variations.flatMap((one) =>
      one.revoked ? [{ id: one.id, at: formatInstant(one.revoked.at) }] : [],
    ),
    withdrawn: agreement.amendments.flatMap((one) =>
      one.withdrawn ? [{ id: one.id, at: formatInstant(one.withdrawn.recordedAt) }] : [],
    ),
  };
}

/** Returns what saving a text would do, or why it would be refused. */
export function previewView(
  file: AgreementFile,
  known: Standing | undefined,
  now: Instant,
): Result<z.infer<typeof AgreementPreview>> {
  const before = known?.agreement ?? null;
  const commands = editCommands(file, before, now);
  if (!commands.ok) return commands;
  const after = afterCommands(commands.value, before);
  if (!after.ok) return after;
  const is = after.value!;
  const papers = paperChanges(before, is).map(changeWords);
  return success({
    same: papers.length === 0,
    zone: is.texts.at(-1)!.signed.zone,
    papers,
    terms: termsChanges(before, is, now).map(({ from, until, ...change }) => ({
      ...change,
      from: formatInstant(from),
      until: formatInstant(until),
    })),
    notes: file.notes.map((note) => ({ type: `/docs/problems#${note.code}`, status: 200, ...note })),
  });
}

function changeWords({ what, of }: PaperChange): string {
  switch (what) {
    case 'recorded':
      return `The agreement ${of} is recorded for the first time.`;
    case 'corrected':
      return 'The signed text is corrected, as if it had been written so from the beginning. What we said before stays in the history.';
    case 'amended':
      return `The amendment ${of} is recorded: something both sides signed since.`;
    case 'withdrawn':
      return `The amendment ${of} is withdrawn, as recorded by mistake.`;
    case 'varied':
      return `The variation ${of} is recorded.`;
    case 'clauseNew':
      return `The clause ${of} is new.`;
    case 'clauseGone':
      return `The clause ${of} is gone. Nothing is counted for it any more.`;
    case 'clauseCounts':
      return `The clause ${of} reads or counts otherwise than before.`;
    case 'duties':
      return 'What the customer owes by a date changes.';
  }
}
