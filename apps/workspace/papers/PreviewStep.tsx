import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { countOf } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import type { PaperImport, PaperKind, usePaperStep } from './paperData.ts';
import styles from './papers.module.css';
import { RowList } from './RowList.tsx';
import { Trouble } from './Trouble.tsx';

type StepProps = {
  paper: PaperImport;
  kind: PaperKind;
  step: ReturnType<typeof usePaperStep>;
};

/** The third step: each change before it happens. */
export function PreviewStep({ paper, kind, step }: StepProps) {
  const { counts, digest } = paper;
  if (!counts || digest === null) return null;
  const wanted = counts.new + counts.changed;
  const back = () => step.mutate({ step: 'map', order: { ...tableOf(paper), map: paper.map } });
  return (
    <>
      <section className={styles.panel} aria-label="What would change">
        <h2>
          {wanted === 0
            ? counts.refused === 0
              ? 'Nothing to change'
              : 'Nothing can be taken yet'
            : `${countOf(wanted, 'row', 'rows')} would change something`}
        </h2>
        <p className="dimmed">
          {wanted > 0
            ? 'Nothing has been changed yet. Look through it, then take it.'
            : counts.refused === 0
              ? 'All that this file says is known already.'
              : `${countOf(counts.refused, 'row is', 'rows are')} refused, each with its reason below. Go back to the columns, or put the file right and bring it in again.`}
        </p>
        <Unknown paper={paper} kind={kind} step={step} />
        {step.error && <Trouble thrown={step.error} />}
        <div className={styles.row}>
          {counts.refused === 0 ? (
            <Act
              needs="papers.import"
              disabled={wanted === 0}
              loading={step.isPending}
              onClick={() => step.mutate({ step: 'apply', digest, rows: 'all' })}
            >
              Take {countOf(wanted, 'row', 'rows')}
            </Act>
          ) : (
            <Act
              needs="papers.import"
              disabled={wanted === 0}
              loading={step.isPending}
              onClick={() => step.mutate({ step: 'apply', digest, rows: 'good' })}
            >
              Take the {countOf(wanted, 'good row', 'good rows')}, leave {counts.refused} out
            </Act>
          )}
          <Button variant="default" disabled={step.isPending} onClick={back}>
            Back to the columns
          </Button>
        </div>
      </section>
      <RowList paper={paper} first={counts.refused > 0 ? 'refused' : undefined} />
    </>
  );
}

function tableOf({ table }: PaperImport) {
  if (!table) return {};
  const { sheet, headerLine, encoding, delimiter } = table;
  return {
    headerLine,
    ...(sheet === null ? {} : { sheet }),
    ...(delimiter === null ? {} : { encoding, delimiter }),
  };
}

/** Values of choices that stand for none: what each of them means is said once, and remembered. */
function Unknown({ paper, kind, step }: StepProps) {
  const [values, setValues] = useState(paper.map.values);
  const unknown = Object.entries(paper.counts?.unknown ?? {});
  if (unknown.length === 0) return null;
  const say = (key: string, word: string, meaning: string) => {
    const { [word]: _, ...others } = values[key] ?? {};
    setValues({ ...values, [key]: meaning === '' ? others : { ...others, [word]: meaning } });
  };
  const again = () => {
    const order = { ...tableOf(paper), map: { ...paper.map, values } };
    step.mutate({ step: 'map', order }, { onSuccess: () => step.mutate({ step: 'preview' }) });
  };
  return (
    <div className={styles.unknown}>
      <h3>What do these words mean?</h3>
      <div className={styles.row}>
        {unknown.flatMap(([key, words]) => {
          const column = kind.columns.find((one) => one.key === key);
          return words.map((word) => (
            <NativeSelect
              key={`${key} ${word}`}
              label={`${column?.title ?? key}: ${word}`}
              value={values[key]?.[word] ?? ''}
              data={[{ value: '', label: 'Not known' }, ...(column?.choices ?? [])]}
              onChange={(event) => say(key, word, event.currentTarget.value)}
            />
          ));
        })}
      </div>
      <div>
        <Act needs="papers.import" variant="light" onClick={again} loading={step.isPending}>
          Read it that way
        </Act>
      </div>
    </div>
  );
}
