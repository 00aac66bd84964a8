import { useState } from 'react';
import { newKey } from '../data/api.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { type Somebody, useDeed } from './data.ts';
import { FromWhen, instantOf, missingDay } from './FromWhen.tsx';
import { ReasonForm } from './ReasonForm.tsx';

/** Says that an identity is a machine, and that what it used does not count. */
export function LeaveOutDialog(props: {
  customer: string;
  person: Somebody;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { customer, person } = props;
  const [day, setDay] = useState<string | null>(null);
  const [key] = useState(newKey);
  const { mutate, isPending, error } = useDeed(customer);
  const name = person.key ?? 'this account';
  return (
    <Dialog title="This is a service account" onClose={props.onClose}>
      <ReasonForm
        button="Leave it out"
        error={error}
        isPending={isPending}
        missing={missingDay(day)}
        onClose={props.onClose}
        onSubmit={(reason) =>
          mutate(
            { deed: { kind: 'leaveOut', identity: person.id, from: instantOf(day) }, reason, key },
            { onSuccess: () => props.onDone(`Done: ${name} does not count from now on.`) },
          )
        }
      >
        <p>
          What <strong>{name}</strong> used will not count for any clause.
        </p>
        <p className="dimmed">
          It stays listed beside each finding, with your reason. Findings are counted again at once. You can
          take it back at any time.
        </p>
        <FromWhen day={day} onDay={setDay} />
      </ReasonForm>
    </Dialog>
  );
}
