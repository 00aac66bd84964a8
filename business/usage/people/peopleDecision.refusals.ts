/** Why a decision about people is refused: stable codes; the words of `not_possible_now` come from `can`. */
export const peopleRefusals = {
  not_possible_now: 'The decision is in a state in which this cannot be done.',
  merge_with_itself: 'These are one identity already: nobody can be merged with themself.',
  merge_circle: 'The other one counts under this one already; both cannot count under each other.',
  merged_already:
    'This identity already counts under another for some of that time. Take that decision back first.',
  left_out_already:
    'One of them is left out as a machine for some of that time. Take that decision back first.',
  merged_elsewhere:
    'It is part of a merge for some of that time: take that decision back before leaving it out.',
  person_erased: 'The name of one of them was erased, so nobody can tell any more who that was.',
  span_empty: 'The decision would end before it begins.',
} as const;

export type PeopleRefusal = keyof typeof peopleRefusals;
