import { Icon } from '../parts/Icon.tsx';
import badge from '../parts/parts.module.css';
import type { ImportItem } from './importData.ts';
import { importStatusWords, importTones } from './importWords.ts';

/** The status of an import as icon and words. */
export function ImportBadge({ status, withdrawn }: Pick<ImportItem, 'status' | 'withdrawn'>) {
  const tone = withdrawn ? 'cannot-tell' : importTones[status];
  return (
    <span className={badge.badge} data-tone={tone}>
      <Icon name={tone as 'near'} size={14} />
      {withdrawn ? 'Undone' : importStatusWords[status]}
    </span>
  );
}
