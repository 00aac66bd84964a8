import { TextInput, UnstyledButton } from '@mantine/core';
import type { Position } from '#apps/server/pages.ts';
import { Icon } from '../parts/Icon.tsx';
import { statuses, statusWord } from '../parts/StatusBadge.tsx';
import { type Filter, filterFromSearch, withStatus, withWords } from './filterPositions.ts';
import styles from './positions.module.css';

/** Words to look for, and a switch for each status with how many positions have it. */
export function PositionsFilter(props: {
  positions: readonly Position[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { filter, onFilter } = props;
  const found = withWords(props.positions, filter.words ?? '');
  return (
    <search className={`${styles.filter} noPrint`}>
      <TextInput
        className={styles.words}
        type="search"
        aria-label="Find a customer, product or clause"
        placeholder="Find a customer, product or clause"
        leftSection={<Icon name="search" />}
        defaultValue={filter.words ?? ''}
        onChange={(event) => onFilter(filterFromSearch({ ...filter, words: event.currentTarget.value }))}
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
            <span className={styles.chipCount}>
              {found.filter((position) => position.status === status).length}
            </span>
          </UnstyledButton>
        ))}
      </fieldset>
    </search>
  );
}
