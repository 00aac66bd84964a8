import { type FormEvent, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Actions, Dialog } from '#platform/ui/Dialog.tsx';
import { Checkbox, FieldGroup, TextArea, TextField } from '#platform/ui/fields.tsx';
import { TroubleNote } from '../parts/Loaded.tsx';
import { useCustomer } from '../parts/To.tsx';
import { shellWords } from '../shell/words.ts';
import { useFormats, useWords } from '../words/Words.tsx';
import { type ClaimKind, type ContestOrder, type Thread, useQuestionDeed } from './data.ts';
import styles from './questions.module.css';
import { claimsFor, claimWord } from './useAboutText.ts';
import { questionWords } from './words.ts';

/** The line that is contested. `from`: when its window began; `label`: how the row reads, such as the person in it. */
export type ContestedLine = Pick<ContestOrder, 'agreement' | 'clause' | 'group' | 'from' | 'row'> & {
  readonly label: string | null;
};

/** Asks what is wrong about a line, and sends it. Says who answers by when once it is sent. */
export function ContestDialog({ line, onClose }: { line: ContestedLine; onClose: () => void }) {
  const say = useWords(questionWords);
  const shell = useWords(shellWords);
  const formats = useFormats();
  const customer = useCustomer();
  const [thread, setThread] = useState<Thread | null>(null);
  const sent = useQuestionDeed(customer, setThread);
  const { label, ...place } = line;
  return (
    <Dialog title={say('contestTitle')} closeLabel={shell('close')} onClose={onClose}>
      {thread ? (
        <>
          <Callout tone="good" live>
            <p>{say('sent', { name: thread.answers.name, day: formats.day(thread.promisedOn) })}</p>
          </Callout>
          <Actions>
            <Button weight="first" onClick={onClose}>
              {shell('close')}
            </Button>
          </Actions>
        </>
      ) : (
        <ContestForm
          whole={!line.row}
          lead={label === null || !line.row ? say('contestNumber') : say('contestRow', { who: label })}
          busy={sent.isPending}
          thrown={sent.error}
          onCancel={onClose}
          onSend={(claim, text) => sent.mutate({ kind: 'contest', order: { ...place, claim, text } })}
        />
      )}
    </Dialog>
  );
}

type FormProps = {
  readonly whole: boolean;
  readonly lead: string;
  readonly busy: boolean;
  readonly thrown: unknown;
  readonly onCancel: () => void;
  readonly onSend: (claim: ContestOrder['claim'], text: string) => void;
};

function ContestForm({ whole, lead, busy, thrown, onCancel, onSend }: FormProps) {
  const say = useWords(questionWords);
  const [kind, setKind] = useState<ClaimKind>(claimsFor(whole)[0]!);
  const [on, setOn] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const dayMissing = kind === 'left' && on === '';
  const wordsMissing = kind === 'other' && text.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!dayMissing && !wordsMissing) onSend({ kind, on: kind === 'left' ? on : null }, text.trim());
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{say('contestLead')}</p>
      <p>
        <strong>{lead}</strong>
      </p>
      <FieldGroup legend={say('claim')}>
        {claimsFor(whole).map((one) => (
          <Checkbox
            key={one}
            type="radio"
            name="claim"
            label={say(claimWord(one))}
            checked={kind === one}
            onChange={() => setKind(one)}
          />
        ))}
      </FieldGroup>
      {kind === 'left' && (
        <TextField
          type="date"
          label={say('leftOn')}
          value={on}
          error={tried && dayMissing && say('dayNeeded')}
          onChange={(event) => setOn(event.target.value)}
        />
      )}
      <TextArea
        label={say('words')}
        hint={kind === 'other' ? undefined : say('wordsHint')}
        error={tried && wordsMissing && say('wordsNeeded')}
        value={text}
        maxLength={4000}
        onChange={(event) => setText(event.target.value)}
      />
      <TroubleNote thrown={thrown} />
      <Actions>
        <Button onClick={onCancel}>{say('cancel')}</Button>
        <Button type="submit" weight="first" busy={busy}>
          {say('sendContest')}
        </Button>
      </Actions>
    </form>
  );
}
