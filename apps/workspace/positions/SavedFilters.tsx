import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type SavedFilter, useSavedFilters, useSaveFilter } from '../data/savedFilters.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { addressOf, type Filter, filterOfAddress, isNarrowed } from './filter.ts';
import styles from './positions.module.css';

/** The filters somebody has saved, each with how many positions pass it; and the way to save the one that is set. */
export function SavedFilters({ filter }: { filter: Filter }) {
  const { data } = useSavedFilters();
  const [asked, setAsked] = useState<SavedFilter | 'new' | null>(null);
  const here = addressOf(filter);
  const saved = data?.items ?? [];
  const current = saved.find(({ address }) => address === here);
  if (saved.length === 0 && !isNarrowed(filter)) return null;
  return (
    <nav aria-label="Saved filters" className={`${styles.saved} noPrint`}>
      {saved.map((one) => (
        <Link
          key={one.id}
          to="/"
          search={filterOfAddress(one.address)}
          className={styles.chip}
          aria-current={one.address === here ? 'true' : undefined}
        >
          {one.name}
          <span className={styles.chipCount}>
            {one.positions?.toLocaleString('en-US') ?? 'no longer valid'}
          </span>
        </Link>
      ))}
      {current ? (
        <Act needs="work.write" size="compact-xs" variant="default" onClick={() => setAsked(current)}>
          Rename or remove “{current.name}”
        </Act>
      ) : (
        isNarrowed(filter) && (
          <Act needs="work.write" size="compact-xs" variant="default" onClick={() => setAsked('new')}>
            Save this filter
          </Act>
        )
      )}
      {asked !== null && <FilterDialog asked={asked} address={here} onClose={() => setAsked(null)} />}
    </nav>
  );
}

function FilterDialog(props: { asked: SavedFilter | 'new'; address: string; onClose: () => void }) {
  const { asked, onClose } = props;
  const { mutate, error, isPending } = useSaveFilter();
  const [name, setName] = useState(asked === 'new' ? '' : asked.name);
  const isNew = asked === 'new';
  return (
    <Dialog title={isNew ? 'Save this filter' : `The filter “${asked.name}”`} onClose={onClose}>
      <form
        className={styles.filterForm}
        onSubmit={(event) => {
          event.preventDefault();
          mutate(isNew ? { name, address: props.address } : { rename: asked, name }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label="Name"
          description="Everybody here sees it."
          required
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Problem thrown={error} />
        <Button type="submit" loading={isPending}>
          {isNew ? 'Save' : 'Rename'}
        </Button>
        {!isNew && (
          <Button
            variant="default"
            loading={isPending}
            onClick={() => mutate({ remove: asked.id }, { onSuccess: onClose })}
          >
            Remove
          </Button>
        )}
      </form>
    </Dialog>
  );
}
