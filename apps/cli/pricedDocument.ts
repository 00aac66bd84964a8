import { money } from '#business/catalog/money.ts';
import type { Priced } from '#business/catalog/priced.ts';
import { exact } from '#platform/exact.ts';
import type { PricedDocument } from './documents.ts';
import { columns, width } from './layout.ts';

/** Returns an arithmetic with its amounts as decimals of the currency. */
export function pricedDocument({ currency, lines, total }: Priced): PricedDocument {
  return {
    currency,
    lines: lines.map(({ kind, label, shown }) => ({ kind, label, amount: shown })),
    total,
  };
}

/** Returns an arithmetic line by line, amounts below each other, the total last. */
export function pricedText({ currency, lines, total }: PricedDocument, indent: string): string[] {
  const rows = [...lines, { label: 'total', amount: total }].map(({ label, amount }) => [
    label,
    money(exact(amount), currency),
  ]);
  const amounts = Math.max(...rows.map(([, amount]) => amount!.length));
  const room = width - indent.length - 2 - amounts;
  return columns(
    rows.flatMap(([label, amount]) =>
      broken(label!, room).map((part, i, all) => [part, i === all.length - 1 ? amount! : '']),
    ),
    indent,
    [1],
  );
}

/** A label longer than its column goes on in the next line. */
function broken(label: string, room: number): string[] {
  if (label.length <= room) return [label];
  const at = label.lastIndexOf(' ', room);
  const end = at > 0 ? at : room;
  return [label.slice(0, end), ...broken(`  ${label.slice(end).trim()}`, room)];
}
