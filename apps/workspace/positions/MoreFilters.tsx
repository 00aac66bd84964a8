import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChoices } from '../data/positions.ts';
import { flagWord } from '../parts/FlagBadges.tsx';
import { severityWords } from '../parts/SeverityBadge.tsx';
import { type Filter, filterFromSearch, flags, severities, sizes } from './filter.ts';
import styles from './positions.module.css';

type Name = Exclude<keyof Filter, 'words' | 'status' | 'order' | 'backwards'>;

/** How many of the filters below are set. */
function setNow(filter: Filter): number {
  const { words: _w, status: _s, order: _o, backwards: _b, ...rest } = filter;
  return Object.keys(rest).length;
}

/** All filters but words and status, behind a button that says how many of them are set. */
export function MoreFilters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const count = setNow(filter);
  const [opened, setOpened] = useState(count > 0);
  return (
    <>
      <Button variant="default" size="xs" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {count === 0 ? 'More filters' : `More filters (${count} set)`}
      </Button>
      {opened && <Fields filter={filter} onFilter={onFilter} />}
    </>
  );
}

function Fields({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { data } = useChoices();
  const set = (name: Name, value: string) =>
    onFilter(filterFromSearch({ ...filter, [name]: value || undefined }));
  const shown = (name: Name) => {
    const value = filter[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };
  const select = (name: Name, label: string, options: readonly (readonly [string, string])[]) => (
    <NativeSelect
      size="xs"
      label={label}
      value={shown(name)}
      data={[{ value: '', label: 'Any' }, ...options.map(([value, words]) => ({ value, label: words }))]}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );
  const input = (name: Name, label: string, type: 'date' | 'text', hint = '') => (
    <TextInput
      size="xs"
      label={label}
      type={type}
      placeholder={hint}
      key={`${name} ${shown(name)}`}
      defaultValue={shown(name)}
      disabled={name === 'least' && !filter.currency}
      onBlur={(event) => event.currentTarget.value !== shown(name) && set(name, event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && set(name, event.currentTarget.value)}
    />
  );
  const parties = (list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }) => [id, name] as const);
  const same = (list: readonly string[] = []) => list.map((one) => [one, one] as const);
  return (
    <div className={styles.more}>
      {select('product', 'Product', parties(data?.products))}
      {select('segment', 'Segment', same(data?.segments))}
      {select('size', 'Customer size', same(sizes))}
      {select('owner', 'Owner', [['none', 'Nobody assigned'], ...parties(data?.owners)])}
      {select(
        'flag',
        'Flag',
        flags.map((flag) => [flag, flag === 'none' ? 'Without any flag' : flagWord(flag)] as const),
      )}
      {select(
        'severity',
        'Severity',
        severities.map((one) => [one, severityWords[one]] as const),
      )}
      {input('renewsFrom', 'Renews from', 'date')}
      {input('renewsUntil', 'Renews through', 'date')}
      {select('currency', 'Currency', same(data?.currencies))}
      {input('least', 'At stake at least', 'text', filter.currency ? '1000' : 'Choose a currency')}
    </div>
  );
}
