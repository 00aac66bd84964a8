import { describe, expect, it, test } from 'vitest';
import type { CalendarDate, Instant } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { decideAgreement } from './agreement.decide.ts';
import { agreementDecider, evolveAgreement } from './agreement.evolve.ts';
import { agreementOf, day, orderLine, signed } from './agreement.fixture.ts';
import type { Agreement } from './agreement.ts';
import { effectiveTerms } from './effectiveTerms.ts';
import { type LineTargets, lineCommands, refusalOf } from './orderLineChanges.ts';
import { linesOf, orderLineFromFields, orderLineToFields } from './orderLineFields.ts';

const now = day('2026-06-15');
const june = '2026-06-01' as CalendarDate;
const target = (id: string, quantity: string, signedOn: CalendarDate = signed.signedOn) =>
  [id, { line: orderLine(id, quantity), signedOn }] as const;
const commandsFor = (agreement: Agreement, targets: LineTargets, tag = 'I') =>
  lineCommands(agreement, targets, { now, newId: (n) => `${tag}-${n}` });

function brought(agreement: Agreement, targets: LineTargets, tag = 'I'): Agreement {
  return commandsFor(agreement, targets, tag).reduce((state, command) => {
    const decided = decideAgreement(command, state);
    if ('refused' in decided) throw new Error(decided.refused.words);
    return decided.events.reduce((one, event) => evolveAgreement(one, event)!, state);
  }, agreement);
}
const lines = (agreement: Agreement) =>
  linesOf(agreement).map(({ line, signedOn }) => `${line.id} ${line.quantity} ${signedOn}`);
const limit = (agreement: Agreement, at: Instant = day('2026-07-01')) => {
  const terms = effectiveTerms(agreement, { at, knownAt: now }).clauses.get('seats');
  return terms?.kind === 'capacity' ? terms.limit : undefined;
};

describe('lines of a table become commands', () => {
  it('of the day of signing: one correction of the text', () => {
    const targets = new Map([target('OL-1', '90'), target('OL-2', '20')]);
    expect(commandsFor(agreementOf(), targets).map(({ kind }) => kind)).toEqual(['correct']);
    expect(lines(brought(agreementOf(), targets))).toEqual(['OL-1 90 2025-12-15', 'OL-2 20 2025-12-15']);
  });

  it('signed later: one amendment a day, in force from its first line on', () => {
    const targets = new Map([
      target('OL-2', '20', june),
      target('OL-3', '5', june),
      target('OL-4', '1', '2026-06-02' as CalendarDate),
    ]);
    const commands = commandsFor(agreementOf(), targets);
    expect(commands).toMatchObject([
      { kind: 'amend', amendment: { id: 'I-1', signedOn: june, from: signed.from, changes: [{}, {}] } },
      { kind: 'amend', amendment: { id: 'I-2', signedOn: '2026-06-02' } },
    ]);
    expect(limit(brought(agreementOf(), targets))).toBe('126');
  });

  it('known already: none', () => {
    const [known] = agreementOf().texts;
    const targets: LineTargets = new Map([
      ['OL-1', { line: known!.signed.orderLines[0]!, signedOn: signed.signedOn }],
    ]);
    expect(commandsFor(agreementOf(), targets)).toEqual([]);
  });

  it('changed where they came by an amendment: it is taken back and recorded anew, and what was known then stays', () => {
    const amended = brought(agreementOf(), new Map([target('OL-2', '20', june), target('OL-3', '5', june)]));
    const changes: LineTargets = new Map([target('OL-2', '30', june)]);
    expect(commandsFor(amended, changes, 'J').map(({ kind }) => kind)).toEqual(['withdraw', 'amend']);
    const changed = brought(amended, changes, 'J');
    expect(lines(changed)).toEqual(['OL-1 100 2025-12-15', 'OL-2 30 2026-06-01', 'OL-3 5 2026-06-01']);
    expect(limit(changed)).toBe('135');
    expect(changed.amendments.map(({ id, withdrawn }) => [id, withdrawn !== undefined])).toEqual([
      ['I-1', true],
      ['J-1', false],
    ]);
  });

  it('taken out: the text is corrected, an amendment of nothing else is taken back', () => {
    const both = brought(agreementOf(), new Map([target('OL-2', '20', june), target('OL-5', '7')]));
    const without = brought(
      both,
      new Map([
        ['OL-2', null],
        ['OL-5', null],
      ]),
      'U',
    );
    expect(lines(without)).toEqual(['OL-1 100 2025-12-15']);
    expect(limit(without)).toBe('100');
    expect(without.amendments).toHaveLength(1);
  });

  it('what the agreement would contradict is told before anything happens', () => {
    const targets = new Map([
      ['OL-2', { line: orderLine('OL-2', '1', { clause: 'nowhere' }), signedOn: june }],
    ]);
    expect(refusalOf(agreementOf(), commandsFor(agreementOf(), targets))?.code).toBe('contradiction');
  });
});

describe('a line as texts', () => {
  const zoned = agreementOf({ texts: [{ signed: { ...signed, zone: 'Europe/Berlin' }, recordedAt: now }] });

  test('and back is the same line, whatever the zone and the moment', () => {
    const odd = {
      ...orderLine('OL-1', '0.5', { edition: 'pro' }),
      from: (signed.from + 3_600_000_001) as Instant,
    };
    const place = { line: odd, signedOn: signed.signedOn, of: null };
    const text = zoned.texts[0]!.signed;
    expect(orderLineFromFields(orderLineToFields(place, text), zoned, june)).toEqual({
      ok: true,
      value: { line: odd, signedOn: signed.signedOn },
    });
  });

  test('has the days of the agreement where it names none, and today as its day of signing unless the agreement has no lines', () => {
    const fields = {
      agreement: 'AG-1',
      id: 'OL-9',
      clause: 'seats',
      product: 'atlas',
      quantity: '5',
      source: 'PO 9',
    };
    expect(orderLineFromFields(fields, agreementOf(), june)).toMatchObject({
      value: { line: { from: signed.from, until: signed.until }, signedOn: june },
    });
    const bare = agreementOf({ texts: [{ signed: { ...signed, orderLines: [] }, recordedAt: now }] });
    expect(orderLineFromFields(fields, bare, june)).toMatchObject({ value: { signedOn: signed.signedOn } });
  });

  test.each([
    [{ clause: 'nowhere' }, 'clause_unknown', '/clause'],
    [{ clause: 'calls' }, 'order_line_idle', '/clause'],
    [{ until: '2028-01-01' }, 'outside_term', '/until'],
    [{ from: '2026-03-01', until: '2026-02-01' }, 'interval_empty', '/until'],
    [{ quantity: '-1' }, 'number_negative', '/quantity'],
    [{ quantity: '' }, 'field_missing', '/quantity'],
    [{ signedOn: '2025-12-14' }, 'signed_before', '/signedOn'],
  ])('%o is refused as %s at %s', (differs, code, pointer) => {
    const fields = {
      agreement: 'AG-1',
      id: 'OL-9',
      clause: 'seats',
      product: 'atlas',
      quantity: '5',
      source: 'PO 9',
      ...differs,
    };
    expect(orderLineFromFields(fields, agreementOf(), june)).toMatchObject({
      ok: false,
      problems: [{ code, pointer }],
    });
  });
});

test('an agreement folded from its events has no field that old states lack', () => {
  const state = fold(agreementDecider, [
    { kind: 'recorded', signed, recordedAt: now },
    {
      kind: 'amended',
      amendment: { id: 'AM-1', signedOn: june, from: day('2026-06-01'), changes: [], recordedAt: now },
    },
  ]);
  expect(Object.keys(state!.amendments[0]!)).not.toContain('withdrawn');
});
