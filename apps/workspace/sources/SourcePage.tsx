import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { showInstant, showNumber } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { Conflicts } from './Conflicts.tsx';
import { type SourceDetail, type SourcePlace, useSource } from './data.ts';
import { Effect } from './Effect.tsx';
import { SourceBars } from './SourceBars.tsx';
import { Disagreements, Gaps, Rejections, Unmatched } from './SourceLists.tsx';
import styles from './sources.module.css';
import { troublesOf } from './troubles.ts';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One source of a customer: is it alive, what did it bring, and what is there to look after. */
export function SourcePage({ place }: { place: SourcePlace }) {
  const query = useSource(place);
  const [since, setSince] = useState<string | null>(null);
  if (query.error && asFailure(query.error).status === 404) return <NotFound what="source" />;
  return (
    <Loaded title={place.source} query={query}>
      {(source) => (
        <div className={styles.page}>
          <PageTitle>{source.source}</PageTitle>
          <Link to="/sources" className={`${styles.back} noPrint`}>
            <Icon name="back" size={14} />
            All sources
          </Link>
          <header>
            <h1>{source.source}</h1>
            <p>
              A source of{' '}
              <Link to="/customers/$customer" params={{ customer: source.customer.id }}>
                {source.customer.name}
              </Link>
              .{' '}
              {troublesOf(source).length === 0
                ? 'Nothing to look after.'
                : `To look after: ${troublesOf(source).join(', ')}.`}
            </p>
          </header>
          {since !== null && <Effect key={since} customer={place.customer} since={since} />}
          <Heard source={source} />
          <SourceBars {...source.bars} />
          <Conflicts place={place} onDone={setSince} />
          <Disagreements source={source} />
          <Unmatched source={source} />
          <Gaps source={source} />
          <Rejections source={source} />
        </div>
      )}
    </Loaded>
  );
}

function Heard({ source }: { source: SourceDetail }) {
  const { lastRecord, lastImport, pace, silent, silentFrom, records, grades } = source;
  return (
    <section className={styles.section} aria-labelledby="heard">
      <h2 id="heard">When it was heard</h2>
      <dl className={styles.facts}>
        <Fact name="Latest record">{lastRecord ? showInstant(lastRecord, zone) : 'none yet'}</Fact>
        <Fact name="Latest import">{lastImport ? showInstant(lastImport, zone) : 'none that counts'}</Fact>
        <Fact name="Usual pace">{pace ?? 'not known before the second record'}</Fact>
        <Fact name="Records">{showNumber(String(records))}</Fact>
        <Fact name="State">
          {silentFrom === null
            ? 'No record yet'
            : silent
              ? `Silent since ${showInstant(silentFrom, zone)}: ask the customer whether it still runs, and import what is missing.`
              : `Alive; silent if nothing comes by ${showInstant(silentFrom, zone)}`}
        </Fact>
        <Fact name="Evidence">
          {grades.length === 0
            ? 'none yet'
            : grades.map(({ grade, words, records: n }) => (
                <span key={grade} className={styles.line}>
                  {grades.length > 1 && `${showNumber(String(n))}: `}
                  {words}
                </span>
              ))}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
