import { Icon } from './Icon.tsx';
import styles from './parts.module.css';

type Severity = 'critical' | 'high' | 'normal' | 'low';

const tones = { critical: 'beyond', high: 'near', normal: 'covered', low: 'cannot-tell' } as const;

/** All severities with their words, the gravest first. */
export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};

/** A severity as icon and word. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <span className={styles.badge} data-tone={tones[severity]}>
      <Icon name={tones[severity]} size={14} />
      {severityWords[severity]}
    </span>
  );
}
