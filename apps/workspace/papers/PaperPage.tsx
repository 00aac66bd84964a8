import { Link } from '@tanstack/react-router';
import { Allowed } from '../parts/Act.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { type PaperImport, useKinds, usePaperImport, usePaperStep } from './paperData.ts';
import styles from './papers.module.css';
import { progressWords } from './paperWords.ts';
import { Steps } from './Steps.tsx';

/** One import at whatever step it is. */
export function PaperPage({ id }: { id: number }) {
  const kinds = useKinds();
  const step = usePaperStep(id);
  const { data, error, refetch } = usePaperImport(id, step.isPending);
  const thrown = error ?? kinds.error;
  if (thrown && !data) return <FailureNotice thrown={thrown} onRetry={() => void refetch()} />;
  const kind = kinds.data?.find((one) => one.kind === data?.kind);
  if (!data || !kind) return <h1 aria-busy="true">Bring in…</h1>;
  return (
    <div className={styles.page}>
      <PageTitle>{`${data.fileName}: ${kind.title.toLowerCase()}`}</PageTitle>
      <p className="small">
        <Link to="/papers">Spreadsheets</Link> / {kind.title}
      </p>
      <h1>{data.fileName}</h1>
      <Steps status={data.status} />
      {step.isPending && <Working progress={data.progress} />}
      {data.status === 'read' && (
        <Allowed needs="papers.import">
          <ColumnsStep
            key={JSON.stringify([data.map, data.table?.sheet, data.table?.headerLine])}
            paper={data}
            kind={kind}
            step={step}
          />
        </Allowed>
      )}
      {data.status === 'previewed' && <PreviewStep paper={data} kind={kind} step={step} />}
      {(data.status === 'applied' || data.status === 'undone') && (
        <DoneStep paper={data} kind={kind} step={step} />
      )}
    </div>
  );
}

function Working({ progress }: { progress: PaperImport['progress'] }) {
  return (
    <div className={styles.working} role="status">
      {progress ? (
        <>
          <progress max={progress.total || 1} value={progress.done} aria-label="How far it has come" />
          <span>{progressWords(progress)}</span>
        </>
      ) : (
        <>
          <progress aria-label="How far it has come" />
          <span>Working…</span>
        </>
      )}
    </div>
  );
}
