import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showInstant } from '../format.ts';
import { dateCell, TableBox } from '../parts/TableBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { ImportBadge } from './ImportBadge.tsx';
import { type ImportItem, useImports } from './importData.ts';
import styles from './imports.module.css';
import { importStatusWords } from './importWords.ts';
import { Upload } from './Upload.tsx';

/** Files of usage: the way in, and what became of those that came. */
export function ImportsPage() {
  const [status, setStatus] = useState<ImportItem['status'] | undefined>();
  const imports = useImports(status);
  const items = imports.data?.pages.flatMap((page) => page.items) ?? [];
  if (imports.error && items.length === 0)
    return <FailureNotice thrown={imports.error} onRetry={() => void imports.refetch()} />;
  return (
    <div className={styles.page}>
      <PageTitle>Usage files</PageTitle>
      <h1>Usage files</h1>
      <Upload />
      <div className={styles.listHead}>
        <h2>What came in</h2>
        <NativeSelect
          aria-label="Status"
          size="xs"
          value={status ?? ''}
          data={[
            { value: '', label: 'Every status' },
            ...Object.entries(importStatusWords).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => setStatus((event.currentTarget.value || undefined) as typeof status)}
        />
      </div>
      {imports.isPending ? (
        <p aria-busy="true" className="dimmed">
          Reading the list…
        </p>
      ) : (
        <ImportTable items={items} filtered={status !== undefined} />
      )}
      {imports.hasNextPage && (
        <Button
          variant="default"
          loading={imports.isFetchingNextPage}
          onClick={() => void imports.fetchNextPage()}
        >
          Show older ones
        </Button>
      )}
    </div>
  );
}

function ImportTable({ items, filtered }: { items: readonly ImportItem[]; filtered: boolean }) {
  if (items.length === 0)
    return (
      <p className="dimmed">
        {filtered
          ? 'No import has this status.'
          : 'Nothing has come in yet. Choose a customer above and drop a file: the output of a license server, a list of seats, events.'}
      </p>
    );
  return (
    <TableBox label="Usage files">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Customer</th>
          <th scope="col">Status</th>
          <th scope="col">What became of it</th>
          <th scope="col">Came in</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <Link
                to="/customers/$customer/imports/$import"
                params={{ customer: item.customer.id, import: item.id }}
              >
                {item.file}
              </Link>
            </th>
            <td>
              <Link to="/customers/$customer" params={{ customer: item.customer.id }}>
                {item.customer.name}
              </Link>
            </td>
            <td>
              <ImportBadge {...item} />
            </td>
            <td>{item.words}</td>
            <td className={dateCell}>{showInstant(item.receivedAt, zone)}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
