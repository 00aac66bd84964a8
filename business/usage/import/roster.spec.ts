import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { type RosterOptions, roster } from './roster.ts';

const asOf = instant('2026-03-31T22:00:00Z');
const options: RosterOptions = { ...usual, source: 'directory', roster: 'seats', feature: 'seat', asOf };
const decode = (text: string, more: Partial<RosterOptions> = {}, size?: number) =>
  everything(roster(chunks(text, size), { ...options, ...more }));
const users = async (text: string) => (await decode(text)).records.flatMap(({ who }) => who ?? []);

describe('a roster', () => {
  it('is one snapshot with a member per user', async () => {
    const { records, totals, tally } = await decode('user,team\nann,red\nbob,\n');
    const common = { source: 'directory', feature: 'seat', at: asOf, until: null, series: 'seats' };
    expect(records).toMatchObject([
      { ...common, kind: 'member', who: 'ann', quantity: '1', attributes: { team: 'red' } },
      { ...common, kind: 'member', who: 'bob', quantity: '1', attributes: {} },
      { ...common, kind: 'snapshot', who: null, quantity: '2' },
    ]);
    expect(totals).toMatchObject([{ inUse: 2, lines: 2, agrees: true }]);
    expect(tally).toEqual({ entries: 3, accepted: 2, rejected: 0, blank: 0, other: 1 });
  });

  it.each([
    ['a byte order mark', '\uFEFFuser\nann\nbob\n'],
    ['semicolons', 'team;User\nred;ann\nred;bob\n'],
    ['tabs', 'team\tuser\tsite, floor\nred\tann\ta,b\nred\tbob\tc\n'],
    ['quotes, and the delimiter in them', '"a;b;c",user\n"x,y",ann\n"1\n2","bob"\n'],
    ['CRLF and no last line end', 'user,team\r\nann,a\r\nbob,b'],
    ['line ends of both kinds', 'user,team\r\nann,a\nbob,b\r\n'],
    ['spaces around', ' user , team \n ann , a \n bob , b \n'],
    ['blank lines', 'user\n\nann\n\nbob\n\n'],
    ['a login', 'name,login\nAnn,ann\nBob,bob\n'],
    ['an e-mail address', 'name,email\nAnn,ann\nBob,bob\n'],
  ])('may have %s', async (_, text) => {
    expect(await users(text)).toEqual(['ann', 'bob']);
    expect(await decode(text, {}, 1)).toEqual(await decode(text));
  });

  it('counts a user once who stands there twice, and says so', async () => {
    const { records, notes, totals } = await decode('user\nann\nbob\nann\n');
    expect(records.map(({ who }) => who)).toEqual(['ann', 'bob', null]);
    expect(notes).toMatchObject([{ code: 'duplicate-user', line: 4 }]);
    expect(totals).toMatchObject([{ inUse: 3, lines: 3, agrees: true }]);
  });

  it('says that its rows disagree with its members where one was refused', async () => {
    const { totals, rejections } = await decode('user,team\nann,red\n,blue\n');
    expect(rejections).toMatchObject([{ line: 3, code: 'user-missing' }]);
    expect(totals).toMatchObject([{ inUse: 2, lines: 1, agrees: false }]);
  });

  it('without rows says that nobody has a seat only where that is meant', async () => {
    expect((await decode('user\n')).fault).toMatchObject({ code: 'roster-empty' });
    const { fault, records } = await decode('user\n', { allowEmpty: true });
    expect({ fault, records }).toMatchObject({ fault: null, records: [{ kind: 'snapshot', quantity: '0' }] });
  });

  it('gives the same ids whatever the file, and other ones at another time', async () => {
    const ids = async (text: string, more = {}) =>
      (await decode(text, more)).records.map(({ id }) => id).sort();
    expect(await ids('user\nbob\nann\n')).toEqual(await ids('login;team\nann;x\nbob;y\n'));
    expect(await ids('user\nann\n', { asOf: instant('2026-03-30T22:00:00Z') })).not.toEqual(
      await ids('user\nann\n'),
    );
  });

  it('is in conflict with another list for the same moment', async () => {
    const snapshot = async (text: string) => (await decode(text)).records.at(-1)!;
    const [one, same, other] = await Promise.all(
      ['user\na\nb\n', 'user\nb\na\n', 'user\na\nc\n'].map(snapshot),
    );
    expect([same!.digest === one!.digest, other!.digest === one!.digest]).toEqual([true, false]);
    expect(other!.id).toBe(one!.id);
  });

  it('names the list in every member, so that members of two lists are different records', async () => {
    const ofTwo = await Promise.all([decode('user,members\na,x\nb,\n'), decode('user\na\nc\n')]);
    const [one, other] = ofTwo.map(({ records }) => records);
    for (const list of [one!, other!])
      expect(new Set(list.map(({ attributes }) => attributes.members)).size).toBe(1);
    expect(new Set([...one!, ...other!].map(({ id }) => id)).size).toBe(5);
  });

  it('of many rows comes in several batches', async () => {
    const text = `user\n${Array.from({ length: 12_000 }, (_, i) => `u${i}\n`).join('')}`;
    const { records, tally } = await decode(text);
    expect([records.length, tally.accepted]).toEqual([12_001, 12_000]);
  });

  it('names nobody in ids and series', async () => {
    const { records } = await decode('user\nann.archer\n');
    expect(JSON.stringify(records.map(({ id, series }) => [id, series]))).not.toContain('archer');
  });
});
