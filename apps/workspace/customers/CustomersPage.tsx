import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useCan } from '../data/session.ts';
import styles from '../editing/editing.module.css';
import { FlagBadges } from '../parts/FlagBadges.tsx';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type CustomerEntry, type CustomerFilter, useCustomers } from './customerData.ts';
import { FirstSteps } from './FirstSteps.tsx';

const all: CustomerFilter = { words: '', segment: '', size: '', owner: '', flag: '' };

/** All customers, to be narrowed, opened and created. */
export function CustomersPage() {
  const [filter, setFilter] = useState(all);
  const mayAdd = useCan('customers.change');
  const query = useCustomers(useDeferredValue(filter));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  const first = data?.pages[0];
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = Object.values(filter).some((value) => value !== '');
  return (
    <div className={styles.page}>
      <PageTitle>Customers</PageTitle>
      <div className={styles.titleLine}>
        <h1>Customers</h1>
        {mayAdd && (
          <Link to="/customers/new" className="noPrint">
            New customer
          </Link>
        )}
      </div>
      {!first && (
        <p role="status" aria-busy="true">
          Reading the customers…
        </p>
      )}
      {first && first.total === 0 && !isNarrowed && <FirstSteps />}
      {first && (first.total !== 0 || isNarrowed) && (
        <>
          <Filters filter={filter} choices={first.choices ?? null} onFilter={setFilter} />
          <p role="status" className="dimmed">
            {first.total === 1 ? '1 customer' : `${first.total} customers`}
          </p>
          {items.length === 0 ? (
            <p className={styles.nothing}>No customer is like that. Take something out of the filter.</p>
          ) : (
            <CustomerTable items={items} />
          )}
          {hasNextPage && (
            <div>
              <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

type Choices = {
  readonly segments: readonly string[];
  readonly owners: readonly { readonly name: string; readonly email: string }[];
} | null;

const flagWords = {
  'in-renewal-talks': 'in renewal talks',
  'do-not-contact': 'do not contact',
  'legal-hold': 'legal hold',
};

function Filters(props: {
  filter: CustomerFilter;
  choices: Choices;
  onFilter: (filter: CustomerFilter) => void;
}) {
  const { filter, choices, onFilter } = props;
  const select = (name: keyof CustomerFilter, label: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={filter[name]}
      data={[{ value: '', label: 'All' }, ...options]}
      onChange={(event) => onFilter({ ...filter, [name]: event.currentTarget.value })}
    />
  );
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <search className={styles.filters}>
      <TextInput
        type="search"
        label="Name or id"
        value={filter.words}
        onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
      />
      {select('segment', 'Segment', same(choices?.segments ?? []))}
      {select('size', 'Size', same(['small', 'medium', 'large']))}
      {select(
        'owner',
        'Owner',
        (choices?.owners ?? []).map(({ name, email }) => ({ value: email, label: name })),
      )}
      {select(
        'flag',
        'Flag',
        Object.entries(flagWords).map(([value, label]) => ({ value, label })),
      )}
    </search>
  );
}

function CustomerTable({ items }: { items: readonly CustomerEntry[] }) {
  return (
    <TableBox label="Customers">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Segment</th>
          <th scope="col">Size</th>
          <th scope="col">Owner</th>
          <th scope="col">Agreements</th>
          <th scope="col">
            <span className="hiddenVisually">Edit</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, name, segment, size, owner, agreements, flags }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/customers/$customer" params={{ customer: id }}>
                {name}
              </Link>{' '}
              <FlagBadges flags={flags} />
            </th>
            <td>{segment}</td>
            <td>{size}</td>
            <td>{owner}</td>
            <td className={numberCell}>{agreements}</td>
            <td>
              <Link to="/customers/$customer/edit" params={{ customer: id }} aria-label={`Edit ${name}`}>
                Edit
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
