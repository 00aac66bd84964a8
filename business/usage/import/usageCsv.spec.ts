import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { type UsageCsvOptions, usageCsv } from './usageCsv.ts';

const options: UsageCsvOptions = { ...usual, source: 'billing', zone: 'Europe/Berlin', fields: {} };
const decode = (text: string, more: Partial<UsageCsvOptions> = {}, size?: number) =>
  everything(usageCsv(chunks(text, size), { ...options, ...more }));

describe('a row', () => {
  it('is what its columns say, under the names that are given or usual', async () => {
    const fields = {
      time: 'Begin',
      until: 'Finish',
      who: 'Person',
      feature: 'Module',
      quantity: 'Seats',
      id: 'No',
    };
    const text =
      'No,Begin,Finish,Person,Module,Seats,Team\n7,2026-03-01 08:00,2026-03-01T09:00:30Z,ann,solver,2.50,red\n';
    const { records, rejections } = await decode(text, { fields, kind: 'held' });
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        source: 'billing',
        id: '7',
        kind: 'held',
        feature: 'solver',
        at: instant('2026-03-01T07:00:00Z'),
        until: instant('2026-03-01T09:00:30Z'),
        quantity: '2.5',
        who: 'ann',
        series: null,
        attributes: { Team: 'red' },
      },
    ]);
    const usualNames = await decode('id;time;until;user;feature;count\n7;2026-03-01;;ann;solver;2\n');
    expect(usualNames.records).toMatchObject([
      { id: '7', kind: 'occurrence', at: instant('2026-02-28T23:00:00Z'), who: 'ann', quantity: '2' },
    ]);
  });

  it('of a level is in the series of its feature and person, where no other is named', async () => {
    const { records } = await decode('date,product,value\n2026-03-01,seats,10\n2026-03-02,seats,12\n', {
      kind: 'level',
    });
    expect(records.map(({ quantity }) => quantity)).toEqual(['10', '12']);
    expect(new Set(records.map(({ series }) => series)).size).toBe(1);
  });

  it('has the attributes that are named, else all that nothing else is made of', async () => {
    const text = 'time,user,team,site,note\n2026-03-01,ann,red,,x\n';
    const attributes = async (fields: object) =>
      (await decode(text, { feature: 'f', fields })).records[0]!.attributes;
    expect(await attributes({})).toEqual({ team: 'red', note: 'x' });
    expect(await attributes({ attributes: 'team, site' })).toEqual({ team: 'red' });
  });

  it.each([
    ['2026-03-29 02:30', '2026-03-29T01:30:00Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00Z'],
    ['2026-03-01T08:00:00.123456', '2026-03-01T07:00:00.123456Z'],
    ['2026-03-01T08:00:00-05:00', '2026-03-01T13:00:00Z'],
  ])('at %s is at %s', async (time, expected) => {
    const { records } = await decode(`time\n${time}\n`, {
      feature: 'f',
      receivedAt: instant('2027-01-01T00:00:00Z'),
    });
    expect(records).toMatchObject([{ at: instant(expected) }]);
  });
});

describe('an id that we make', () => {
  const rows = 'time,user\n2026-03-01,ann\n2026-03-01,ann\n2026-03-02,ann\n';
  const ids = async (text: string) => (await decode(text, { feature: 'f' })).records.map(({ id }) => id);

  it('tells equal rows of one time apart, and is the same when they come again', async () => {
    expect(new Set(await ids(rows)).size).toBe(3);
    expect(await ids(rows)).toEqual(await ids(rows.replaceAll(',', ';')));
  });

  it('names nobody', async () => {
    expect((await ids('time,user\n2026-03-01,ann.archer\n')).join()).not.toContain('archer');
  });
});

it('a file is the same whatever the pieces it comes in, and each row is accounted for', async () => {
  const text = 'time,user\n2026-03-01,änne\n\n2026-03-01,bob,x\n2026-03-02,"carl ""c"""\n';
  const whole = await decode(text, { feature: 'f' });
  for (const size of [1, 7, 50]) expect(await decode(text, { feature: 'f' }, size)).toEqual(whole);
  expect(whole.tally).toEqual({ entries: 5, accepted: 2, rejected: 1, blank: 1, other: 1 });
  expect(whole.records[1]).toMatchObject({ who: 'carl "c"' });
});

it('a long file comes in batches', async () => {
  const text = function* () {
    yield new TextEncoder().encode('time,user,id\n');
    for (let i = 0; i < 300; i += 1)
      yield new TextEncoder().encode(
        Array.from({ length: 100 }, (_, k) => `2026-03-01,u${k},${i}-${k}\n`).join(''),
      );
  };
  let most = 0;
  let records = 0;
  for await (const batch of usageCsv(text(), { ...options, feature: 'f' })) {
    most = Math.max(most, batch.records.length);
    records += batch.records.length;
  }
  expect([records, most]).toEqual([30_000, 5000]);
});
