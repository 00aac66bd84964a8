import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '#platform/ui/Badge.tsx';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { Table } from '#platform/ui/Table.tsx';
import { Loaded, TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { useCustomer } from '../parts/To.tsx';
import { providerWords } from '../signIn/words.ts';
import { useFormats, useWords } from '../words/Words.tsx';
import { type Colleague, type Deed, peopleQuery, usePeopleDeed } from './data.ts';
import { HandOver } from './HandOver.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import styles from './people.module.css';
import { peopleWords } from './words.ts';

/** Who of the customer may sign in, for its administrators. */
export function Page() {
  const say = useWords(peopleWords);
  const door = useWords(providerWords);
  const customer = useCustomer();
  const query = useQuery(peopleQuery(customer));
  const [shown, setShown] = useState<{ readonly link: string; readonly to: string } | null>(null);
  const show = (link: string | undefined, to: string) => setShown(link === undefined ? null : { link, to });
  const nameOf = (id: string) => query.data?.items.find((one) => one.id === id)?.name ?? '';
  const deed = usePeopleDeed(customer, (link, one) => {
    setInvited(null);
    show(link, one.kind === 'step' ? nameOf(one.account) : '');
  });
  const [isOpen, setOpen] = useState(false);
  const [invited, setInvited] = useState<string | null>(null);
  const add = (
    <Button weight="first" icon="plus" onClick={() => setOpen(true)}>
      {say('invite')}
    </Button>
  );
  return (
    <PageFrame title={say('title')} lead={say('lead')} actions={query.data && add}>
      <Loaded query={query}>
        {({ items, mail }) => (
          <>
            {!mail && <p role="note">{say('noMail')}</p>}
            <p role="status">{invited !== null && !shown && say('invited', { email: invited })}</p>
            {shown && <HandOver {...shown} />}
            <TroubleNote thrown={deed.error} />
            {items.length <= 1 && (
              <Card>
                <EmptyState icon="people" title={say('none')}>
                  <p>{say('noneTodo')}</p>
                </EmptyState>
              </Card>
            )}
            {items.length > 0 && (
              <Colleagues items={items} busy={deed.isPending} onDeed={(one) => deed.mutate(one)} />
            )}
          </>
        )}
      </Loaded>
      <p className="noPrint">
        <a href={`/sign-in/provider/${encodeURIComponent(customer)}`}>{door('title')}</a>
      </p>
      {isOpen && (
        <InviteDialog
          onClose={() => setOpen(false)}
          onInvited={(email, link) => {
            show(link, email);
            setInvited(email);
            setOpen(false);
          }}
        />
      )}
    </PageFrame>
  );
}

type Doing = { readonly busy: boolean; readonly onDeed: (deed: Deed) => void };

function Colleagues({ items, ...doing }: { items: readonly Colleague[] } & Doing) {
  const say = useWords(peopleWords);
  const stands = useStanding();
  const columns = [
    {
      name: say('name'),
      cell: ({ name, own }: Colleague) => (
        <>
          {name} {own && <Badge>{say('you')}</Badge>}
        </>
      ),
    },
    { name: say('email'), cell: ({ email }: Colleague) => <span className={styles.email}>{email}</span> },
    {
      name: say('role'),
      cell: ({ role }: Colleague) => say(role === 'customer-administrator' ? 'administrator' : 'member'),
    },
    { name: say('state'), cell: stands },
    { name: say('actions'), cell: (one: Colleague) => !one.own && <Deeds one={one} {...doing} /> },
  ];
  return <Table label={say('title')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function useStanding() {
  const say = useWords(peopleWords);
  const formats = useFormats();
  return ({ status, invitedUntil, signedInAt }: Colleague): string => {
    if (status === 'invited')
      return invitedUntil === null
        ? say('invitationEnded')
        : say('invitedUntil', { day: formats.dayOf(invitedUntil) });
    if (status !== 'active') return say('closed');
    return signedInAt === null ? say('active') : say('lastSeen', { day: formats.dayOf(signedInAt) });
  };
}

/** What can be done with an account as it stands; closing one that is open is asked for twice. */
function Deeds({ one, busy, onDeed }: { one: Colleague } & Doing) {
  const say = useWords(peopleWords);
  const [asked, setAsked] = useState(false);
  const named = (words: string) => (
    <>
      {words}
      <span className="hiddenVisually">: {one.name}</span>
    </>
  );
  const step = (name: 'resend' | 'close' | 'reopen') => onDeed({ kind: 'step', account: one.id, step: name });
  if (one.status === 'closed')
    return (
      <Button busy={busy} onClick={() => step('reopen')}>
        {named(say('reopen'))}
      </Button>
    );
  if (one.status === 'invited')
    return (
      <span className={styles.actions}>
        <Button busy={busy} onClick={() => step('resend')}>
          {named(say('resend'))}
        </Button>
        <Button weight="quiet" busy={busy} onClick={() => step('close')}>
          {named(say('withdraw'))}
        </Button>
      </span>
    );
  const isMember = one.role === 'customer-member';
  const role = isMember ? 'customer-administrator' : 'customer-member';
  return (
    <span className={styles.actions}>
      <Button busy={busy} onClick={() => onDeed({ kind: 'role', account: one.id, role })}>
        {named(say(isMember ? 'makeAdministrator' : 'makeMember'))}
      </Button>
      <Button
        weight={asked ? 'danger' : 'quiet'}
        busy={busy}
        onClick={() => (asked ? step('close') : setAsked(true))}
      >
        {named(say(asked ? 'closeSure' : 'close'))}
      </Button>
    </span>
  );
}
