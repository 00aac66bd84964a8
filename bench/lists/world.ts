import type { Client } from 'pg';
import type { makeApp } from '#apps/server/app.ts';
import { agreement, catalog, customers, eventsOf, heavy, templates } from './papers.ts';

type Json = Record<string, unknown>;
export type Send = (method: string, path: string, body?: Json | string, headers?: Json) => Promise<never>;

/** Returns how to ask the server without a network in between; what it refuses is an error. */
export function sender(app: ReturnType<typeof makeApp>): Send {
  return async (method, path, body, headers = {}) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
    const answer = await app.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: { host: 'localhost', ...type, ...headers } as Record<string, string>,
        ...(text === undefined ? {} : { body: text }),
      }),
    );
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
    return JSON.parse(said) as never;
  };
}

/** Papers, use and work of the customers that are copied, by the public importers and commands. */
export async function writeTemplates(send: Send, settle: () => Promise<void>): Promise<void> {
  const yaml = { 'content-type': 'application/yaml' };
  const all = [...templates.map(({ id }) => id), heavy];
  await send('POST', '/v1/imports/catalog', catalog(), yaml);
  await send('POST', '/v1/imports/customers', customers(), yaml);
  await send('POST', '/v1/imports/agreements', all.map(agreement).join('---\n'), yaml);
  for (let n = 0; n < 60; n += 1) {
    const person = { name: `Person ${n}`, email: `person${n}@vendor.example`, role: 'license-manager' };
    await send('POST', '/v1/team', person);
  }
  const outcome = { severity: 'high', sequence: 1, owner: null, dueDays: 14 };
  await send('PUT', '/v1/triage', { rows: [{ tests: {}, outcome }] }, { 'if-match': '"0"' });
  for (const [n, customer] of all.entries())
    for (const lines of eventsOf(customer, n))
      await send('POST', `/v1/customers/${customer}/usage?format=cloudevents`, `${lines}\n`, {
        'content-type': 'application/x-ndjson',
      });
  await settle();
  await work(send);
  await settle();
}

/** Flags, notes, assignments, decisions, quotes, saved filters. */
async function work(send: Send): Promise<void> {
  const ids = templates.map(({ id }) => id);
  const { items } = (await send('GET', '/v1/team')) as { items: { id: string }[] };
  await send('POST', `/v1/customers/${ids[4]}/flags`, {
    kind: 'do-not-contact',
    reason: 'They asked us to.',
  });
  for (const id of ids.slice(0, 4)) {
    await send('POST', `/v1/customers/${id}/notes`, {
      finding: null,
      text: 'Called Priya; she looks into it.',
    });
    const place = { agreement: `AG-${id}`, clause: 'seats-0', group: '[]' };
    await send('POST', `/v1/customers/${id}/assignments`, { ...place, staff: items[3]!.id });
    const more = { agreement: `AG-${id}`, clause: 'seats-0', units: '5' };
    await send('POST', `/v1/customers/${id}/quotes`, more);
  }
}

/** What belongs to no customer, and would take an hour by the commands: imports of papers, partners, messages. */
export async function writeVendorRows(admin: Client, count: number): Promise<void> {
  await admin.query(`
    INSERT INTO paper_import (kind, file_name, file_digest, settings, status, digest, counts, received_at, received_by, applied_at)
      SELECT 'customers', 'customers-' || n || '.csv', md5(n::text), '{"map": {}, "remembered": false}', 'applied', 'd',
        '{"new": 40, "changed": 2, "unchanged": 0, "refused": 0, "unknown": {}}', timestamptz '2026-01-01' + n * interval '1 hour',
        'bench', timestamptz '2026-01-02' FROM generate_series(1, 500) AS n;
    INSERT INTO paper_import_row (import_id, line, name, subject, outcome, before, after, problems)
      SELECT 500, n, 'Customer ' || n, 'cu-' || n, (ARRAY['new', 'changed'])[1 + n % 2], NULL, '{"name": "x", "size": "small"}', '[]'
      FROM generate_series(1, ${count}) AS n;
    INSERT INTO partner (id, body, recorded_at)
      SELECT 'partner-' || n, jsonb_build_object('id', 'partner-' || n, 'name', 'Reseller ' || n, 'contact',
        jsonb_build_object('name', 'Robin Vale', 'email', 'robin@partner-' || n || '.example', 'role', 'Sales')), timestamptz '2026-01-01'
      FROM generate_series(0, 299) AS n;
    INSERT INTO partner_customer SELECT id, 'partner-' || (row_number() OVER ()) % 300, true, false FROM customer_directory;
    INSERT INTO saved_filter SELECT '*', gen_random_uuid(), 'Filter ' || n, (ARRAY['status=beyond', 'words=kestrel', 'flag=none&product=atlas', 'severity=high', 'owner=nobody', 'segment=retail'])[1 + n % 6], 1, timestamptz '2026-01-01'
      FROM generate_series(1, 30) AS n;
    INSERT INTO alert_delivery (customer_id, alert, version, recipient, status, next_at, recorded_at, sent_at)
      SELECT customer_id, id, 1, r, CASE WHEN r = 'owner' THEN 'sent' ELSE 'held' END, timestamptz '2026-11-01',
        timestamptz '2026-11-01', NULL
      FROM stream_state, unnest(ARRAY['contact', 'owner']) AS r WHERE lifecycle = 'alert';
    ANALYZE`);
}
