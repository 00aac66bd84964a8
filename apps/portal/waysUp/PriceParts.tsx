import { Disclosure } from '#platform/ui/Disclosure.tsx';
import type { Price, Reason } from './data.ts';
import type { Tell } from './useTell.ts';
import styles from './waysUp.module.css';

type Per = Reason['now']['per'];

/** A price line by line; the shown lines add up to the total. */
export function PriceLines({ price, per, tell }: { price: Price; per: Per | null; tell: Tell }) {
  const { say, formats } = tell;
  return (
    <table className={styles.lines}>
      <tbody>
        {price.lines.map((line, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a sum have no other name, and never move
          <tr key={n}>
            <th scope="row">{lineWords(line, price.currency, per, tell)}</th>
            <td>{formats.money(line.shown, price.currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('total')}</th>
          <td>{formats.money(price.total, price.currency)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

type Line = Price['lines'][number];

/** What has more parts than a language can be given keeps the words it was priced with. */
function lineWords(line: Line, currency: string, per: Per | null, tell: Tell): string {
  const { say, formats, units } = tell;
  if (line.kind === 'rounding') return say('rounding');
  const isPlain = line.kind === 'charge' || line.kind === 'credit' || line.kind === 'fee';
  if (!isPlain || line.unitPrice === null || per === null || /package|block|tier/.test(line.label))
    return line.label;
  const price = `${formats.money(line.unitPrice, currency)} ${say(`per_${per}`)}`;
  const what =
    line.quantity === null
      ? say('flatFee', { price })
      : say('line_charge', { units: units(line.quantity), price });
  const { whole } = line;
  const isTimed = per !== 'once' && whole !== null && (whole !== 1 || line.share.length > 0);
  const time = isTimed
    ? [
        ...line.share.map(({ part, of, by }) => say(`share_${by}`, { part, of })),
        ...(whole === 0 ? [] : [say(`whole_${per}`, { n: whole })]),
      ]
    : [];
  const words = [what, ...(time.length > 0 ? [`× (${time.join(' + ')})`] : [])].join(' ');
  return line.kind === 'credit' ? say('line_less', { what: words }) : words;
}

/** How a price is reckoned, to be opened. */
export function Arithmetic({ price, per, tell }: { price: Price; per: Per | null; tell: Tell }) {
  return (
    <Disclosure label={tell.say('arithmetic')}>
      <PriceLines price={price} per={per} tell={tell} />
    </Disclosure>
  );
}

/** Why it costs what it costs: the price in force, its steps, what it was before, and what we say about it. */
export function WhyPrice(props: { reason: Reason; currency: string; unit: Unit; tell: Tell }) {
  const { reason, currency, unit, tell } = props;
  const { say, formats } = tell;
  const stated = (price: Reason['now']) => (
    <Stated price={price} currency={currency} unit={unit} tell={tell} />
  );
  return (
    <Disclosure label={say('why')}>
      <div className="stack">
        <p>{say('inForce', { book: reason.now.book, from: formats.day(reason.now.from) })}</p>
        {stated(reason.now)}
        {reason.reason && (
          <p>
            <strong>{say('reason')}:</strong> {reason.reason}
          </p>
        )}
        {reason.before && (
          <div className="soft">
            <p>{say('before', { from: formats.day(reason.before.from) })}</p>
            {stated(reason.before)}
          </div>
        )}
      </div>
    </Disclosure>
  );
}

type Unit = { readonly one: string; readonly many: string };

function Stated(props: { price: Reason['now']; currency: string; unit: Unit; tell: Tell }) {
  const { price, currency, tell } = props;
  const { say, formats, units } = tell;
  const per = say(`per_${price.per}`);
  const money = (amount: string) => formats.money(amount, currency);
  const [first] = price.steps;
  const extras = [
    ...price.discounts.map(({ name, value, kind }) =>
      say('discount', { name, value: kind === 'percent' ? formats.percent(Number(value)) : money(value) }),
    ),
    ...(price.minimum === null ? [] : [say('minimum', { price: money(price.minimum), per })]),
  ];
  const oneLine = () => {
    if (!first) return null;
    if (price.kind === 'flat') return say('step_flat', { price: money(first.flat), per });
    const unit = units('1').replace(/^\S+\s/, '');
    if (price.kind === 'unit') return say('step_unit', { price: money(first.unit), unit, per });
    const size = formats.number(first.size ?? '1');
    const many = units(first.size ?? '1').replace(/^\S+\s/, '');
    return say('step_package', { price: money(first.unit), size, units: many, per });
  };
  if (price.kind === 'flat' || price.kind === 'unit' || price.kind === 'package')
    return <p>{[oneLine(), ...extras].join(' ')}</p>;
  return (
    <div>
      <p>{say(`step_${price.kind}`)}</p>
      <ul className={styles.steps}>
        {price.steps.map((step) => (
          <li key={step.upTo ?? 'beyond'}>
            {step.upTo === null
              ? say('beyond', { price: stepPrice(step, per, currency, tell) })
              : say('upTo', { to: units(step.upTo), price: stepPrice(step, per, currency, tell) })}
          </li>
        ))}
      </ul>
      {extras.length > 0 && <p>{extras.join(' ')}</p>}
    </div>
  );
}

function stepPrice(step: Reason['now']['steps'][number], per: string, currency: string, tell: Tell): string {
  const { say, formats, units } = tell;
  const unit = `${formats.money(step.unit, currency)} ${per}`;
  if (step.size !== null) return say('forSize', { price: unit, size: units(step.size) });
  return step.flat === '0'
    ? unit
    : say('plusFlat', { price: unit, flat: formats.money(step.flat, currency) });
}
