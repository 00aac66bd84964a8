import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type Tx, withScope } from '#platform/database/scope.ts';
import { fromMilliseconds } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { eraseDocument, readDocument, writeDocument } from './documents.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

const now = fromMilliseconds(Date.UTC(2026, 0, 1));
const inScope = <T>(work: (tx: Tx) => Promise<T>) =>
  withScope(db.app, { customers: ['acme'], actor: 'a' }, work);
const write = (text: string) => inScope((tx) => writeDocument(tx, 'acme', text));
const read = (id: string) => inScope((tx) => readDocument(tx, id));
const row = async (id: string) =>
  (await db.admin.query('SELECT * FROM document WHERE id = $1', [id])).rows[0];

test('a text can be read again, and its digest checked by anyone who has the salt', async () => {
  const { id, digest } = await write('Ärger mit «Zahlen»');
  expect(await read(id)).toBe('Ärger mit «Zahlen»');
  const { salt, content } = await row(id);
  expect(createHash('sha256').update(Buffer.from(salt, 'hex')).update(content, 'utf8').digest('hex')).toBe(
    digest,
  );
});

test('the same text twice has two digests: nobody can tell by them that it is the same', async () => {
  expect((await write('yes')).digest).not.toBe((await write('yes')).digest);
});

test('erasing removes text and salt, keeps the digest, and happens once', async () => {
  const { id, digest } = await write('a name');
  expect(await inScope((tx) => eraseDocument(tx, id, now))).toBe(true);
  expect(await inScope((tx) => eraseDocument(tx, id, now))).toBe(false);
  expect(await read(id)).toBeUndefined();
  expect(await row(id)).toMatchObject({ digest, salt: null, content: null, erased_at: now });
});

test('an altered text is found out', async () => {
  const { id } = await write('12 seats');
  await db.admin.query("UPDATE document SET content = '13 seats' WHERE id = $1", [id]);
  await expect(read(id)).rejects.toThrow('was altered');
});
