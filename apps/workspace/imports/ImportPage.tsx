import { Link } from '@tanstack/react-router';
import { asFailure } from '../data/failure.ts';
import { showInstant } from '../format.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { ImportBadge } from './ImportBadge.tsx';
import { type ImportDetail, type Place, useImport } from './importData.ts';
import styles from './imports.module.css';
import { showSize } from './importWords.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { Report } from './Report.tsx';

const origins = {
  upload: 'uploaded',
  folder: 'found in the watched folder',
  bucket: 'found in the watched bucket',
  request: 'sent by a program',
} as const;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One file of usage: looked at, being imported, or what became of it. */
export function ImportPage({ place }: { place: Place }) {
  const { data, error, isPending, refetch } = useImport(place);
  if (error && asFailure(error).status === 404) return <NotFound what="import" />;
  if (error && !data) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  if (isPending || !data)
    return (
      <p aria-busy="true" className="dimmed">
        Reading the import…
      </p>
    );
  return (
    <div className={styles.page}>
      <PageTitle>{`${data.file}: import`}</PageTitle>
      <Head detail={data as ImportDetail} />
      <Body detail={data as ImportDetail} place={place} />
    </div>
  );
}

function Head({ detail }: { detail: ImportDetail }) {
  return (
    <header className={styles.head}>
      <p>
        <Link to="/imports">All imports</Link>
      </p>
      <h1>{detail.file}</h1>
      <p>
        <ImportBadge {...detail} /> for{' '}
        <Link to="/customers/$customer" params={{ customer: detail.customer.id }}>
          {detail.customer.name}
        </Link>
        , {origins[detail.origin]} {showInstant(detail.receivedAt, zone)} by {detail.by}
        {detail.size === null ? '' : `, ${showSize(detail.size)}`}
      </p>
      {detail.sameAs && (
        <p className={styles.same}>
          This is the very same file as{' '}
          <Link
            to="/customers/$customer/imports/$import"
            params={{ customer: detail.customer.id, import: detail.sameAs.id }}
          >
            the one of {showInstant(detail.sameAs.receivedAt, zone)}
          </Link>
          : importing it again changes nothing.
        </p>
      )}
    </header>
  );
}

function Body({ detail, place }: { detail: ImportDetail; place: Place }) {
  switch (detail.status) {
    case 'waiting':
      return <PreviewPanel place={place} />;
    case 'queued':
    case 'running':
      return <ProgressPanel detail={detail} place={place} />;
    default:
      return <Report detail={detail} place={place} />;
  }
}
