import { describe, expect, it, test } from 'vitest';
import { latest } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { asJson } from '#platform/journal/json.ts';
import { can } from './agreement.can.ts';
import { agreementDecider } from './agreement.evolve.ts';
import { day, forbearance, orderLine, permit, signed } from './agreement.fixture.ts';
import type { AgreementCommand, AgreementEvent } from './agreement.lifecycle.ts';
import { type AgreementRefusal, agreementRefusals } from './agreement.refusals.ts';
import { type FiledAmendment, type FiledVariation, toAgreement } from './agreementFile.ts';
import { effectiveTerms } from './effectiveTerms.ts';

const now = day('2026-06-15');
const recorded: AgreementEvent = { kind: 'recorded', signed, recordedAt: day('2025-12-15') };

const amendment: FiledAmendment = {
  id: 'AM-1',
  signedOn: signed.signedOn,
  from: day('2026-06-01'),
  changes: [{ kind: 'addOrderLine', orderLine: orderLine('OL-2', '20', { from: day('2026-06-01') }) }],
};
const amended: AgreementEvent = { kind: 'amended', amendment: { ...amendment, recordedAt: now } };

const withdrawn: AgreementEvent = { kind: 'withdrawn', amendment: 'AM-1', recordedAt: now };
const ends: AgreementEvent = {
  kind: 'amended',
  amendment: {
    id: 'AM-2',
    signedOn: signed.signedOn,
    from: day('2026-08-01'),
    changes: [{ kind: 'endOrderLine', orderLine: 'OL-2' }],
    recordedAt: now,
  },
};

const granted = permit('EX-1', { kind: 'add', quantity: '20' });
const { recordedAt: _, revoked: __, ...variation } = granted;
const varied: AgreementEvent = { kind: 'varied', variation: { ...granted, recordedAt: now } };
const paused = forbearance('GR-1');
const { recordedAt: ___, revoked: ____, ...pause } = paused;
const revoked: AgreementEvent = {
  kind: 'revoked',
  variation: 'EX-1',
  at: day('2026-07-01'),
  recordedAt: now,
};

const corrected = { ...signed, title: 'Atlas for Northwind Laboratories' };
const file = { signed, amendments: [amendment], variations: [variation, pause] as FiledVariation[] };

type Then = readonly AgreementEvent[] | AgreementRefusal;

function check(given: readonly AgreementEvent[], when: AgreementCommand, then: Then): void {
  const decided = agreementDecider.decide(when, fold(agreementDecider, given));
  if (typeof then === 'string') expect(decided).toMatchObject({ refused: { code: then } });
  else expect(decided).toEqual({ events: then });
}

type Row = [rule: string, given: AgreementEvent[], when: AgreementCommand, then: Then];

const rows: Row[] = [
  [
    'the first text is recorded',
    [],
    { kind: 'record', now, signed },
    [{ kind: 'recorded', signed, recordedAt: now }],
  ],
  ['only once', [recorded], { kind: 'record', now, signed }, 'not_possible_now'],
  [
    'a text that contradicts itself is not recorded',
    [],
    { kind: 'record', now, signed: { ...signed, until: signed.from } },
    'contradiction',
  ],
  [
    'a correction records the text anew',
    [recorded],
    { kind: 'correct', now, signed: corrected },
    [{ kind: 'corrected', signed: corrected, recordedAt: now }],
  ],
  ['unless nothing changed', [recorded], { kind: 'correct', now, signed }, 'nothing_changed'],
  [
    'or it is another agreement',
    [recorded],
    { kind: 'correct', now, signed: { ...signed, id: 'AG-2' } },
    'identity_changed',
  ],
  [
    'or it takes away what later changes stand on',
    [recorded, varied],
    { kind: 'correct', now, signed: { ...signed, clauses: signed.clauses.slice(1), orderLines: [] } },
    'contradiction',
  ],
  ['an amendment is recorded now', [recorded], { kind: 'amend', now, amendment }, [amended]],
  ['its id is its own', [recorded, amended], { kind: 'amend', now, amendment }, 'id_taken'],
  [
    'and it changes only what is there',
    [recorded],
    {
      kind: 'amend',
      now,
      amendment: { ...amendment, changes: [{ kind: 'endOrderLine', orderLine: 'OL-9' }] },
    },
    'contradiction',
  ],
  ['a variation is recorded now', [recorded], { kind: 'vary', now, variation }, [varied]],
  ['its id is its own too', [recorded, varied], { kind: 'vary', now, variation }, 'id_taken'],
  [
    'it reaches back only where it says so',
    [recorded],
    { kind: 'vary', now, variation: { ...variation, decidedAt: day('2026-06-10') } },
    'contradiction',
  ],
  [
    'a revocation ends it from some time on',
    [recorded, varied],
    { kind: 'revoke', now, variation: 'EX-1', at: day('2026-07-01') },
    [revoked],
  ],
  [
    'it may end now',
    [recorded, varied],
    { kind: 'revoke', now, variation: 'EX-1', at: now },
    [{ ...revoked, at: now }],
  ],
  [
    'but never before',
    [recorded, varied],
    { kind: 'revoke', now, variation: 'EX-1', at: day('2026-06-14') },
    'reaches_back',
  ],
  [
    'nor twice',
    [recorded, varied, revoked],
    { kind: 'revoke', now, variation: 'EX-1', at: day('2026-08-01') },
    'revoked_already',
  ],
  [
    'nor after its end',
    [recorded, varied],
    { kind: 'revoke', now, variation: 'EX-1', at: day('2026-09-01') },
    'ended_already',
  ],
  [
    'nor what is not there',
    [recorded],
    { kind: 'revoke', now, variation: 'EX-9', at: now },
    'variation_unknown',
  ],
  [
    'a file brings all it has',
    [],
    { kind: 'importFile', now, file },
    [
      { kind: 'recorded', signed, recordedAt: now },
      amended,
      varied,
      { kind: 'varied', variation: { ...paused, recordedAt: now } },
    ],
  ],
  [
    'or only what is missing',
    [recorded, varied],
    { kind: 'importFile', now, file },
    [amended, { kind: 'varied', variation: { ...paused, recordedAt: now } }],
  ],
  [
    'a text that differs becomes a correction',
    [recorded, amended],
    { kind: 'importFile', now, file: { ...file, signed: corrected, variations: [] } },
    [{ kind: 'corrected', signed: corrected, recordedAt: now }],
  ],
  [
    'what a file does not mention stays',
    [recorded, amended, varied, revoked],
    { kind: 'importFile', now, file: { ...file, amendments: [], variations: [] } },
    [],
  ],
  [
    'a variation that was revoked is not brought back',
    [recorded, varied, revoked],
    { kind: 'importFile', now, file: { ...file, amendments: [], variations: [variation] } },
    [],
  ],
  [
    'a variation never changes',
    [recorded, varied],
    { kind: 'importFile', now, file: { ...file, variations: [{ ...variation, reason: 'Another.' }] } },
    'variation_changed',
  ],
  [
    'nor does an amendment',
    [recorded, amended],
    { kind: 'importFile', now, file: { ...file, amendments: [{ ...amendment, from: day('2026-07-01') }] } },
    'amendment_changed',
  ],
  [
    'an amendment recorded by mistake is taken back',
    [recorded, amended],
    { kind: 'withdraw', now, amendment: amendment.id },
    [{ kind: 'withdrawn', amendment: amendment.id, recordedAt: now }],
  ],
  [
    'one that is not there is not',
    [recorded],
    { kind: 'withdraw', now, amendment: 'AM-9' },
    'amendment_unknown',
  ],
  [
    'nor one a second time',
    [recorded, amended, withdrawn],
    { kind: 'withdraw', now, amendment: amendment.id },
    'amendment_withdrawn',
  ],
  [
    'and its id is not taken again',
    [recorded, amended, withdrawn],
    { kind: 'importFile', now, file: { ...file, variations: [] } },
    'amendment_withdrawn',
  ],
  [
    'nor is it where a later amendment builds on it',
    [recorded, amended, ends],
    { kind: 'withdraw', now, amendment: 'AM-1' },
    'contradiction',
  ],
  [
    'a file of another customer is refused',
    [recorded],
    { kind: 'importFile', now, file: { ...file, signed: { ...signed, customer: 'fabrikam' as never } } },
    'identity_changed',
  ],
];

describe('an agreement', () => {
  test.each(rows)('%s', (_rule, given, when, then) => check(given, when, then));

  it('every refusal has its rule above, and every command its row in the table', () => {
    const refused = new Set(rows.map(([, , , then]) => then).filter((then) => typeof then === 'string'));
    expect([...refused].sort()).toEqual(Object.keys(agreementRefusals).sort());
    expect(new Set(rows.map(([, , { kind }]) => kind))).toEqual(new Set(Object.keys(can)));
  });

  it('can do before its text is recorded what the table says', () => {
    const commands = rows.map(([, , when]) => when).filter(({ kind }) => can[kind].unknown !== true);
    for (const when of commands) check([], when, 'not_possible_now');
    expect(new Set(commands.map(({ kind }) => kind))).toEqual(
      new Set(['correct', 'amend', 'withdraw', 'vary', 'revoke']),
    );
  });

  it('takes a file a second time without any event, whatever the journal did to the order of keys', () => {
    const first = agreementDecider.decide({ kind: 'importFile', now, file }, null);
    const events = 'events' in first ? first.events : [];
    const state = JSON.parse(JSON.stringify(fold(agreementDecider, events)), (_key, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(agreementDecider.decide({ kind: 'importFile', now: latest, file }, state)).toEqual({ events: [] });
  });

  it('says after an import what the file alone says, from then on', () => {
    const first = agreementDecider.decide({ kind: 'importFile', now, file }, null);
    const state = fold(agreementDecider, 'events' in first ? first.events : [])!;
    const alone = toAgreement({ ...file, notes: [] }, now);
    for (const at of [day('2026-02-01'), day('2026-06-15'), day('2026-10-01')]) {
      expect(effectiveTerms(state, { at, knownAt: now })).toEqual(
        effectiveTerms(alone, { at, knownAt: now }),
      );
      expect(effectiveTerms(state, { at, knownAt: day('2026-06-14') }).clauses.size).toBe(0);
    }
  });

  it('allows after a withdrawal what it allowed before the amendment, and still knows what it knew', () => {
    const later = day('2026-06-20');
    const state = fold(agreementDecider, [recorded, amended, { ...withdrawn, recordedAt: later }])!;
    const limitAt = (knownAt: typeof later) => {
      const terms = effectiveTerms(state, { at: day('2026-07-01'), knownAt }).clauses.get('seats');
      return terms?.kind === 'capacity' && terms.limit;
    };
    expect([limitAt(now), limitAt(later)]).toEqual(['120', '100']);
  });

  it('is fit for the journal: events and state are JSON without floats', () => {
    const events = [recorded, amended, varied, revoked];
    for (const event of events) expect(asJson(event)).toEqual(event);
    expect(asJson(fold(agreementDecider, events))).toMatchObject({
      variations: [{ revoked: { at: revoked.at } }],
    });
  });
});
