import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';

const json = { 'content-type': 'application/json' };
let server: Running;
beforeAll(async () => {
  server = await running(at('2026-07-10'));
  await server.take('catalog', catalog());
  await server.take('customers', customers(['northwind', 'fabrikam']));
});
afterAll(async () => {
  await server.stop();
  expect(server.failed).toEqual([]);
});

const path = '/v1/customers/northwind/agreements';
const one = `${path}/AG-northwind`;
const post = (to: string, body: object, headers = {}) =>
  server.send('POST', to, JSON.stringify(body), { ...json, ...headers });
const put = (text: string, version: number | null) =>
  server.send('PUT', one, JSON.stringify({ text }), {
    ...json,
    ...(version === null ? {} : { 'if-match': `"${version}"` }),
  });
const read = async () =>
  (await server.send('GET', one)).body as { text: string; form: Form; version: number };
type Form = { orderLines: { quantity: string }[]; [key: string]: unknown };
const permit = `variations:
  - { id: EX-1, kind: permit, clause: calls, add: 20, from: 2026-08-01, until: 2026-09-01, decidedOn: 2026-07-10, reason: A release. }
`;

test('an agreement is previewed, created, and read again as text and as form', async () => {
  const text = agreement('northwind');
  expect(await post(`${path}/preview`, { text })).toMatchObject({
    status: 200,
    body: {
      same: false,
      papers: ['The agreement AG-northwind is recorded for the first time.'],
      terms: [{ clause: 'calls', from: '2026-01-01T00:00:00Z', before: null, after: '100' }],
    },
  });
  expect(await server.send('GET', one)).toMatchObject({ status: 404 });
  expect(await post(path, { text })).toMatchObject({ status: 201, body: { version: 1 } });
  expect(await post(path, { text })).toMatchObject({ status: 422, body: { code: 'agreement_id_taken' } });
  const known = await read();
  expect(known.text).toContain('quantity: 100');
  expect(known.form.orderLines[0]).toMatchObject({ quantity: '100' });
  expect(await server.send('GET', path)).toMatchObject({
    body: { items: [{ id: 'AG-northwind', version: 1 }] },
  });
});

test('what is read may be saved as it is and changes nothing, as text and as form', async () => {
  const { text, form, version } = await read();
  for (const same of [text, JSON.stringify(form)]) {
    expect(await post(`${path}/preview`, { text: same, agreement: 'AG-northwind' })).toMatchObject({
      body: { same: true, papers: [], terms: [] },
    });
    expect(await put(same, version)).toMatchObject({ status: 200, body: { version } });
  }
});

test('an amendment, a permit and a correction each say what they change, and from when', async () => {
  const { text, version } = await read();
  const raised = `${text}amendments:
  - id: AM-1
    signedOn: 2026-07-01
    from: 2026-10-01
    changes: [{ replaceQuantity: { orderLine: OL-1, quantity: 150 } }]
${permit}`;
  expect(await post(`${path}/preview`, { text: raised, agreement: 'AG-northwind' })).toMatchObject({
    body: {
      papers: [expect.stringContaining('amendment AM-1'), expect.stringContaining('variation EX-1')],
      terms: [
        { from: '2026-08-01T00:00:00Z', until: '2026-09-01T00:00:00Z', before: '100', after: '120' },
        { from: '2026-10-01T00:00:00Z', until: '2027-01-01T00:00:00Z', before: '100', after: '150' },
      ],
    },
  });
  expect(await put(raised, version)).toMatchObject({ status: 200 });
  await server.settle();
  const page = await server.page('northwind');
  expect(page.agreements[0]?.amendments).toHaveLength(1);

  const now = await read();
  const corrected = now.text.replace('quantity: 100', 'quantity: 110');
  const { body } = await post(`${path}/preview`, { text: corrected, agreement: 'AG-northwind' });
  expect((body as { papers: string[] }).papers[0]).toContain('corrected');
});

test('who saves from an older version is refused, and nothing is lost or written', async () => {
  const { text, version } = await read();
  expect(await put(text.replace('Beacon for', 'Beacon at'), version)).toMatchObject({ status: 200 });
  expect(await put(text.replace('Beacon for', 'Beacon of'), version)).toMatchObject({
    status: 412,
    body: { code: 'version_conflict' },
  });
  expect(await put(text, null)).toMatchObject({ status: 428 });
  expect((await read()).text).toContain('Beacon at');
});

test('an amendment taken out is withdrawn; a variation taken out is refused, revoking it ends it', async () => {
  const { text, form, version } = await read();
  const { variations: _, ...without } = form;
  expect(await put(JSON.stringify(without), version)).toMatchObject({ body: { code: 'variation_removed' } });
  const { amendments: __, ...bare } = form;
  expect(await put(JSON.stringify(bare), version)).toMatchObject({
    status: 200,
    body: { withdrawn: [{ id: 'AM-1' }] },
  });
  const now = await read();
  const revoke = (body: object, seen = now.version) =>
    post(`${one}/variations/EX-1/revoke`, body, { 'if-match': `"${seen}"` });
  expect(await revoke({ at: '2026-01-01T00:00:00Z' })).toMatchObject({ body: { code: 'reaches_back' } });
  expect(await revoke({}, version)).toMatchObject({ status: 412 });
  expect(await revoke({})).toMatchObject({ status: 200, body: { revoked: [{ id: 'EX-1' }] } });
  expect(await put(text, now.version)).toMatchObject({ status: 412 });
});

test('a text that cannot be taken is told line by line, and of another agreement or customer refused', async () => {
  const { text, version } = await read();
  expect(await put(text.replace('quantity: 100', 'quantity: many'), version)).toMatchObject({
    status: 422,
    body: { code: 'number_form', line: expect.any(Number), pointer: '/orderLines/0/quantity' },
  });
  for (const [from, to] of [
    ['id: AG-northwind', 'id: AG-2'],
    ['customer: northwind', 'customer: fabrikam'],
  ] as const)
    expect(await put(text.replace(from, to), version)).toMatchObject({ body: { code: 'identity_changed' } });
  expect(await put(`${text}---\n${agreement('northwind')}`, version)).toMatchObject({ status: 422 });
  expect(await server.send('GET', '/v1/customers/fabrikam/agreements/AG-northwind')).toMatchObject({
    status: 404,
  });
  expect(await server.send('GET', '/v1/customers/nobody/agreements')).toMatchObject({ status: 404 });
  await post('/v1/customers/nobody/agreements', { text: agreement('nobody') }).then((answer) =>
    expect(answer.status).toBe(404),
  );
});
