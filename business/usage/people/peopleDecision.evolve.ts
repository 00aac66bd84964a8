import type { Decider } from '#platform/journal/decider.ts';
import { decidePeople } from './peopleDecision.decide.ts';
import type { PeopleRefusal } from './peopleDecision.refusals.ts';
import type { PeopleCommand, PeopleDecisions, PeopleEvent } from './peopleDecision.ts';

/** Returns the state after one event. */
export function evolvePeople(state: PeopleDecisions, event: PeopleEvent): PeopleDecisions {
  switch (event.kind) {
    case 'decided':
      return { decisions: [...state.decisions, { ...event.decision, undone: null }] };
    case 'undone': {
      const { id, at, by, reason } = event;
      return {
        decisions: state.decisions.map((one) =>
          one.id === id ? { ...one, undone: { at, by, reason } } : one,
        ),
      };
    }
  }
}

/** The lifecycle of the decisions about one customer's people: one stream a customer, as they must agree with each other. */
export const peopleDecider: Decider<PeopleDecisions, PeopleCommand, PeopleEvent, PeopleRefusal> = {
  initial: { decisions: [] },
  decide: decidePeople,
  evolve: evolvePeople,
};
