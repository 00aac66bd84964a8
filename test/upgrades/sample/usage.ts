/** A file of usage: whose, with which query, and what it holds. */
export type UsageFile = { readonly customer: string; readonly query: string; readonly body: string };

const firstNames = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Usage of many formats: a line that is none, contents that differ, use nobody has priced, a server that is down. */
export const usage: readonly UsageFile[] = [
  roster('2026-09-01', people(6)),
  roster('2026-10-01', people(8)),
  roster('2026-11-20', [...people(9), 'last.nine', 'svc-backup']),
  {
    customer: 'birch',
    query: 'format=cloudevents&file=calls.ndjson',
    body: [
      call('sep', '2026-09-10', 600),
      call('sep-test', '2026-09-11', 80, { environment: 'test' }),
      call('sep-abroad', '2026-09-12', 20, { territory: 'US' }),
      call('oct', '2026-10-10', 1300),
      call('nov', '2026-11-05', 700),
      ...['twice', 'thrice'].flatMap((id) => [1, 2].map((quantity) => call(id, '2026-11-02', quantity))),
      call('beta', '2026-11-02', 1, {}, 'beacon.beta'),
      '{"specversion":"0.9"}',
      '',
    ].join('\n'),
  },
  {
    customer: 'cedar',
    query: 'format=lmstat&source=flexlm&zone=America/New_York&file=lmstat.txt',
    body: [
      status('Thu 9/10/2026', 4),
      status('Wed 10/14/2026', 3),
      status('Wed 11/11/2026', 5),
      'lmutil - Copyright (c) 1989-2024 Flexera. All Rights Reserved.',
      'Flexible License Manager status on Sat 11/21/2026 14:00',
      '',
      'Error getting status: Cannot connect to license server (-15,570)',
      '',
    ].join('\n'),
  },
  {
    customer: 'dogwood',
    query: 'format=declaration&file=declaration.yaml',
    body: `goodterms: declaration/1
declaredBy: kim@dogwood.example
declaredOn: 2026-06-02
zone: UTC
lines:
  - { feature: employees, from: 2026-06-01, until: 2027-06-01, quantity: 300, evidence: HR export 7 }
`,
  },
];

/** A table of servers by its own columns, for the import that is looked at first; one row is none. */
export const servers = `When,Server,Cores,processor,environment,site
2026-06-02 08:00,meter-1,8,x86,production,north
2026-06-02 08:00,meter-2,8,x86,production,south
2026-06-02 08:00,spare-1,8,x86,standby,lab
2026-08-02 08:00,edge-1,8,arm,production,south
2026-10-02 08:00,edge-2,six,arm,production,south
`;

/** How its columns are read. */
export const serverColumns = {
  source: 'inventory',
  zone: 'UTC',
  kind: 'level',
  feature: 'server_core',
  fields: JSON.stringify({ time: 'When', series: 'Server', quantity: 'Cores' }),
};

/** The event of one day with so many calls; `more` are further attributes. */
export function call(id: string, day: string, quantity: number, more = {}, type = 'beacon.call'): string {
  const data = { quantity, territory: 'DE', ...more };
  const time = `${day}T12:00:00Z`;
  return JSON.stringify({ specversion: '1.0', id, source: 'gateway', type, time, data });
}

function people(count: number): string[] {
  return firstNames.slice(0, count).map((name) => `${name}.last`);
}

function roster(day: string, names: readonly string[]): UsageFile {
  const body = ['email,role', ...names.map((name) => `${name}@alder.example,member`), ''].join('\n');
  const query = `format=roster&source=directory&roster=atlas&feature=atlas.seat&at=${day}T06:00:00Z&file=seats-${day}.csv`;
  return { customer: 'alder', query, body };
}

/** What `lmstat -a` printed at two in the afternoon of a day such as `Wed 11/11/2026`. */
function status(day: string, inUse: number): string {
  const began = day.replace(/\/\d{4}$/, '');
  const lines = Array.from(
    { length: inUse },
    (_, n) => `    user${n} ws-${n} /dev/tty (v12.4) (license01/27000 ${1000 + n}), start ${began} 8:1${n}`,
  );
  return [
    'lmutil - Copyright (c) 1989-2024 Flexera. All Rights Reserved.',
    `Flexible License Manager status on ${day} 14:00`,
    '',
    'License server status: 27000@license01',
    '',
    'license01: license server UP (MASTER) v11.19',
    '',
    'Vendor daemon status (on license01):',
    '',
    '    meridian: UP v11.19',
    'Feature usage info:',
    '',
    `Users of forge_cad:  (Total of 3 licenses issued;  Total of ${inUse} licenses in use)`,
    '',
    '  "forge_cad" v12.4, vendor: meridian',
    '  floating license',
    '',
    ...lines,
    '',
  ].join('\n');
}
