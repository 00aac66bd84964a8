import type { SignedAgreement } from '#business/agreements/agreement.ts';
import { type Used, underCommitment } from '#business/catalog/commitment.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { commitmentAt, componentAt } from '#business/catalog/priceBookAt.ts';
import { type Exact, plain } from '#platform/exact.ts';
import { dateIn } from '#platform/instant.ts';
import { type Answer, every, inFile, type Outcome, refused } from './answer.ts';
import type { CommitmentDocument } from './documents.ts';
import { wrapped } from './layout.ts';
import { type Given, problem } from './options.ts';
import { quantityOf, spanIn, timesOf } from './priceArguments.ts';
import { pricedDocument, pricedText } from './pricedDocument.ts';

/** Returns what the use of several components costs under `--commitment`. */
export function committed(
  given: Given,
  catalog: Catalog,
  agreement: SignedAgreement | null,
): Answer<Outcome> {
  const id = given.text('commitment')!;
  const times = timesOf(given, agreement);
  const uses = usesOf(given);
  if (!times.ok || !uses.ok) return every<unknown>([times, uses]) as Answer<never>;
  const day = dateIn(times.value.from, times.value.zone);
  const books = catalog.priceBooks.filter(({ commitments = [] }) => commitments.some((one) => one.id === id));
  const currency = given.text('currency') ?? agreement?.currency ?? books[0]?.currency ?? '';
  const found = inFile(given.text('catalog')!, commitmentAt(catalog, id, currency, day));
  if (!found.ok) return found;
  const { commitment, book } = found.value;
  const strangers = uses.value.filter(({ of }) => !commitment.components.includes(of));
  if (strangers.length > 0)
    return refused(
      problem(
        'component_unknown',
        `The commitment ${id} does not cover ${strangers[0]!.of}.`,
        `It covers ${commitment.components.join(', ')}.`,
      ),
    );
  const used = every(
    uses.value.map(({ of, quantity }): Answer<Used> => {
      const price = componentAt(catalog, of, currency, day);
      return price.ok ? { ok: true, value: { component: price.value.component, quantity } } : price;
    }),
  );
  if (!used.ok) return used;
  const span = spanIn(times.value, currency, commitment.per);
  const document: CommitmentDocument = {
    goodterms: 'commitment/1',
    commitment: id,
    priceBook: book.id,
    uses: uses.value.map(({ of, quantity }) => ({ component: of, quantity: plain(quantity, 30) })),
    per: commitment.per,
    from: span.from,
    until: span.until,
    anchor: span.anchor,
    ...pricedDocument(underCommitment(commitment, used.value, span)),
  };
  const head = `${commitment.name} (${id}) by price book ${book.id}: ${span.from} until ${span.until} (not included)`;
  return {
    ok: true,
    value: { exit: 0, document, text: [...wrapped(head), ...pricedText(document, '  ')] },
  };
}

type Use = { readonly of: string; readonly quantity: Exact };

function usesOf(given: Given): Answer<Use[]> {
  const seen = new Set<string>();
  return every(
    given.all('use').map((text): Answer<Use> => {
      const [, of = '', quantity = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
      if (of === '' || seen.has(of))
        return refused(
          problem(
            'use_invalid',
            `--use ${text} is not a component and its quantity${seen.has(of) ? ', given once' : ''}.`,
            'Write --use COMPONENT=QUANTITY, each component once.',
          ),
        );
      seen.add(of);
      const parsed = quantityOf('use', quantity);
      return parsed.ok ? { ok: true, value: { of, quantity: parsed.value } } : parsed;
    }),
  );
}
