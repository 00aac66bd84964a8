/** Why an order, or a command on one, is refused: stable codes, plain words. */
export const orderRefusals = {
  not_possible_now: 'This cannot be done to the order as it stands.',
  order_changed:
    'Something has changed since you looked. Look at the new figures, and order again if you like them.',
  order_open_already: 'There is an open order for this already: go on with that one, or withdraw it first.',
  order_not_at_once: 'This is not ordered at once: ask for it, and you will get an offer.',
  order_not_by_units: 'It is no order of more units: amend the agreement, and mark the order as carried out.',
  order_nothing: 'Nothing would change: choose at least one unit more, or another edition.',
} as const;

export type OrderRefusal = keyof typeof orderRefusals;
