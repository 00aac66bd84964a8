import { describe, expect, test } from 'vitest';
import { fold } from '#platform/journal/decider.ts';
import { at } from '#test/given.ts';
import { decideOwnAlert, ownAlertDecider } from './ownAlert.decide.ts';
import type { OwnAlertCommand, OwnAlertEvent, Watch } from './ownAlert.ts';

const now = at('2026-06-10');
const watch: Watch = {
  ...{ agreement: 'AG-1', clause: 'calls', hears: ['dana'] },
  threshold: { kind: 'percent', percent: '70' },
};
const sight = { used: '80', limit: '100', forecast: null, renewsAt: at('2027-01-01') };
const group = (name: string) => ({ group: name, sight });
const set: OwnAlertCommand = { kind: 'set', watch, by: 'dana', at: now };
const look = (...names: string[]): OwnAlertCommand => ({ kind: 'look', met: names.map(group), at: now });
const change = (differs: Partial<Watch>): OwnAlertCommand => ({
  ...{ kind: 'change', watch: { ...watch, ...differs }, by: 'dana', at: now },
});
const remove: OwnAlertCommand = { kind: 'remove', by: 'dana', at: now };

/** given commands that were carried out, when another, then this. */
function check(given: readonly OwnAlertCommand[], when: OwnAlertCommand, then: string): void {
  const events: OwnAlertEvent[] = [];
  for (const command of given) {
    const decided = decideOwnAlert(command, fold(ownAlertDecider, events));
    if ('refused' in decided) throw new Error(decided.refused.words);
    events.push(...decided.events);
  }
  const decided = decideOwnAlert(when, fold(ownAlertDecider, events));
  expect('refused' in decided ? decided.refused.code : decided.events.map(({ kind }) => kind).join()).toBe(
    then,
  );
}

describe('an alert that a customer set', () => {
  test('fires once where it is met, and again only where it was over', () => {
    check([set], look('a'), 'fired');
    check([set, look('a')], look('a'), '');
    check([set, look('a')], look(), 'eased');
    check([set, look('a'), look()], look('a'), 'fired');
  });

  test('fires for each group by itself, and is told of the one that is new', () => {
    check([set, look('a')], look('a', 'b'), 'fired');
    check([set, look('a', 'b')], look('b'), 'eased');
    // One group is over and another is met: that one is told of.
    check([set, look('a')], look('b'), 'fired');
  });

  test('changed to watch something else begins anew; who hears changes nothing', () => {
    check([set, look('a'), change({ threshold: { kind: 'percent', percent: '60' } })], look('a'), 'fired');
    check([set, look('a'), change({ hears: ['dana', 'kim'] })], look('a'), '');
  });
});

test('every command in every state', () => {
  const states = { none: [], watching: [set], removed: [set, remove] };
  const expected = {
    set: { none: 'set', watching: 'own_alert_known', removed: 'own_alert_known' },
    change: { none: 'own_alert_gone', watching: 'changed', removed: 'own_alert_gone' },
    remove: { none: 'own_alert_gone', watching: 'removed', removed: 'own_alert_gone' },
    look: { none: '', watching: 'fired', removed: '' },
  };
  const commands = { set, change: change({}), remove, look: look('a') };
  for (const [name, command] of Object.entries(commands))
    for (const [status, given] of Object.entries(states))
      check(given, command, expected[name as 'set'][status as 'none']);
});
