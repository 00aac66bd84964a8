import { type FormEvent, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Actions, Dialog } from '#platform/ui/Dialog.tsx';
import { Select, TextField } from '#platform/ui/fields.tsx';
import { TroubleNote } from '../parts/Loaded.tsx';
import { useCustomer } from '../parts/To.tsx';
import { shellWords } from '../shell/words.ts';
import { useWords } from '../words/Words.tsx';
import { type Invitation, usePeopleDeed } from './data.ts';
import styles from './people.module.css';
import { peopleWords } from './words.ts';

/** Invites a colleague. */
export function InviteDialog(props: {
  onClose: () => void;
  onInvited: (email: string, link: string | undefined) => void;
}) {
  const { onClose, onInvited } = props;
  const say = useWords(peopleWords);
  const shell = useWords(shellWords);
  const [tried, setTried] = useState(false);
  const [given, setGiven] = useState<Invitation>({ name: '', email: '', role: 'customer-member' });
  const sent = usePeopleDeed(useCustomer(), (link) => onInvited(given.email, link));
  const isEmail = /^\S+@\S+\.\S+$/.test(given.email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (given.name.trim() !== '' && isEmail) sent.mutate({ kind: 'invite', invitation: given });
  };
  return (
    <Dialog title={say('invite')} closeLabel={shell('close')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={say('name')}
          value={given.name}
          maxLength={200}
          autoComplete="off"
          error={tried && given.name.trim() === '' && say('nameNeeded')}
          onChange={(event) => setGiven({ ...given, name: event.target.value })}
        />
        <TextField
          label={say('email')}
          type="email"
          value={given.email}
          maxLength={320}
          autoComplete="off"
          error={tried && !isEmail && say('emailNeeded')}
          onChange={(event) => setGiven({ ...given, email: event.target.value.trim() })}
        />
        <Select
          label={say('role')}
          value={given.role}
          hint={say(given.role === 'customer-member' ? 'memberDoes' : 'administratorDoes')}
          options={[
            { value: 'customer-member', label: say('member') },
            { value: 'customer-administrator', label: say('administrator') },
          ]}
          onChange={(event) => setGiven({ ...given, role: event.target.value as Invitation['role'] })}
        />
        <TroubleNote thrown={sent.error} />
        <Actions>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button type="submit" weight="first" busy={sent.isPending}>
            {say('send')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
