import type { CustomerId } from '#business/customers/customer.ts';
import { can } from '#business/findings/finding.can.ts';
import { findingDecider } from '#business/findings/finding.evolve.ts';
import type { FindingKey } from '#business/findings/finding.ts';
import type {
  Finding,
  FindingCommand,
  ReadingSummary,
  VerificationSummary,
} from '#business/findings/lifecycle.ts';
import { earliest } from '#platform/instant.ts';

const at = earliest;
const reason = { document: 'D-1', digest: 'd' };
const place = {
  key: 'F-1' as FindingKey,
  customer: 'c' as CustomerId,
  agreement: 'AG-1',
  clause: 'c',
  group: '[]',
};

function reading(excess: number): ReadingSummary {
  const span = { from: at, until: at, peakFrom: at, peakUntil: at, tzdata: '', windows: 1 };
  return { ...span, value: String(100 + excess), limit: '100', excess: String(excess), digest: `${excess}` };
}

function verify(passed: boolean): FindingCommand {
  const verification: VerificationSummary = {
    passed,
    counts: 'agree',
    reconciliation: 'agrees',
    questions: [],
  };
  return { kind: 'verify', at, verification };
}

/** Every command, in each of the forms that may lead elsewhere, and what the diagram calls it. */
const commands: readonly (readonly [string, FindingCommand])[] = [
  ['detect', { kind: 'detect', at, place, reading: reading(9) }],
  ['recount', { kind: 'recount', at, reading: reading(8) }],
  ['verify (passed)', verify(true)],
  ['verify (not passed)', verify(false)],
  ['clear', { kind: 'clear', at }],
  ['merge', { kind: 'merge', at, into: 'F-0' as FindingKey }],
  ['confirm', { kind: 'confirm', at, cause: 'growth' }],
  ['dismiss', { kind: 'dismiss', at, cause: 'growth', reason }],
  ['reopen', { kind: 'reopen', at, reason }],
];

function after(state: Finding, command: FindingCommand): Finding {
  const decided = findingDecider.decide(command, state);
  return 'refused' in decided ? state : decided.events.reduce(findingDecider.evolve, state);
}

/** What a later command may hinge on. */
const signature = (state: Finding) =>
  JSON.stringify([state.status, state.status === 'none' ? null : (state.verification?.passed ?? false)]);

/** Returns all moves there are, `from to command`, found by trying every command in every state that can be reached. */
function moves(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const waiting: Finding[] = [findingDecider.initial];
  const seen = new Set<string>();
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    if (seen.has(signature(state))) continue;
    seen.add(signature(state));
    for (const [name, command] of commands) {
      const next = after(state, command);
      waiting.push(next);
      if (next.status === state.status) continue;
      const edge = `${state.status} ${next.status}`;
      found.set(edge, (found.get(edge) ?? new Set()).add(name));
    }
  }
  return found;
}

const order = Object.keys(can.detect);

/** Returns the state diagram of a finding, as Mermaid reads it; a command that leaves the state as it is has no arrow. */
export function findingDiagram(): string {
  const known = moves();
  const lines = order.flatMap((from) =>
    order.flatMap((to) => {
      const names = known.get(`${from} ${to}`);
      if (!names) return [];
      const said = commands.map(([name]) => name).filter((name) => names.has(name));
      return [`  ${from === 'none' ? '[*]' : from} --> ${to}: ${said.join(', ')}`];
    }),
  );
  return ['stateDiagram-v2', ...lines].join('\n');
}

/** Returns the cells of the table of `can`: which command in which state, one row a command, without the state `none`. */
export function findingTable(): string[][] {
  const states = order.filter((state) => state !== 'none');
  const rows = Object.entries(can).map(([command, byState]) => [
    `\`${command}\``,
    ...states.map((state) => (byState[state as keyof typeof byState] === true ? 'yes' : 'no')),
  ]);
  return [['', ...states], ...rows];
}
