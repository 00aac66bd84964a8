import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { AgreementView, ClauseView } from '#apps/server/pages.ts';
import { UseChart } from '../chart/UseChart.tsx';
import { showGroup, unitWord } from '../format.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { ProvenanceList } from '../parts/ProvenanceList.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import styles from './customer.module.css';
import { Variations } from './Variations.tsx';

/** One promise in plain words: what is allowed now and why, what departs from it, and the use against it. */
export function ClauseCard(props: {
  clause: ClauseView;
  zone: string;
  asOf: string;
  variations: AgreementView['variations'];
}) {
  const { clause, zone, asOf } = props;
  const unit = clause.kind === 'capacity' ? clause.charts[0]?.chart.unit : undefined;
  const allowed = unit ? `${clause.allowedNow} ${unitWord(clause.allowedNow, unit)}` : clause.allowedNow;
  return (
    <article className={styles.panel} id={`clause-${clause.id}`}>
      <header className={styles.clauseHead}>
        <div>
          <h3>{clause.plain}</h3>
          <p className="dimmed small">
            {clause.product.name} · measured as {clause.measuredAs}
          </p>
        </div>
        <StatusBadge status={clause.status} />
      </header>
      <div className={styles.allowed}>
        <div>
          <p className={styles.small}>Allowed now</p>
          <p className={styles.allowedNow} data-long={allowed.length > 20}>
            {allowed}
          </p>
          {clause.allowedWords !== clause.allowedNow && <p>{clause.allowedWords}</p>}
        </div>
        <ProvenanceList provenance={clause.provenance} />
      </div>
      {clause.rights.length > 0 && (
        <div>
          <p className={styles.small}>Which use counts</p>
          <ul>
            {clause.rights.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <Variations variations={props.variations} zone={zone} asOf={asOf} />
      <Charts clause={clause} />
      <Disclosure label="What the contract says, word for word">
        <blockquote className={styles.contract}>{clause.text}</blockquote>
      </Disclosure>
    </article>
  );
}

function Charts({ clause }: { clause: ClauseView }) {
  const [chosen, choose] = useState('0');
  const shown = clause.charts[Number(chosen)];
  if (!shown) return null;
  const group = showGroup(shown.group);
  const names = clause.charts.map((one, n) => ({ value: String(n), label: showGroup(one.group) || 'all' }));
  const what = clause.kind === 'capacity' ? 'use against what is allowed' : 'use outside what is allowed';
  const label = `${clause.product.name}${group ? `, ${group}` : ''}: ${what}`;
  return (
    <div className={styles.charts}>
      {clause.charts.length > 1 && (
        <NativeSelect
          className={styles.group}
          label="Counted apart"
          data={names}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      <UseChart key={chosen} chart={shown.chart} label={label} />
    </div>
  );
}
