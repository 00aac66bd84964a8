import { exact, plain, zero } from '#platform/exact.ts';
import type { Problem } from '#platform/problem.ts';
import type { CatalogForm } from './catalogForm.ts';

/** Returns what is wrong with dates, tiers, blocks, commitments and exchange rates of a catalog; see `readCatalog` for the codes. */
export function priceProblems(form: CatalogForm): Problem[] {
  const { priceBooks, features } = form;
  const components = priceBooks.flatMap((book, i) =>
    book.components.map((component, j) => ({ component, at: `/priceBooks/${i}/components/${j}` })),
  );
  return [
    ...priceBooks.flatMap((book, i) => datesReversed(book, `/priceBooks/${i}`)),
    ...features.flatMap((mapping, i) => datesReversed(mapping, `/features/${i}`)),
    ...components.flatMap(({ component: { discounts = [] }, at }) =>
      discounts.flatMap((discount, i) => datesReversed(discount, `${at}/discounts/${i}`)),
    ),
    ...components.flatMap(({ component, at }) =>
      'tiers' in component ? tierProblems(component.tiers, `${at}/tiers`) : [],
    ),
    ...components.flatMap(({ component, at }) =>
      component.model === 'blocks' ? blockProblems(component.tiers, `${at}/tiers`) : [],
    ),
    ...commitmentProblems(form),
    ...rateProblems(form),
  ];
}

/** A block that reached over the end of its tier would be paid for twice. */
function blockProblems(tiers: readonly { upTo: string | null; size: string }[], pointer: string): Problem[] {
  return tiers.flatMap(({ upTo, size }, i): Problem[] => {
    const below = i === 0 ? zero : exact(tiers[i - 1]!.upTo ?? '0');
    if (upTo === null || exact(upTo).sub(below).div(exact(size)).d === 1n) return [];
    const detail = `From ${plain(below)} to ${upTo} is no whole number of blocks of ${size}.`;
    const todo = 'End the tier where a block ends.';
    const title = 'A tier ends inside a block';
    return [{ code: 'blocks_uneven', title, detail, todo, pointer: `${pointer}/${i}/upTo` }];
  });
}

function commitmentProblems({ priceBooks }: CatalogForm): Problem[] {
  const known = Map.groupBy(priceBooks, ({ currency }) => currency);
  return priceBooks.flatMap(({ currency, commitments = [] }, i) => {
    const priced = new Set(
      known.get(currency)!.flatMap(({ components }) => components.map((component) => component.id)),
    );
    return commitments.flatMap(({ id, components }, j) =>
      components.flatMap((component, k): Problem[] => {
        const pointer = `/priceBooks/${i}/commitments/${j}/components/${k}`;
        if (components.indexOf(component) < k)
          return [
            {
              code: 'duplicate_id',
              title: 'Named twice',
              detail: `The commitment ${id} names ${component} twice.`,
              todo: 'Name each component once.',
              pointer,
            },
          ];
        if (priced.has(component)) return [];
        return [
          {
            code: 'commitment_of_nothing',
            title: 'A commitment to what has no price',
            detail: `No price book in ${currency} has a price ${component}.`,
            todo: 'Name price components of the same currency.',
            pointer,
          },
        ];
      }),
    );
  });
}

function rateProblems({ exchangeRates = [] }: CatalogForm): Problem[] {
  const twice = (what: string, pointer: string): Problem => ({
    code: 'rates_twice',
    title: 'Two exchange rates for the same day',
    detail: what,
    todo: 'Keep one of them.',
    pointer,
  });
  return exchangeRates.flatMap(({ from, currency, rates }, i) => [
    ...(exchangeRates.findIndex((other) => other.from === from) < i
      ? [twice(`Another table of exchange rates begins on ${from}.`, `/exchangeRates/${i}/from`)]
      : []),
    ...rates.flatMap((rate, j) =>
      rate.currency === currency || rates.findIndex((other) => other.currency === rate.currency) < j
        ? [twice(`The rate of ${rate.currency} is there already.`, `/exchangeRates/${i}/rates/${j}/currency`)]
        : [],
    ),
  ]);
}

function datesReversed(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  at: string,
) {
  if (from === undefined || until === undefined || from < until) return [];
  return [
    {
      code: 'dates_reversed',
      title: 'Ends before it begins',
      detail: `It ends on ${until}, which is not after its first day, ${from}.`,
      todo: 'Give the first day it no longer holds as until, later than from.',
      pointer: `${at}/until`,
    },
  ];
}

function tierProblems(tiers: readonly { upTo: string | null }[], pointer: string): Problem[] {
  const title = 'Tiers do not follow one another';
  const problems = tiers.slice(1).flatMap(({ upTo }, i): Problem[] => {
    const before = tiers[i]!.upTo;
    if (before !== null && (upTo === null || exact(before).compare(exact(upTo)) < 0)) return [];
    const detail = `The tier up to ${upTo ?? 'inf'} follows the one up to ${before ?? 'inf'}.`;
    const todo = 'Put the tiers in ascending order, each end once, inf last.';
    return [{ code: 'tiers_not_ascending', title, detail, todo, pointer: `${pointer}/${i + 1}/upTo` }];
  });
  const last = tiers.at(-1)!.upTo;
  if (last === null || problems.length > 0) return problems;
  const detail = `Nothing says what more than ${last} units cost.`;
  const todo = 'Add a last tier with upTo: inf.';
  return [{ code: 'tiers_not_open', title, detail, todo, pointer: `${pointer}/${tiers.length - 1}/upTo` }];
}
