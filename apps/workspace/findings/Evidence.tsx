import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '#apps/server/pages.ts';
import { evidencePage } from '../data/api.ts';
import { asFailure } from '../data/failure.ts';
import { useEvidence } from '../data/queries.ts';
import { countOf } from '../format.ts';
import { EvidenceTable } from './EvidenceTable.tsx';
import styles from './findings.module.css';
import { peakWindow, windowWords } from './peak.ts';

/** The counted units of one window (`null`: of the highest), a page at a time. */
export function Evidence(props: {
  customer: string;
  finding: FindingView;
  zone: string;
  window: number | null;
}) {
  const { finding, zone } = props;
  const [offset, setOffset] = useState(0);
  const index = props.window ?? peakWindow(finding);
  // The page itself brings the first rows of the highest window; everything else is asked for.
  const own = props.window === null && offset === 0;
  const place = own ? null : { window: index, offset };
  const { data, error, isFetching, refetch } = useEvidence(
    props.customer,
    finding.key,
    finding.version,
    place,
  );
  const evidence = own ? finding.evidence : data;
  const name = windowWords(finding, index, zone);
  if (error) {
    return (
      <p role="alert">
        {asFailure(error).title}. {asFailure(error).todo}{' '}
        <Button size="compact-sm" variant="default" onClick={() => refetch()}>
          Try again
        </Button>
      </p>
    );
  }
  if (!evidence) return <p role="status">Reading the counted units…</p>;
  const last = Math.min(offset + evidence.rows.length, evidence.total);
  return (
    <div className={styles.evidence} aria-busy={isFetching}>
      <p role="status">
        {name}
        {props.window === null && ', the highest window'}: {countOf(evidence.total, 'row', 'rows')} come to{' '}
        <strong>{evidence.value}</strong>
        {evidence.total > evidence.rows.length && `. Shown: ${offset + 1} to ${last}`}.
      </p>
      <EvidenceTable
        customer={props.customer}
        rows={evidence.rows}
        contests={finding.contests}
        zone={zone}
        label={`Counted units of ${name}`}
      />
      {evidence.total > evidencePage && (
        <div className={`${styles.pages} noPrint`}>
          <Button
            variant="default"
            size="xs"
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - evidencePage))}
          >
            Rows before
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={last >= evidence.total}
            onClick={() => setOffset(offset + evidencePage)}
          >
            Rows after
          </Button>
        </div>
      )}
    </div>
  );
}
