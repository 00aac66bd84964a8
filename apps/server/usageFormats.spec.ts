import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { catalog, customers } from './given/papers.ts';
import { type Running, running } from './given/running.ts';
import type { ImportReport, ProblemView } from './pages.ts';

let server: Running;

beforeAll(async () => {
  server = await running(at('2026-04-10T00:00:00Z'));
  await server.take('catalog', catalog());
  await server.take('customers', customers(['larkfield']));
}, 120_000);
afterAll(() => server.stop());

const path = (query: string) => `/v1/customers/larkfield/usage?${query}`;
const told = (query: string, body: string, type = 'text/plain') =>
  server.send('POST', path(query), body, { 'content-type': type });

const nano = String(BigInt(Date.parse('2026-03-03T09:00:00Z')) * 1_000_000n);
const gauge = JSON.stringify({
  resourceMetrics: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'api' } }] },
      scopeMetrics: [
        { metrics: [{ name: 'seats', gauge: { dataPoints: [{ timeUnixNano: nano, asInt: '7' }] } }] },
      ],
    },
  ],
});

const files: readonly (readonly [
  format: string,
  query: string,
  body: string,
  taken: number,
  type?: string,
])[] = [
  [
    'rlmstat',
    'source=lic2&zone=UTC',
    'rlmutil v14.2\n    Todays Statistics (02:30:00), init time: Tue Mar  3 07:00:00 2026\n    acme license usage status on lic2 (port 5054)\n    solver v2.0: ann@ws1 1/0 at 03/03 08:00  (handle: 4a)\n',
    1,
    'text/plain',
  ],
  [
    'flexdebug',
    'source=lic1&zone=UTC',
    ' 8:00:00 (lmgrd) TIMESTAMP 3/3/2026\n 9:00:00 (acmed) OUT: "solver" ann@ws1\n 9:30:00 (acmed) IN: "solver" ann@ws1\n',
    1,
    'text/plain',
  ],
  [
    'rlmreport',
    'source=lic2b&zone=UTC',
    'RLM Report Log Format 1, version 12.2\nISV: acme, RLM version 12.2 BL2\nSTART lic2 03/03/2026 08:00\nOUT solver 2.0 ann ws1 "" 1 4a 0 09:00\nIN 1 1 4a 09:30\n',
    1,
    'text/plain',
  ],
  [
    'sentinel',
    'source=lic3',
    '2 0 MTI1 Tue Mar 03 09:00:00 2026  1772528400 solver v2.0 2 0 1800 ann ws1 9.6 1 - MA== 7 OTM1\n',
    1,
    'text/plain',
  ],
  [
    'csv',
    `source=billing&feature=call&fields=${encodeURIComponent('{"time":"Day","who":"Person"}')}&format=csv`,
    'Day,Person\n2026-03-01,ann\n2026-03-02,bob\n',
    2,
    'text/csv',
  ],
  ['csv', 'source=billing2', 'time,feature\n2026-03-01T10:00:00Z,call\n', 1, 'text/csv'],
  ['otlp', '', gauge, 1, 'application/json'],
  [
    'declaration',
    '',
    'goodterms: declaration/1\ndeclaredBy: ann.archer@larkfield.example\ndeclaredOn: 2026-04-02\nlines:\n  - { feature: seat, from: 2026-01-01, until: 2026-04-01, quantity: 120 }\n',
    2,
    'application/yaml',
  ],
  ['roster', 'source=hr&roster=seats&feature=seat&at=2026-03-31T06:00:00Z', 'user\nann\n', 2, 'text/csv'],
];

const cases = files.map(([format, query, body, taken, type]) => ({ format, query, body, taken, type }));

test.each(cases)(
  '$format is told by its content, and taken once',
  async ({ format, query, body, taken, type }) => {
    const first = await told(query, body, type);
    expect(first).toMatchObject({
      status: 200,
      body: { format, accepted: taken, rejected: 0, conflicts: 0 },
    });
    const again: ImportReport = (await told(query, body, type)).body;
    expect(again).toMatchObject({ accepted: 0, duplicates: taken });
  },
);

test('an option that is missing or cannot be understood is told by its name', async () => {
  const { status, body } = await told('format=flexdebug&zone=UTC&grouping=every', 'x');
  expect(status).toBe(422);
  expect((body as { problems?: ProblemView[] }).problems ?? [body]).toMatchObject([
    { code: 'option_missing', pointer: '/source' },
    { code: 'option_invalid', pointer: '/grouping' },
  ]);
});

test('a file that is cut off leaves nothing behind', async () => {
  const { status, body } = await told(
    'source=lic9&zone=UTC',
    ' 8:00:00 (lmgrd) TIMESTAMP 3/3/2026\n 9:00:00 (acmed) OUT: "cut" ann@ws1\n 9:30:00 (acm',
  );
  expect({ status, body }).toMatchObject({ status: 422, body: { code: 'truncated', line: 3 } });
  const { rows } = await server.db.admin.query(
    `SELECT count(*)::int AS n FROM goodterms.usage_record WHERE feature = 'cut'`,
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test('the person who declared is personal data: erased with it, and in no id', async () => {
  const named = await server.db.admin.query(
    `SELECT count(*)::int AS n FROM goodterms.usage_record
     WHERE (id || coalesce(series, '') || attributes::text) LIKE '%archer%'`,
  );
  const kept = await server.db.admin.query(
    `SELECT count(*)::int AS n FROM goodterms.identity WHERE value LIKE 'ann.archer@%'`,
  );
  expect([named.rows, kept.rows]).toEqual([[{ n: 0 }], [{ n: 1 }]]);
});
