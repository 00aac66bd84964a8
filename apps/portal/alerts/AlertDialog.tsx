import { type FormEvent, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Actions, Dialog } from '#platform/ui/Dialog.tsx';
import { Checkbox, FieldGroup, Select, TextField } from '#platform/ui/fields.tsx';
import { useViewer } from '../data/session.ts';
import { TroubleNote } from '../parts/Loaded.tsx';
import { useCustomer } from '../parts/To.tsx';
import { shellWords } from '../shell/words.ts';
import { useWords } from '../words/Words.tsx';
import { Now } from './AlertsPage.tsx';
import styles from './alerts.module.css';
import { type OwnAlert, type OwnAlerts, useAlertDeed } from './data.ts';
import { type Draft, draftOf, kinds, orderOf } from './draft.ts';
import { alertWords } from './words.ts';

/** Sets an alert, or changes one. */
export function AlertDialog(props: { alerts: OwnAlerts; alert?: OwnAlert; onClose: () => void }) {
  const { alerts, alert, onClose } = props;
  const say = useWords(alertWords);
  const shell = useWords(shellWords);
  const customer = useCustomer();
  const account = useViewer()?.account ?? null;
  const [draft, setDraft] = useState(() => draftOf(alerts, account, alert));
  const [tried, setTried] = useState(false);
  const sent = useAlertDeed(customer, onClose);
  const order = orderOf(draft);
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const line = alerts.lines.find((one) => lineKey(one) === draft.line);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (order) sent.mutate(alert ? { kind: 'change', alert, order } : { kind: 'set', order });
  };
  return (
    <Dialog title={say(alert ? 'change' : 'add')} closeLabel={shell('close')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Select
          label={say('line')}
          value={draft.line}
          options={alerts.lines.map((one) => ({
            value: lineKey(one),
            label: `${one.product}: ${one.plain}`,
          }))}
          onChange={(event) => put({ line: event.target.value })}
        />
        {line && <Now line={line} />}
        <Select
          label={say('when')}
          value={draft.kind}
          options={kinds.map(({ kind, word }) => ({ value: kind, label: say(word) }))}
          onChange={(event) => put({ kind: event.target.value as Draft['kind'] })}
        />
        <Value draft={draft} wrong={tried} put={put} />
        <FieldGroup legend={say('who')}>
          {alerts.colleagues.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.hears.includes(id)}
              onChange={(event) =>
                put({
                  hears: event.target.checked
                    ? [...draft.hears, id]
                    : draft.hears.filter((one) => one !== id),
                })
              }
            />
          ))}
          {tried && draft.hears.length === 0 && <p role="alert">{say('whoNeeded')}</p>}
        </FieldGroup>
        <TroubleNote thrown={sent.error} />
        <Actions>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="submit" weight="first" busy={sent.isPending}>
            {say('save')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

function lineKey({ agreement, clause }: { agreement: string; clause: string }): string {
  return JSON.stringify([agreement, clause]);
}

function Value(props: { draft: Draft; wrong: boolean; put: (change: Partial<Draft>) => void }) {
  const { draft, wrong, put } = props;
  const say = useWords(alertWords);
  const { value } = kinds.find(({ kind }) => kind === draft.kind)!;
  if (value === null) return null;
  return (
    <TextField
      label={say(value)}
      inputMode="decimal"
      hint={draft.kind === 'days' ? say('daysHint') : undefined}
      error={wrong && orderOf({ ...draft, hears: ['any'] }) === null && say('valueNeeded')}
      value={draft.value}
      onChange={(event) => put({ value: event.target.value })}
    />
  );
}
