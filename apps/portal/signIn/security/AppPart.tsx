import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { TextField } from '#platform/ui/fields.tsx';
import { client, dataOf } from '../../data/client.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useWords } from '../../words/Words.tsx';
import { sending } from '../NextStep.tsx';
import styles from '../signIn.module.css';
import { securityWords } from '../words.ts';
import { secondFactorQuery } from './data.ts';
import { QrCode } from './QrCode.tsx';
import { Section } from './Section.tsx';
import { Trouble } from './Trouble.tsx';

/** The app that shows codes: setting it up, its recovery codes, taking it away. */
export function AppPart() {
  const say = useWords(securityWords);
  const state = useQuery(secondFactorQuery);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Section title={say('app')} lead={say('appLead')}>
      {codes ? (
        <Codes codes={codes} onKept={() => setCodes(null)} />
      ) : (
        <Loaded query={state}>
          {(found) => (found.set ? <IsSet {...found} /> : <SetUp onDone={setCodes} />)}
        </Loaded>
      )}
    </Section>
  );
}

function SetUp({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const say = useWords(securityWords);
  const cache = useQueryClient();
  const begun = useMutation({ mutationFn: () => dataOf(client.POST('/v1/account/second-factor')) });
  const confirmed = useMutation({
    mutationFn: (code: string) =>
      dataOf(client.POST('/v1/account/second-factor/confirm', { body: { code } })),
    onSuccess: ({ codes }) => {
      onDone(codes);
      return cache.invalidateQueries({ queryKey: ['own'] });
    },
  });
  if (!begun.data)
    return (
      <>
        <Trouble thrown={begun.error} />
        <div>
          <Button busy={begun.isPending} onClick={() => begun.mutate()}>
            {say('appBegin')}
          </Button>
        </div>
      </>
    );
  const { secret, address } = begun.data;
  return (
    <form className={styles.form} onSubmit={sending(({ code = '' }) => confirmed.mutate(code))}>
      <p>{say('appScan')}</p>
      <QrCode text={address} label={say('appScan')} />
      <p>
        {say('appKey')} <span className={styles.code}>{secret}</span>
      </p>
      <TextField
        label={say('appCode')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <Trouble thrown={confirmed.error} />
      <div>
        <Button type="submit" weight="first" busy={confirmed.isPending}>
          {say('appConfirm')}
        </Button>
      </div>
    </form>
  );
}

function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const say = useWords(securityWords);
  return (
    <div className="stack">
      <Callout tone="good" title={say('recovery')} live>
        <p>{say('recoveryLead')}</p>
      </Callout>
      <ul className={styles.codes} aria-label={say('recovery')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row noPrint">
        <Button weight="first" onClick={onKept}>
          {say('recoveryKept')}
        </Button>
      </div>
    </div>
  );
}

function IsSet({ codesLeft, required }: { codesLeft: number; required: boolean }) {
  const say = useWords(securityWords);
  const cache = useQueryClient();
  const removed = useMutation({
    mutationFn: (code: string) => dataOf(client.POST('/v1/account/second-factor/remove', { body: { code } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['own'] }),
  });
  return (
    <div className="stack">
      <Callout tone="good" title={say('appOn')}>
        <p>{say('appCodes', { count: codesLeft })}</p>
      </Callout>
      {required ? (
        <p className="soft">{say('appRequired')}</p>
      ) : (
        <form className={styles.form} onSubmit={sending(({ code = '' }) => removed.mutate(code))}>
          <TextField
            label={say('appCode')}
            hint={say('appRemoveLead')}
            name="code"
            autoComplete="one-time-code"
            required
          />
          <Trouble thrown={removed.error} />
          <div>
            <Button type="submit" weight="danger" busy={removed.isPending}>
              {say('appRemove')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
