import { Button } from '@mantine/core';
import { useState } from 'react';
import { asFailure } from '../data/failure.ts';
import { type Place, type Rule, type Rules, usePreview, useSaveRules } from './alertData.ts';
import styles from './alerts.module.css';
import { PreviewPanel } from './PreviewPanel.tsx';
import { RuleRow } from './RuleRow.tsx';
import { type Draft, draftOf, freshId, ruleOf } from './rulesDraft.ts';

/** Rules to edit, to try, and to save. `read` is what they were when the editor opened; once saved, it opens anew. */
export function RulesEditor({
  place,
  read,
  onSaved,
}: {
  place: Place | null;
  read: Rules;
  onSaved: (words: string) => void;
}) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => read.rules.map(draftOf));
  const [tried, setTried] = useState(false);
  const save = useSaveRules(place);
  const preview = usePreview(place);
  const made = drafts.map(ruleOf);
  const wrong = made.some((one) => typeof one === 'string');
  const failure = save.error ?? preview.error;
  const rules = made.filter((one): one is Rule => typeof one !== 'string');

  const change = (next: readonly Draft[]) => {
    setDrafts(next);
    onSaved('');
    preview.reset();
  };
  const ask = (work: (rules: Rule[]) => void) => {
    setTried(true);
    if (!wrong) work(rules);
  };
  const keep = (next: Rule[] | null) =>
    save.mutate(
      { rules: next, version: read.version },
      { onSuccess: () => onSaved('Saved. Customers are looked at again now.') },
    );

  return (
    <>
      {place && !read.own && (
        <p className={styles.note}>
          This clause has no rules of its own: those of all clauses hold. Saving gives it its own.
        </p>
      )}
      <ol className={styles.rules} aria-label="Rules">
        {drafts.map((draft, n) => (
          <RuleRow
            key={draft.id}
            number={n + 1}
            draft={draft}
            wrong={tried && typeof made[n] === 'string' ? made[n] : null}
            onChange={(next) => change(drafts.map((one) => (one.id === draft.id ? next : one)))}
            onRemove={() => change(drafts.filter((one) => one.id !== draft.id))}
          />
        ))}
      </ol>
      {drafts.length === 0 && (
        <p className={styles.note}>Without a rule nobody is told of anything before a limit.</p>
      )}
      <div className={`${styles.actions} noPrint`}>
        <Button
          variant="default"
          disabled={drafts.length >= 20}
          onClick={() => change([...drafts, { ...emptyDraft, id: freshId(drafts) }])}
        >
          Add a rule
        </Button>
        <Button
          variant="default"
          loading={preview.isPending}
          onClick={() => ask((all) => preview.mutate(all))}
        >
          What would be due today?
        </Button>
        <Button loading={save.isPending} onClick={() => ask(keep)}>
          Save
        </Button>
        {place && read.own && (
          <Button variant="subtle" onClick={() => keep(null)}>
            Use the rules of all clauses
          </Button>
        )}
      </div>
      {failure && (
        <div role="alert" className={styles.refusal}>
          <p>
            <strong>{asFailure(failure).title}.</strong> {asFailure(failure).detail}
          </p>
          <p>{asFailure(failure).todo}</p>
        </div>
      )}
      {preview.data && <PreviewPanel preview={preview.data} />}
    </>
  );
}

const emptyDraft = draftOf({ id: '', threshold: { kind: 'percent', percent: '80' } });
