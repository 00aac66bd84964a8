import { useState } from 'react';
import { Act } from '../parts/Act.tsx';
import type { Asked } from './asked.ts';
import type { Somebody } from './data.ts';
import { PeopleDialog } from './PeopleDialog.tsx';
import styles from './people.module.css';

/** What can be decided about the people a question asks about; nothing where it asks about nobody. */
export function PeopleActions(props: { customer: string; code: string; people: readonly Somebody[] }) {
  const { code, people } = props;
  if (people.length === 0) return null;
  if (code === 'possible-double')
    return (
      <Actions
        customer={props.customer}
        choices={[{ label: 'These are one person', asked: { kind: 'merge', people } }]}
      />
    );
  const choices = people.map((person) => ({
    label: `${person.key} is a service account`,
    asked: { kind: 'leaveOut' as const, person },
  }));
  return <Actions customer={props.customer} choices={choices} />;
}

/** What can be decided about one person from a counted unit. */
export function PersonActions({ customer, person }: { customer: string; person: Somebody }) {
  return (
    <Actions
      customer={customer}
      about={person.key ?? ''}
      choices={[
        { label: 'Same person as…', asked: { kind: 'merge', people: [person] } },
        { label: 'Service account', asked: { kind: 'leaveOut', person } },
      ]}
    />
  );
}

function Actions(props: {
  customer: string;
  about?: string;
  choices: readonly { readonly label: string; readonly asked: Asked }[];
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState('');
  return (
    <div className={`${styles.actions} ${props.about ? '' : styles.question} noPrint`}>
      {props.choices.map((choice) => (
        <Act
          needs="usage.decide"
          key={choice.label}
          size="compact-xs"
          variant="default"
          onClick={() => {
            setDone('');
            setAsked(choice.asked);
          }}
        >
          {choice.label}
          {props.about && <span className="hiddenVisually">: {props.about}</span>}
        </Act>
      ))}
      <span role="status" className="small">
        {done}
      </span>
      {asked && (
        <PeopleDialog
          customer={props.customer}
          asked={asked}
          onClose={() => setAsked(null)}
          onDone={(words) => {
            setAsked(null);
            setDone(`${words} The finding is being counted again.`);
          }}
        />
      )}
    </div>
  );
}
