import type { ImportDetail } from './importData.ts';
import styles from './imports.module.css';

const width = 1000;

/** What became of the entries, as parts of one bar with their numbers below. */
export function Share({ counts }: { counts: ImportDetail['counts'] }) {
  const parts = [
    { name: 'New', tone: 'new', count: counts.added },
    { name: 'Known already', tone: 'known', count: counts.duplicates },
    { name: 'Rejected', tone: 'rejected', count: counts.rejected },
    { name: 'Without a record', tone: 'other', count: counts.blank + counts.other },
  ].filter(({ count }) => count > 0);
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const bars = parts.map((part) => {
    const bar = { ...part, from, wide: (part.count / all) * width };
    from += bar.wide;
    return bar;
  });
  return (
    <figure className={styles.share}>
      <svg viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ tone, from: x, wide }) => (
          <rect key={tone} data-part={tone} x={x} y={0} width={wide} height={16} />
        ))}
      </svg>
      <figcaption>
        <ul>
          {parts.map(({ name, tone, count }) => (
            <li key={tone} data-part={tone}>
              {name}: {count.toLocaleString('en-US')}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
