import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import styles from '../quotes/quotes.module.css';
import { Trouble } from '../quotes/Trouble.tsx';
import type { Deed, OutcomeForm, Review } from './reviewData.ts';

const kinds = [
  { value: 'follow-up', label: 'Follow up' },
  { value: 'fewer', label: 'Fewer at the renewal' },
  { value: 'more', label: 'More' },
  { value: 'keep', label: 'Keep' },
  { value: 'change', label: 'Change the terms' },
  { value: 'training', label: 'Training' },
];

/** What came of the meeting: a summary, and outcomes with who does them until when. Both sides read it. */
export function HoldForm(props: {
  review: Review;
  deed: { readonly error: unknown; readonly isPending: boolean };
  onSend: (deed: Deed) => void;
  onClose: () => void;
}) {
  const { deed, onSend, onClose } = props;
  const [numbers, setNumbers] = useState<readonly number[]>([1]);
  const submit = (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const outcomes = numbers.flatMap((n): OutcomeForm[] => {
      const what = text(`what-${n}`);
      if (what === '') return [];
      const kind = text(`kind-${n}`) as OutcomeForm['kind'];
      return [{ kind, what, side: text(`side-${n}`) as 'vendor', dueOn: text(`due-${n}`) || null }];
    });
    onSend({ kind: 'hold', order: { summary: text('summary'), outcomes } });
  };
  return (
    <Dialog title="What came of it" onClose={onClose}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <Textarea name="summary" label="Summary; the customer reads it" required rows={3} data-autofocus />
        {numbers.map((n) => (
          <fieldset key={n}>
            <legend>Outcome {n}</legend>
            <TextInput name={`what-${n}`} label="What" maxLength={4000} />
            <NativeSelect name={`kind-${n}`} label="Kind" data={kinds} />
            <NativeSelect
              name={`side-${n}`}
              label="Who does it"
              data={[
                { value: 'vendor', label: 'We' },
                { value: 'customer', label: 'The customer' },
              ]}
            />
            <TextInput name={`due-${n}`} type="date" label="Until (if there is a day)" />
          </fieldset>
        ))}
        <Button variant="default" onClick={() => setNumbers([...numbers, numbers.length + 1])}>
          One more outcome
        </Button>
        {deed.error !== null && <Trouble thrown={deed.error} />}
        <Button type="submit" loading={deed.isPending}>
          Keep it; the figures are kept with it
        </Button>
      </form>
    </Dialog>
  );
}
