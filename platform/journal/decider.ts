/** Why a command was not carried out: a closed list of codes per lifecycle, with plain words. */
export type Refusal<Code extends string = string> = { readonly code: Code; readonly words: string };

/** What a lifecycle is: both functions pure and exhaustive, `evolve` without a default case. */
export type Decider<State, Command, Event, Code extends string = string> = {
  readonly initial: State;
  readonly decide: (
    command: Command,
    state: State,
  ) => { readonly events: readonly Event[] } | { readonly refused: Refusal<Code> };
  readonly evolve: (state: State, event: Event) => State;
};

/** Returns the state after a list of events. */
export function fold<State, Event>(
  decider: { initial: State; evolve: (state: State, event: Event) => State },
  events: Iterable<Event>,
): State {
  let state = decider.initial;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}
