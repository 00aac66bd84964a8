import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newKey } from '../data/api.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { type Somebody, useDeed, usePeople } from './data.ts';
import { FromWhen, instantOf, missingDay } from './FromWhen.tsx';
import { ReasonForm } from './ReasonForm.tsx';

const nameless = 'a name that was erased';

/** Says that identities are one person. Where one alone is given, the other one is looked for first. */
export function MergeDialog(props: {
  customer: string;
  people: readonly Somebody[];
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { customer } = props;
  const [other, setOther] = useState<Somebody | null>(null);
  const people = other ? [...props.people, other] : props.people;
  const [into, setInto] = useState(props.people[0]?.id ?? '');
  const [day, setDay] = useState<string | null>(null);
  const [key] = useState(newKey);
  const { mutate, isPending, error } = useDeed(customer);
  const chosen = people.find(({ id }) => id === into) ?? people[0];
  const submit = (reason: string) =>
    mutate(
      {
        deed: {
          kind: 'merge',
          identities: people.map(({ id }) => id),
          into: chosen!.id,
          from: instantOf(day),
        },
        reason,
        key,
      },
      {
        onSuccess: () => props.onDone(`Done: they count as ${chosen!.key ?? nameless} from now on.`),
      },
    );
  return (
    <Dialog title="These are one person" onClose={props.onClose}>
      <ReasonForm
        button="Count as one person"
        error={error}
        isPending={isPending}
        missing={people.length < 2 ? 'Choose the other one.' : missingDay(day)}
        onSubmit={submit}
        onClose={props.onClose}
      >
        <p className="dimmed">
          They count once, wherever different people are counted. Findings are counted again at once. You can
          take it back at any time.
        </p>
        {props.people.length === 1 && <Other customer={customer} of={props.people[0]!} onOther={setOther} />}
        <Radio.Group label="Counts under" value={chosen?.id ?? ''} onChange={setInto}>
          {people.map(({ id, key: name }) => (
            <Radio key={id} value={id} label={name ?? nameless} mt="xs" />
          ))}
        </Radio.Group>
        <FromWhen day={day} onDay={setDay} />
      </ReasonForm>
    </Dialog>
  );
}

function Other(props: { customer: string; of: Somebody; onOther: (other: Somebody | null) => void }) {
  const [search, setSearch] = useState('');
  const { data } = usePeople(props.customer, search);
  const found = (data?.pages[0]?.items ?? []).filter(({ id, key }) => id !== props.of.id && key !== null);
  return (
    <>
      <TextInput
        label="Look for the other one"
        placeholder="A part of the name"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          props.onOther(null);
        }}
      />
      <NativeSelect
        label="The other one"
        defaultValue=""
        data={[
          { value: '', label: found.length === 0 ? 'Nobody has this in the name' : 'Choose…' },
          ...found.map(({ id, key }) => ({ value: id, label: key! })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onOther(found.find(({ id }) => id === value) ?? null);
        }}
      />
    </>
  );
}
