import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Flag, useFlag } from '../data/work.ts';
import { showInstant, showLastDay } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { FlagBadges, flagWord } from '../parts/FlagBadges.tsx';
import { Problem } from '../parts/Problem.tsx';
import styles from './work.module.css';

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const kinds = ['in-renewal-talks', 'do-not-contact', 'legal-hold'] as const;
const stateWords: Readonly<Record<Flag['state'], string>> = {
  'in-force': 'in force',
  coming: 'to come',
  over: 'over',
};

/** The flags of a customer: those in force or to come, with what they mean, and the past ones. */
export function FlagList({ customer, flags }: { customer: string; flags: readonly Flag[] }) {
  const [asked, setAsked] = useState<Flag | 'new' | null>(null);
  const live = flags.filter(({ state }) => state !== 'over');
  return (
    <div className={styles.part}>
      <h3>Flags</h3>
      {live.length === 0 && <p className="dimmed">None: notices and alerts may go out.</p>}
      <ul className={styles.list}>
        {flags.map((flag) => (
          <li key={flag.id} className={styles.entry}>
            <FlagBadges flags={[flag]} />
            <p>{flag.reason ?? 'The reason was erased.'}</p>
            <p className="dimmed small">
              {stateWords[flag.state]}, from {showInstant(flag.from, ownZone)}
              {flag.until && ` through ${showLastDay(flag.until, ownZone)}`}, by {flag.by}
              {flag.lifted && `; lifted by ${flag.lifted.by}: ${flag.lifted.reason ?? ''}`}
            </p>
            {flag.state !== 'over' && (
              <span>
                <Act
                  needs="flags.raise"
                  size="compact-xs"
                  variant="default"
                  aria-label={`Lift ${flagWord(flag.kind)}`}
                  onClick={() => setAsked(flag)}
                >
                  Lift
                </Act>
              </span>
            )}
          </li>
        ))}
      </ul>
      <span>
        <Act needs="flags.raise" size="xs" variant="default" onClick={() => setAsked('new')}>
          Raise a flag
        </Act>
      </span>
      {asked !== null && <FlagDialog customer={customer} asked={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** A day as its first moment here; `days` later where its end is meant. */
function startOf(date: FormDataEntryValue | null, days = 0): string | undefined {
  if (typeof date !== 'string' || date === '') return undefined;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day + days).toISOString();
}

function FlagDialog(props: { customer: string; asked: Flag | 'new'; onClose: () => void }) {
  const { asked, onClose } = props;
  const { mutate, error, isPending } = useFlag(props.customer);
  const submit = (form: FormData) => {
    const reason = String(form.get('reason') ?? '');
    const from = startOf(form.get('from'));
    const order =
      asked === 'new'
        ? {
            kind: String(form.get('kind')) as Flag['kind'],
            until: startOf(form.get('until'), 1) ?? null,
            reason,
            ...(from ? { from } : {}),
          }
        : { lift: asked.id, reason };
    mutate(order, { onSuccess: onClose });
  };
  const title = asked === 'new' ? 'Raise a flag' : `Lift “${flagWord(asked.kind)}”`;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        {asked === 'new' && (
          <>
            <NativeSelect
              name="kind"
              label="Flag"
              data-autofocus
              data={kinds.map((kind) => ({ value: kind, label: flagWord(kind) }))}
            />
            <TextInput name="from" type="date" label="From (left empty: from now on)" />
            <TextInput name="until" type="date" label="Through (left empty: until it is lifted)" />
          </>
        )}
        <Textarea name="reason" label="Reason" description="For everyone here to read." required rows={3} />
        <Problem thrown={error} />
        <Button type="submit" loading={isPending}>
          {asked === 'new' ? 'Raise' : 'Lift'}
        </Button>
      </form>
    </Dialog>
  );
}
