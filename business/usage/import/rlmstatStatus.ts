import { after, formatInstant } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';
import type { Collector } from './collector.ts';
import { derivedId, sealed } from './content.ts';
import type { Rejection } from './decoded.ts';
import { equalLines, featureTotals } from './featureTotals.ts';
import { checkAttribute, checkText, refusal } from './limits.ts';
import { type StatusTime, startTime } from './lmstatTime.ts';
import { quoted, rejection } from './rejections.ts';
import type { RlmstatOptions } from './rlmstat.ts';
import type { RlmstatLine } from './rlmstatLine.ts';

type Line = Extract<RlmstatLine, { is: 'section' | 'product' | 'pool' | 'checkout' }>;
type Checkout = Extract<RlmstatLine, { is: 'checkout' }>;

/** Reads the lines of one status of `rlmstat`. */
export type RlmStatus = ReturnType<typeof rlmStatus>;

/** Returns a reader of one status; `given` is when it was taken, where somebody has said so. */
export function rlmStatus(options: RlmstatOptions, given: StatusTime | null, found: Collector) {
  const { source, digest } = options;
  const totals = featureTotals();
  const nth = equalLines();
  const reserved = new Map<string, { readonly isv: string; units: number }>();
  let time = given;
  let isv: string | null = null;
  let product: string | null = null;
  let content = false;
  let silent = true;

  const pool = (line: Extract<Line, { is: 'pool' }>, number: number): Rejection | undefined => {
    if (product === null) return rejection('no-feature', 'The line stands below no product.', number);
    const total = totals.of(product);
    totals.issue(product, line.issued);
    total.inUse = (total.inUse ?? 0) + line.inUse;
    const set = reserved.get(product) ?? { isv: isv ?? '', units: 0 };
    set.units += line.reservations;
    reserved.set(product, set);
    found.other();
    product = null;
    return undefined;
  };
  const hold = (line: Checkout, number: number): Rejection | undefined => {
    if (!time) return rejection('status-time-missing', 'The output does not say when it was taken.', number);
    if (isv === null) return rejection('no-feature', 'The line stands below no usage section.', number);
    const record = recordOf(line, { isv, time, number, nth, source, digest });
    if ('todo' in record) return record;
    found.accept(record);
    totals.of(line.product).lines += line.free + line.reserved;
    const set = reserved.get(line.product);
    if (set) set.units -= line.reserved;
    return undefined;
  };
  const openProduct = (line: Extract<Line, { is: 'product' }>, number: number): Rejection | undefined => {
    const checked = checkText('The product', line.product);
    if ('code' in checked) return refusal(checked, number);
    product = line.product;
    found.other();
    return undefined;
  };
  return {
    get time(): StatusTime | null {
      return time;
    },
    /** Whether anything of the status came yet, beside its title. */
    get hasContent(): boolean {
      return content;
    },
    taken(at: StatusTime): void {
      time = at;
      content = true;
    },
    /** Something was said in place of the usage. */
    heard(): void {
      silent = false;
      content = true;
    },
    /** Takes a line; returns why it stands for nothing. */
    take(line: Line, number: number): Rejection | undefined {
      content = true;
      if (line.is === 'section') {
        isv = line.isv;
        silent &&= line.of !== 'usage' && line.of !== 'pool';
        found.other();
        return undefined;
      }
      if (line.is === 'product') return openProduct(line, number);
      return line.is === 'pool' ? pool(line, number) : hold(line, number);
    },
    /** Hands over reservations, totals, and a gap where use was to be shown and was not. */
    end(): void {
      const at = time?.instant ?? null;
      if (silent && time) {
        const detail = 'The status lists no product.';
        found.note({ kind: 'gap', code: 'no-usage-shown', source, feature: null, at, line: null, detail });
      }
      if (time)
        for (const [name, { isv: server, units }] of reserved)
          if (units > 0) reserve(name, server, units, time);
      for (const [feature, total] of totals.all()) {
        const agrees = total.inUse === null ? null : total.inUse === total.lines;
        found.total({ source, feature, at, ...total, agrees });
      }
    },
  };

  function reserve(feature: string, server: string, units: number, { instant }: StatusTime): void {
    const id = derivedId('reservation', [feature, server, formatInstant(instant)], digest);
    const until = after(instant, 1);
    const content = { feature, at: instant, until, quantity: String(units), who: null, series: null };
    found.add(sealed(source, id, { ...content, kind: 'reservation', attributes: { isv: server } }, digest));
  }
}

type Place = {
  readonly isv: string;
  readonly time: StatusTime;
  readonly number: number;
  readonly nth: (parts: readonly (string | number)[]) => number;
  readonly source: string;
  readonly digest: (text: string) => string;
};

function recordOf(
  line: Checkout,
  { isv, time, number, nth, source, digest }: Place,
): UsageRecord | Rejection {
  const { product, version, user, host, handle } = line;
  const at = startTime(line.start, time);
  const status = formatInstant(time.instant);
  if (at === undefined) {
    const detail = `The start is ${quoted(`${line.start.month}/${line.start.day}`)}, the status ${status}.`;
    return rejection('start-impossible', detail, number);
  }
  const count = line.free + line.reserved;
  const attributes = { host, version, isv, handle };
  const checks = Object.entries(attributes).map(([name, value]) => checkAttribute(name, value));
  for (const checked of [checkText('The product', product), checkText('The user', user), ...checks])
    if ('code' in checked) return refusal(checked, number);
  const parts = [product, user, host, version, isv, handle, formatInstant(at), count];
  const series = derivedId('checkout', [...parts, nth(parts)], digest);
  const id = derivedId('sighting', [series, status], digest);
  const until = after(time.instant, 1);
  const content = { feature: product, at, until, quantity: String(count), who: user, series, attributes };
  return sealed(source, id, { ...content, kind: 'sighting' }, digest);
}
