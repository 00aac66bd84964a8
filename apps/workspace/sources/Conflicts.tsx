import { Button } from '@mantine/core';
import { useState } from 'react';
import { countOf, showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { type Conflict, type ConflictDeed, type Content, type SourcePlace, useConflicts } from './data.ts';
import { differing, rowsOf } from './difference.ts';
import { ManyDialog } from './ManyDialog.tsx';
import styles from './sources.module.css';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const pageSize = 50;

/** A single decision that was asked for, and what it is about. */
export type AskedConflict = { readonly deed: ConflictDeed; readonly about: string };

/** Records that came with more than one content: both side by side, and what can be decided. */
export function Conflicts({ place, onDone }: { place: SourcePlace; onDone: (at: string) => void }) {
  const [offset, setOffset] = useState(0);
  const [asked, setAsked] = useState<AskedConflict | 'many' | null>(null);
  const { data, error, refetch } = useConflicts(place, offset);
  const done = (at: string) => {
    setAsked(null);
    onDone(at);
  };
  return (
    <section className={styles.section} aria-labelledby="conflicts">
      <h2 id="conflicts">Conflicts</h2>
      {error && !data && <FailureNotice thrown={error} onRetry={() => refetch()} />}
      {!data && !error && <p aria-busy="true">Reading the conflicts…</p>}
      {data?.total === 0 && <p className="dimmed">No record came with two contents.</p>}
      {data && data.total > 0 && (
        <>
          <p>
            {data.unsettled === 0
              ? 'All are settled.'
              : `${countOf(data.unsettled, 'record has', 'records have')} several contents. None of them counts until you choose.`}
          </p>
          {data.unsettled > 1 && (
            <div>
              <Act needs="usage.decide" variant="default" onClick={() => setAsked('many')}>
                Choose for all {data.unsettled} at once…
              </Act>
            </div>
          )}
          <ul className={styles.conflicts}>
            {data.conflicts.map((conflict) => (
              <OneConflict key={conflict.id} conflict={conflict} onAsk={setAsked} />
            ))}
          </ul>
          <Pages offset={offset} total={data.total} onOffset={setOffset} />
        </>
      )}
      {asked === 'many' && <ManyDialog place={place} onClose={() => setAsked(null)} onDone={done} />}
      {asked !== null && asked !== 'many' && (
        <ConflictDialog place={place} asked={asked} onClose={() => setAsked(null)} onDone={done} />
      )}
    </section>
  );
}

function Pages(props: { offset: number; total: number; onOffset: (offset: number) => void }) {
  const { offset, total, onOffset } = props;
  if (total <= pageSize) return null;
  return (
    <div className={styles.bar}>
      <Button variant="default" size="xs" disabled={offset === 0} onClick={() => onOffset(offset - pageSize)}>
        Before
      </Button>
      <span className="dimmed">
        {offset + 1} to {Math.min(total, offset + pageSize)} of {total}
      </span>
      <Button
        variant="default"
        size="xs"
        disabled={offset + pageSize >= total}
        onClick={() => onOffset(offset + pageSize)}
      >
        After
      </Button>
    </div>
  );
}

function OneConflict({ conflict, onAsk }: { conflict: Conflict; onAsk: (asked: AskedConflict) => void }) {
  const { id, contents, choices, settled } = conflict;
  const standing = choices.findLast(({ undone }) => undone === null);
  const different = differing(contents);
  return (
    <li className={styles.conflict}>
      <h3>
        Record {id}
        {settled && <span className={styles.settled}>settled</span>}
      </h3>
      <div className={styles.contents}>
        {byArrival(contents).map((content, n) => (
          <OneContent
            key={content.digest}
            content={content}
            number={n + 1}
            different={different}
            onChoose={() =>
              onAsk({
                deed: { kind: 'choose', id, digest: content.digest },
                about: `Of record ${id} shall count: ${content.words}.`,
              })
            }
          />
        ))}
      </div>
      {standing && (
        <p>
          Chosen by {standing.by}, {showInstant(standing.at, zone)}: “{standing.reason}”{' '}
          <Act
            needs="usage.decide"
            size="compact-sm"
            variant="default"
            onClick={() =>
              onAsk({
                deed: { kind: 'undo', choice: standing.choice },
                about: `The choice for record ${id} is taken back; the one before it counts again, or none.`,
              })
            }
          >
            Take back<span className="hiddenVisually">: the choice for record {id}</span>
          </Act>
        </p>
      )}
    </li>
  );
}

/** The order in which people think of them: what came first stands first. */
function byArrival(contents: readonly Content[]): Content[] {
  return contents.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
}

function OneContent(props: {
  content: Content;
  number: number;
  different: ReadonlySet<string>;
  onChoose: () => void;
}) {
  const { content, number, different, onChoose } = props;
  return (
    <div className={styles.content} data-counts={content.counts}>
      <dl>
        {rowsOf(content)
          .filter(([name, value]) => value !== '–' || different.has(name))
          .map(([name, value]) => (
            <div key={name} data-differs={different.has(name)}>
              <dt>{name}</dt>
              <dd>{different.has(name) ? <mark>{value}</mark> : value}</dd>
            </div>
          ))}
      </dl>
      <p className="dimmed small">
        From {content.file}, {showInstant(content.receivedAt, zone)}
      </p>
      {content.counts ? (
        <strong>This content counts.</strong>
      ) : (
        <Act needs="usage.decide" size="compact-sm" variant="default" onClick={onChoose}>
          This is right
          <span className="hiddenVisually">
            : content {number}, {content.words}
          </span>
        </Act>
      )}
    </div>
  );
}
