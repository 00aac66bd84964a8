import type { FindingView } from '#apps/server/pages.ts';
import { showInstant } from '../format.ts';
import styles from './findings.module.css';

/** The timeline and the recounts of a finding, as they came. */
export function History({ finding, zone }: { finding: FindingView; zone: string }) {
  return (
    <div className={styles.histories}>
      <Entries entries={finding.timeline} zone={zone} />
      {finding.revisions.length > 0 && (
        <div>
          <h5>Recounts</h5>
          <Entries entries={finding.revisions} zone={zone} />
        </div>
      )}
    </div>
  );
}

function Entries({ entries, zone }: { entries: FindingView['timeline']; zone: string }) {
  return (
    <ol className={styles.history}>
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.words}`}>
          <time dateTime={entry.at}>{showInstant(entry.at, zone)}</time>
          <span>{entry.words}</span>
        </li>
      ))}
    </ol>
  );
}
