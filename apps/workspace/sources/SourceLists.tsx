import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countOf, showInstant, showNumber } from '../format.ts';
import { dateCell, numberCell, TableBox } from '../parts/TableBox.tsx';
import type { SourceDetail } from './data.ts';
import styles from './sources.module.css';

type Props = { source: SourceDetail };

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const when = (at: string | null) => (at === null ? 'not said' : showInstant(at, zone));

function Part(props: {
  id: string;
  title: string;
  none: string | null;
  shown?: number;
  total?: number;
  children: ReactNode;
}) {
  const { id, title, none, shown = 0, total = shown } = props;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {none === null ? props.children : <p className="dimmed">{none}</p>}
      {none === null && shown < total && (
        <p className="dimmed">
          The latest {shown} of {showNumber(String(total))}.
        </p>
      )}
    </section>
  );
}

/** Totals that the source states and its own lines do not add up to. */
export function Disagreements({ source: { totals, disagreeing } }: Props) {
  const none = totals.length === 0 ? 'What it states adds up, or it states nothing.' : null;
  return (
    <Part id="totals" title="Totals that disagree" none={none} shown={totals.length} total={disagreeing}>
      <p>
        Lines may be missing from these files, or the source counts otherwise. Findings over these moments say
        so.
      </p>
      <TableBox label="Totals that disagree">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Feature</th>
            <th scope="col" className={numberCell}>
              Stated
            </th>
            <th scope="col" className={numberCell}>
              Its lines
            </th>
            <th scope="col" className={numberCell}>
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ at, feature, stated, lines, difference }) => (
            <tr key={`${at} ${feature} ${stated} ${lines}`}>
              <td className={dateCell}>{when(at)}</td>
              <th scope="row">{feature}</th>
              <td className={numberCell}>{showNumber(stated)}</td>
              <td className={numberCell}>{showNumber(lines)}</td>
              <td className={numberCell}>{showNumber(difference)}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </Part>
  );
}

/** Features that belong to no product, and what to do about them. */
export function Unmatched({ source: { unmatchedList } }: Props) {
  const none =
    unmatchedList.length === 0 ? 'Everything it names belongs to a product or stands in a clause.' : null;
  return (
    <Part id="unmatched" title="Features of no product" none={none} shown={unmatchedList.length}>
      <p>
        They count nowhere. Say in the catalog which product each belongs to (under “features”), or name it in
        a clause of the agreement. Both are under <Link to="/papers">Spreadsheets</Link>.
      </p>
      <TableBox label="Features of no product">
        <thead>
          <tr>
            <th scope="col">Feature</th>
            <th scope="col" className={numberCell}>
              Records
            </th>
          </tr>
        </thead>
        <tbody>
          {unmatchedList.map(({ feature, records }) => (
            <tr key={feature}>
              <th scope="row">{feature}</th>
              <td className={numberCell}>{showNumber(String(records))}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </Part>
  );
}

/** Moments at which the source could not say what was in use. */
export function Gaps({ source: { gapList, gaps } }: Props) {
  return (
    <Part
      id="gaps"
      title="Gaps"
      none={gapList.length === 0 ? 'It has told of none.' : null}
      shown={gapList.length}
      total={gaps}
    >
      <p>No data is not zero use. Ask for the report log of these times, if there is one, and import it.</p>
      <TableBox label="Gaps">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Feature</th>
            <th scope="col">What it said</th>
          </tr>
        </thead>
        <tbody>
          {gapList.map(({ at, feature, code, detail }) => (
            <tr key={`${at} ${feature} ${code} ${detail}`}>
              <td className={dateCell}>{when(at)}</td>
              <th scope="row">{feature ?? 'all of it'}</th>
              <td>{detail}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </Part>
  );
}

/** Lines of its imports that were not taken, and why. */
export function Rejections({ source: { customer, rejections } }: Props) {
  const { items, total } = rejections;
  const none = total === 0 ? 'Every line of its imports was taken.' : null;
  return (
    <Part id="rejected" title="Rejected lines" none={none} shown={items.length} total={total}>
      <p>
        {countOf(total, 'line was', 'lines were')} not taken. Correct them and import the file again: the rest
        is known.
      </p>
      <TableBox label="Rejected lines">
        <thead>
          <tr>
            <th scope="col">Import</th>
            <th scope="col" className={numberCell}>
              Line
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rejections of a line may say the same
            <tr key={`${item.import} ${item.line} ${i}`}>
              <th scope="row">
                <Link
                  to="/customers/$customer/imports/$import"
                  params={{ customer: customer.id, import: item.import }}
                >
                  {item.file}
                </Link>
                , {showInstant(item.receivedAt, zone)}
              </th>
              <td className={numberCell}>{item.line ?? ''}</td>
              <td>
                {item.detail} {item.todo}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </Part>
  );
}
