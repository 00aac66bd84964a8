import { TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { PositionsPage } from '#apps/server/positions/schemas.ts';
import { Icon } from '../parts/Icon.tsx';
import { statuses, statusWord } from '../parts/StatusBadge.tsx';
import { type Filter, filterFromSearch, withStatus } from './filter.ts';
import { MoreFilters } from './MoreFilters.tsx';
import styles from './positions.module.css';

/** How long to wait for the next letter, in milliseconds: the server is asked when a word is written, not at each letter. */
const pause = 200;

/** Words to look for, a switch for each status with how many positions have it, and all other filters. */
export function PositionsFilter(props: {
  totals: PositionsPage['totals'];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { filter, onFilter, totals } = props;
  const search = useDebouncedCallback(
    (words: string) => onFilter(filterFromSearch({ ...filter, words })),
    pause,
  );
  const count = (status: string) => totals?.statuses.find((one) => one.status === status)?.positions ?? 0;
  return (
    <search className={`${styles.filter} noPrint`}>
      <TextInput
        className={styles.words}
        type="search"
        aria-label="Find a customer, product or clause"
        placeholder="Find a customer, product or clause"
        leftSection={<Icon name="search" />}
        defaultValue={filter.words ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <fieldset className={styles.chips}>
        <legend className="hiddenVisually">Status</legend>
        {statuses.map((status) => (
          <UnstyledButton
            key={status}
            className={styles.chip}
            aria-pressed={filter.status?.includes(status) ?? false}
            onClick={() => onFilter(withStatus(filter, status))}
          >
            <Icon name={status} size={14} />
            {statusWord(status)}
            <span className={styles.chipCount}>{count(status).toLocaleString('en-US')}</span>
          </UnstyledButton>
        ))}
      </fieldset>
      <MoreFilters filter={filter} onFilter={onFilter} />
    </search>
  );
}
