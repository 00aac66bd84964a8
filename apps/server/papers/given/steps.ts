import { expect } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../../given/papers.ts';
import { type Running, running } from '../../given/running.ts';
import type { ImportView, RowView } from '../schemas.ts';

/** The steps of an import over HTTP, each failing the test where the answer has another status. */
export type Steps = Awaited<ReturnType<typeof paperSteps>>;

/** Starts a server that knows northwind with an agreement and fabrikam without one. */
export async function paperSteps() {
  const app: Running = await running(at('2026-06-15T10:00:00Z'));
  await app.take('catalog', catalog());
  await app.take('customers', customers(['northwind', 'fabrikam']));
  await app.take('agreements', agreement('northwind'));
  await app.settle();

  async function send<T = ImportView>(
    method: string,
    path: string,
    body?: string | Uint8Array,
    status = 200,
  ): Promise<T> {
    const headers =
      typeof body === 'string' && body.startsWith('{') ? { 'content-type': 'application/json' } : {};
    const answer = await app.send(method, path, body as string, headers);
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
    return answer.body as T;
  }
  const upload = (kind: string, file: string | Uint8Array) =>
    send('POST', `/v1/paper-imports?kind=${kind}&file=list.csv`, file, 201);
  const preview = ({ id }: { id: number }) => send('POST', `/v1/paper-imports/${id}/preview`);
  const apply = ({ id, digest }: ImportView, rows = 'all', status = 200) =>
    send('POST', `/v1/paper-imports/${id}/apply`, JSON.stringify({ digest, rows }), status);
  const undo = <T>({ id }: { id: number }, leaveChanged = false, status = 200) =>
    send<T>('POST', `/v1/paper-imports/${id}/undo`, JSON.stringify({ leaveChanged }), status);
  const rowsOf = async ({ id }: { id: number }, query = '') =>
    (await send<{ items: RowView[] }>('GET', `/v1/paper-imports/${id}/rows?${query}`)).items;
  const bringIn = async (kind: string, file: string | Uint8Array) =>
    apply(await preview(await upload(kind, file)));
  const known = async (sql: string) => (await app.db.admin.query(sql)).rows;
  const customerBody = async (id: string) =>
    (await known(`SELECT body FROM goodterms.customer WHERE customer_id = '${id}'`))[0]?.body;
  return { app, send, upload, preview, apply, undo, rowsOf, bringIn, known, customerBody };
}
