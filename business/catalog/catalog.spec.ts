import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDate, parseInstant } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { catalogDecider } from './catalog.evolve.ts';
import type { CatalogEvent } from './catalog.ts';
import type { Catalog, FeatureMapping, PriceBook, Product } from './priceBook.ts';
import { componentAt } from './priceBookAt.ts';

const date = (text: string): CalendarDate => text as CalendarDate;
const studio: Product = { id: 'studio', name: 'Studio', editions: [] };
const suite: Product = { id: 'suite', name: 'Suite', editions: [] };
const cad: FeatureMapping = {
  source: null,
  feature: 'cad',
  product: 'studio',
  edition: null,
  precedence: 0,
  from: null,
  until: null,
};
const book = (id: string, from: string, price: string, until: string | null = null): PriceBook => ({
  id,
  currency: 'EUR',
  from: date(from),
  until: until === null ? null : date(until),
  components: [
    {
      id: 'seat',
      product: 'studio',
      edition: null,
      unitName: { one: 'seat', many: 'seats' },
      per: 'year',
      model: { kind: 'unit', unit: price },
    },
  ],
});
const catalog = (priceBooks: PriceBook[], given: Partial<Catalog> = {}): Catalog => ({
  products: [studio],
  features: [],
  priceBooks,
  ...given,
});
const published = catalog([book('2026', '2026-01-01', '100'), book('2027', '2027-01-01', '110')]);
const importing = (of: Catalog, at = '2026-07-01T12:00:00Z') =>
  ({ kind: 'import', at: parseInstant(at)!, zone: 'UTC', catalog: of }) as const;

/** Given a catalog published before, when another is imported: the events, or the code of the refusal. */
function when(given: Catalog, then: Catalog, at?: string): readonly CatalogEvent[] | string {
  const first = catalogDecider.decide(importing(given, '2025-01-01T00:00:00Z'), catalogDecider.initial);
  if ('refused' in first) throw new Error(first.refused.words);
  const decided = catalogDecider.decide(importing(then, at), fold(catalogDecider, first.events));
  return 'refused' in decided ? decided.refused.code : decided.events;
}

describe('an import', () => {
  test('publishes what is new, changed or left out, and nothing else', () => {
    const before = catalog([book('2026', '2026-01-01', '100')], { features: [cad] });
    const mapping = { ...cad, feature: 'cam' };
    const after = catalog([...before.priceBooks, book('2027', '2027-01-01', '110')], {
      products: [suite],
      features: [mapping],
    });
    expect(when(before, after)).toEqual([
      {
        kind: 'catalogPublished',
        at: parseInstant('2026-07-01T12:00:00Z'),
        products: { put: [suite], removed: ['studio'] },
        priceBooks: { put: [book('2027', '2027-01-01', '110')], removed: [] },
        features: { put: [mapping], removed: ['["cad",null,0,"studio",null,null,null]'] },
      },
    ]);
  });

  test('of the same catalog again is no event, whatever the order of its lists and keys', () => {
    const turned = (value: object): object =>
      Array.isArray(value)
        ? value.map((entry) => turned(entry))
        : Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, entry]) => [key, typeof entry === 'object' && entry ? turned(entry) : entry]),
          );
    expect(when(published, published)).toEqual([]);
    expect(when(published, { ...published, priceBooks: published.priceBooks.toReversed() })).toEqual([]);
    expect(when(published, turned(published) as Catalog)).toEqual([]);
  });
});

describe('a price on a day that has come', () => {
  const now = '2026-07-01T12:00:00Z';
  const [current, next] = published.priceBooks as [PriceBook, PriceBook];
  test.each<[string, PriceBook[], string, 'refused' | 'published']>([
    ['is not changed', [book('2026', '2026-01-01', '90'), next], now, 'refused'],
    ['is not taken away', [next], now, 'refused'],
    ['is not taken out of its book', [{ ...current, components: [] }, next], now, 'refused'],
    ['is not ended in the past', [{ ...current, until: date('2026-07-01') }, next], now, 'refused'],
    ['may be ended from tomorrow on', [{ ...current, until: date('2026-07-02') }, next], now, 'published'],
    ['does not begin later than it did', [book('2026', '2026-02-01', '100'), next], now, 'refused'],
    [
      'is not replaced by a new book of the past',
      [current, next, book('x', '2026-03-01', '90', '2026-04-01')],
      now,
      'refused',
    ],
    [
      'is not replaced by a new book of today',
      [current, next, book('x', '2026-07-01', '90')],
      now,
      'refused',
    ],
    ['is followed by another tomorrow', [current, next, book('x', '2026-07-02', '90')], now, 'published'],
    ['moves to a book of another name at the same price', [{ ...current, id: 'x' }, next], now, 'published'],
    ['may begin earlier than it did', [book('2026', '2025-06-01', '100'), next], now, 'published'],
    ['may still change while it is to come', [current, book('2027', '2027-01-01', '120')], now, 'published'],
    [
      'may no longer on its first day',
      [current, book('2027', '2027-01-01', '120')],
      '2027-01-01T00:00:00Z',
      'refused',
    ],
  ])('%s', (_, priceBooks, at, expected) => {
    const outcome = when(published, catalog(priceBooks), at);
    expect(typeof outcome === 'string' ? outcome : outcome.length).toEqual(
      expected === 'refused' ? 'price_in_force_changed' : 1,
    );
  });

  test('a day has come once it has begun in the vendor’s zone', () => {
    const changed = catalog([current, book('2027', '2027-01-01', '120')]);
    const at = '2026-12-31T23:30:00Z';
    const berlin = { ...importing(changed, at), zone: 'Europe/Berlin' };
    const utc = importing(changed, at);
    const state = fold(catalogDecider, when(catalog([]), published) as CatalogEvent[]);
    expect(catalogDecider.decide(berlin, state)).toHaveProperty('refused');
    expect(catalogDecider.decide(utc, state)).toHaveProperty('events');
  });

  test('what a unit is called may be put right at any time', () => {
    const [component] = current.components;
    const spelled = { ...component!, unitName: { one: 'user', many: 'users' } };
    expect(when(published, catalog([{ ...current, components: [spelled] }, next]), now)).toHaveLength(1);
  });

  test('the refusal names price, book and day, and what to do', () => {
    const decided = catalogDecider.decide(importing(catalog([next])), published);
    expect('refused' in decided && decided.refused.words).toBe(
      'The price EUR seat of the price book 2026 was in force on 2026-01-01 and would change for that day. ' +
        'Leave it as it is, and publish a new price book that begins on a later day.',
    );
  });
});

test('whatever is imported, the state is what was imported last and no price of a past day ever changes', () => {
  const anyDay = fc.nat(20).map((day) => date(`2026-01-${String(day + 1).padStart(2, '0')}`));
  const anyBook = fc
    .tuple(fc.constantFrom('a', 'b', 'c'), anyDay, fc.option(anyDay), fc.constantFrom('1', '2'))
    .map(([id, from, until, price]) => book(id, from, price, until !== null && until > from ? until : null));
  const anyCatalog = fc
    .uniqueArray(anyBook, { selector: ({ id }) => id, maxLength: 3 })
    .filter((books) => new Set(books.map(({ from }) => from)).size === books.length)
    .map((books) => catalog(books));
  const priceOn = (of: Catalog, day: CalendarDate): string | undefined => {
    const found = componentAt(of, 'seat', 'EUR', day);
    return found.ok ? JSON.stringify(found.value.component.model) : undefined;
  };
  fc.assert(
    fc.property(anyCatalog, anyCatalog, fc.nat(24), (first, second, day) => {
      const today = date(`2026-01-${String(day + 1).padStart(2, '0')}`);
      const before = fold(catalogDecider, when(catalog([]), first) as CatalogEvent[]);
      const decided = catalogDecider.decide(importing(second, `${today}T08:00:00Z`), before);
      const past = Array.from({ length: day + 1 }, (_, n) =>
        date(`2026-01-${String(n + 1).padStart(2, '0')}`),
      );
      const kept = past.every(
        (on) => priceOn(first, on) === undefined || priceOn(first, on) === priceOn(second, on),
      );
      expect('events' in decided).toBe(kept);
      if (!('events' in decided)) return;
      const after = decided.events.reduce(catalogDecider.evolve, before);
      const books = second.priceBooks.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(after).toEqual({ ...second, priceBooks: books });
    }),
    { seed: 20260303, numRuns: 500 },
  );
});

test('withdrawing an import that was a mistake takes back even a price in force, and the journal names it so', () => {
  const first = catalogDecider.decide(importing(published, '2025-01-01T00:00:00Z'), catalogDecider.initial);
  const state = fold(catalogDecider, 'events' in first ? first.events : []);
  const withdrawing = { ...importing(catalog([])), kind: 'withdraw' } as const;
  const decided = catalogDecider.decide(withdrawing, state);
  expect(decided).toMatchObject({
    events: [{ kind: 'importWithdrawn', priceBooks: { put: [], removed: ['2026', '2027'] } }],
  });
  expect(
    fold(catalogDecider, [
      ...('events' in first ? first.events : []),
      ...('events' in decided ? decided.events : []),
    ]).priceBooks,
  ).toEqual([]);
});
