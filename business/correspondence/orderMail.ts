/** A letter about an order: who reads it, what was ordered, and where it is. Figures and days are written as people read them. */
export type OrderFacts = {
  readonly id: string;
  readonly reader: string;
  /** `20 seats more of Atlas`, `Atlas in the edition Business`. */
  readonly what: string;
  readonly days: string;
  /** `€1,342.47`; `null` where there is no price yet. */
  readonly total: string | null;
  readonly link: string;
};

export type OrderNews = 'prepared' | 'placed' | 'requested' | 'quoted' | 'agreed' | 'carriedOut' | 'declined';
export type OrderLetter = { readonly subject: string; readonly text: string };

const words: Record<
  OrderNews,
  (facts: OrderFacts) => readonly [subject: string, ...lines: readonly string[]]
> = {
  prepared: ({ what, id }) => [
    `A colleague asks you to order ${what} (${id})`,
    'They may not order themselves. Look at the figures, and order it or send it back.',
  ],
  placed: ({ what, id }) => [
    `Your order: ${what} (${id})`,
    'It is ordered, and counts from its first day on.',
  ],
  requested: ({ what, id }) => [
    `We have your request: ${what} (${id})`,
    'Nothing is ordered yet: you get an offer, and nothing changes before you agree to it.',
  ],
  quoted: ({ what, id }) => [
    `Our offer: ${what} (${id})`,
    'Look at it and agree, or say no: both take one click.',
  ],
  agreed: ({ what, id }) => [`Agreed: ${what} (${id})`, 'It counts from its first day on.'],
  carriedOut: ({ what, id }) => [`Done: ${what} (${id})`, 'Your agreement has been changed as you asked.'],
  declined: ({ what, id }) => [
    `Your request: ${what} (${id})`,
    'We cannot offer it as it stands. The reason is on its page; please ask us there if anything is unclear.',
  ],
};

/** Returns the letter about an order. */
export function letterOfOrder(news: OrderNews, facts: OrderFacts): OrderLetter {
  const [subject, ...lines] = words[news](facts);
  const { reader, days, total, link } = facts;
  const figures = total === null ? days : `${days}, ${total} in all`;
  return { subject, text: [`Hello ${reader},`, ...lines, `${figures}.`, link].join('\n\n') };
}
