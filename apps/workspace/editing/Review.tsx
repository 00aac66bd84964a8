import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { Act } from '../parts/Act.tsx';
import { Diff } from './Diff.tsx';
import type { AnyPreview, Door } from './door.ts';
import styles from './editing.module.css';
import { ProblemList } from './ProblemList.tsx';

type Props<P extends AnyPreview> = {
  door: Door<P>;
  /** The text to be saved; `null` where what was entered is not complete. */
  text: () => string | null;
  /** Counts what was entered: what was looked at before is not what is saved now. */
  entered: number;
  showPreview: (preview: P) => ReactNode;
  onSaved: () => void;
  onLine?: (line: number) => void;
  onProblems?: (thrown: unknown) => void;
};

/** First what would change, then saving exactly that. A change by somebody else is told, and what was entered stays. */
export function Review<P extends AnyPreview>(props: Props<P>) {
  const { door, entered, showPreview, onSaved, onLine, onProblems } = props;
  const [base, setBase] = useState<{ before: string; after: string } | null>(null);
  const look = useMutation({
    mutationFn: async ({ text, at }: { text: string; at: number }) => ({
      ...{ text, at },
      preview: await door.preview(text),
    }),
    onError: (error) => onProblems?.(error),
  });
  const save = useMutation({
    mutationFn: (text: string) => door.save(text, door.version),
    onSuccess: onSaved,
    onError: async (error) => {
      onProblems?.(error);
      if (asFailure(error).code !== 'version_conflict') return;
      const before = door.text;
      const now = await door.reload();
      if (now) setBase({ before, after: now.text });
      look.reset();
    },
  });
  const seen = look.data?.at === entered ? look.data : undefined;
  const start = () => {
    const text = props.text();
    if (text === null) return;
    save.reset();
    onProblems?.(null);
    look.mutate({ text, at: entered });
  };
  return (
    <div className={styles.review}>
      {base && <Meanwhile what={door.what} {...base} />}
      <ProblemList thrown={save.error && !base ? save.error : look.error} onLine={onLine} />
      {seen && (
        <section className={styles.preview} aria-label="What changes">
          <h3>{seen.preview.same ? 'Nothing changes' : 'What changes'}</h3>
          <ul>
            {seen.preview.papers.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {showPreview(seen.preview)}
        </section>
      )}
      <div className={styles.buttons}>
        <Button variant={seen ? 'default' : 'filled'} loading={look.isPending} onClick={start}>
          See what changes
        </Button>
        {seen && !seen.preview.same && (
          <Act needs={door.needs} loading={save.isPending} onClick={() => save.mutate(seen.text)}>
            Save
          </Act>
        )}
      </div>
      <p className="dimmed small">Nothing is saved before you have seen what it changes.</p>
    </div>
  );
}

function Meanwhile({ what, before, after }: { what: string; before: string; after: string }) {
  return (
    <div role="alert" className={styles.meanwhile}>
      <h3>Somebody else changed the {what} meanwhile</h3>
      <p>
        Nothing was overwritten, and what you entered is still here. This is what they changed; look at what
        yours changes once more, then save.
      </p>
      <Diff label={`What somebody else changed of the ${what}`} before={before} after={after} />
    </div>
  );
}
