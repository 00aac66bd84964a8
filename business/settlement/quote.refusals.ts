/** Why a command on a quote is refused: stable codes, plain words. */
export const quoteRefusals = {
  not_possible_now: 'This cannot be done to the quote as it stands.',
  quote_expired: 'The quote was valid until a day that has passed. Make a new one at the prices of today.',
  quote_changed: 'What was agreed to is not what the quote says. Look at it again.',
  agreed_in_future: 'A quote cannot be agreed on a day that has not come.',
  amount_differs: 'The invoice is not over the amount that was agreed: correct the invoice.',
  currency_differs: 'The invoice is in another currency than the quote.',
} as const;

export type QuoteRefusal = keyof typeof quoteRefusals;
