import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { canonical } from '#platform/journal/json.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { agreementDecider } from './agreement.evolve.ts';
import type { AgreementCommand, AgreementState } from './agreement.lifecycle.ts';
import type { Agreement } from './agreement.ts';
import type { AgreementFile } from './agreementFile.ts';

/**
 * Returns the commands that bring an agreement to what an edited text says, in their order: amendments that were taken out
 * are withdrawn, the last first; everything else is the import of a file. Refuses (`variation_removed`) a text from which a
 * variation was taken out, which would make undone what somebody decided.
 */
export function editCommands(
  file: AgreementFile,
  state: AgreementState,
  now: Instant,
): Result<AgreementCommand[]> {
  const kept = new Set([...file.amendments, ...file.variations].map(({ id }) => id));
  const gone = (state?.variations ?? []).filter(({ id }) => !kept.has(id));
  const [first, ...rest] = gone.map(({ id }) => removed(id));
  if (first) return failure(first, ...rest);
  const withdrawn = (state?.amendments ?? []).filter((one) => !one.withdrawn && !kept.has(one.id));
  return success([
    ...withdrawn.toReversed().map(({ id }): AgreementCommand => ({ kind: 'withdraw', now, amendment: id })),
    { kind: 'importFile', now, file },
  ]);
}

/** Returns the agreement after commands, or the first refusal as a problem. Nothing is written. */
export function afterCommands(
  commands: readonly AgreementCommand[],
  before: AgreementState,
): Result<AgreementState> {
  let state = before;
  for (const command of commands) {
    const decided = agreementDecider.decide(command, state);
    if ('refused' in decided) return failure(refusalProblem(decided.refused));
    state = decided.events.reduce(agreementDecider.evolve, state);
  }
  return success(state);
}

/** Returns the problem of a refused change of a text. */
export function refusalProblem({ code, words }: { readonly code: string; readonly words: string }): Problem {
  const pointer = /^(\/[^:\s]*): /.exec(words)?.[1];
  return {
    code,
    title: 'Refused',
    detail: words,
    todo: 'Correct the text; nothing of it was taken.',
    ...(pointer === undefined ? {} : { pointer }),
  };
}

function removed(id: string): Problem {
  return {
    code: 'variation_removed',
    title: 'A decision is missing',
    detail: `The variation ${id} is not in the text any more.`,
    todo: 'Put it back as it was, and revoke it if it shall end.',
    pointer: '/variations',
  };
}

/** What a change does to the papers, apart from what is allowed. */
export type PaperChange = {
  readonly what:
    | 'recorded'
    | 'corrected'
    | 'amended'
    | 'withdrawn'
    | 'varied'
    | 'clauseNew'
    | 'clauseGone'
    | 'clauseCounts'
    | 'duties';
  /** The id of what it is about; the agreement's where it is about the whole. */
  readonly of: string;
};

/** Returns what is different between two states of an agreement, in the order in which a reader asks. */
export function paperChanges(before: AgreementState, after: Agreement): PaperChange[] {
  const [was, is] = [before?.texts.at(-1)?.signed, after.texts.at(-1)!.signed];
  const whole = (what: PaperChange['what'], so: boolean): PaperChange[] => (so ? [{ what, of: is.id }] : []);
  const known = new Map(was?.clauses.map((clause) => [clause.id, written(clause)]));
  const kept = new Set(is.clauses.map(({ id }) => id));
  const of = (what: PaperChange['what'], ids: readonly { readonly id: string }[]): PaperChange[] =>
    ids.map(({ id }) => ({ what, of: id }));
  const idsBefore = new Set(
    [...(before?.amendments ?? []), ...(before?.variations ?? [])].map(({ id }) => id),
  );
  const stillThere = new Set(before?.amendments.filter((one) => !one.withdrawn).map(({ id }) => id));
  return [
    ...whole('recorded', was === undefined),
    ...whole('corrected', before !== null && after.texts.length > before.texts.length),
    ...of(
      'amended',
      after.amendments.filter(({ id }) => !idsBefore.has(id)),
    ),
    ...of(
      'withdrawn',
      after.amendments.filter(({ id, withdrawn }) => withdrawn && stillThere.has(id)),
    ),
    ...of(
      'varied',
      after.variations.filter(({ id }) => !idsBefore.has(id)),
    ),
    ...(was
      ? [
          ...of(
            'clauseNew',
            is.clauses.filter(({ id }) => !known.has(id)),
          ),
          ...of(
            'clauseGone',
            was.clauses.filter(({ id }) => !kept.has(id)),
          ),
          ...of(
            'clauseCounts',
            is.clauses.filter((one) => known.has(one.id) && known.get(one.id) !== written(one)),
          ),
          ...whole('duties', written(was.duties ?? []) !== written(is.duties ?? [])),
        ]
      : []),
  ];
}

/** The same whatever the order of keys: a state that comes from a database keeps none. */
function written(value: object): string {
  return canonical(value as Json);
}
