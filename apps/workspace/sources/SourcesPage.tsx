import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { countOf, showInstant } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type Show, type SourceItem, shows, useSources } from './data.ts';
import styles from './sources.module.css';
import { troublesOf } from './troubles.ts';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Where use comes from: all sources of all customers, or those with one kind of trouble. */
export function SourcesPage({ customer }: { customer: string | undefined }) {
  const [show, setShow] = useState<Show>('all');
  const [search, setSearch] = useState('');
  const sources = useSources({ show, search: search.trim(), customer });
  const items = sources.data?.pages.flatMap((page) => page.items) ?? [];
  const total = sources.data?.pages[0]?.total ?? items.length;
  if (sources.error && !sources.data)
    return <FailureNotice thrown={sources.error} onRetry={() => void sources.refetch()} />;
  return (
    <div className={styles.page}>
      <PageTitle>Sources</PageTitle>
      <header>
        <h1>Sources</h1>
        <p className="dimmed">
          Where use comes from. A number is only as good as what is behind it: see here which source has
          fallen silent, contradicts itself, or names things nobody sells.
        </p>
      </header>
      {customer !== undefined && (
        <p>
          Those of{' '}
          <Link to="/customers/$customer" params={{ customer }}>
            {items[0]?.customer.name ?? customer}
          </Link>
          . <Link to="/sources">Show all customers</Link>
        </p>
      )}
      <div className={styles.bar}>
        <NativeSelect
          label="Show"
          value={show}
          data={Object.entries(shows).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setShow(event.currentTarget.value as Show)}
        />
        <TextInput
          label="Search"
          placeholder="Customer or source"
          leftSection={<Icon name="search" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <p role="status" className="dimmed" aria-busy={sources.isFetching}>
        {sources.data ? countOf(total, 'source', 'sources') : 'Reading the list…'}
      </p>
      {sources.data && items.length === 0 && <Nothing filtered={show !== 'all' || search.trim() !== ''} />}
      {items.length > 0 && <SourceTable items={items} />}
      {sources.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={sources.isFetchingNextPage}
            onClick={() => void sources.fetchNextPage()}
          >
            Show more sources
          </Button>
        </div>
      )}
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) return <p>No source is like this. That may be good news.</p>;
  return (
    <p>
      Nothing has come in yet. <Link to="/imports">Bring in usage</Link>, or let a customer’s directory push
      its users: see “Directory” on the customer’s page.
    </p>
  );
}

/** Sources, when each was heard, and what there is to do. */
export function SourceTable({ items }: { items: readonly SourceItem[] }) {
  return (
    <TableBox label="Sources">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Customer</th>
          <th scope="col">To look after</th>
          <th scope="col">Latest record</th>
          <th scope="col">Latest import</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.customer.id} ${item.source}`}>
            <th scope="row">
              <Link
                to="/customers/$customer/source"
                params={{ customer: item.customer.id }}
                search={{ source: item.source }}
              >
                {item.source}
              </Link>
            </th>
            <td>
              <Link to="/customers/$customer" params={{ customer: item.customer.id }}>
                {item.customer.name}
              </Link>
            </td>
            <td>
              <Troubles item={item} />
            </td>
            <td className={dateCell}>{item.lastRecord ? showInstant(item.lastRecord, zone) : 'none yet'}</td>
            <td className={dateCell}>
              {item.lastImport ? showInstant(item.lastImport, zone) : 'none that counts'}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function Troubles({ item }: { item: SourceItem }) {
  const troubles = troublesOf(item);
  if (troubles.length === 0) return <span className="dimmed">nothing</span>;
  return (
    <span className={styles.badges}>
      {troubles.map((words) => (
        <span key={words} className={styles.badge}>
          {words}
        </span>
      ))}
    </span>
  );
}
