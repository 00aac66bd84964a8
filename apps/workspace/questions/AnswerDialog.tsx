import { Button, Checkbox, NativeSelect, Radio } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../parts/Problem.tsx';
import { type Asked, DeedDialog, WordsField } from './DeedDialogs.tsx';
import {
  type Deed,
  type Outcome,
  type Remedy,
  type Thread,
  useDecisions,
  useLeaveOut,
} from './questionData.ts';
import styles from './questions.module.css';
import { outcomeWords } from './questionWords.ts';

/** Answers a question; of a contest with what was found, and what was done where the customer is right. */
export function AnswerDialog(asked: Asked) {
  const { thread } = asked;
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [remedies, setRemedies] = useState<readonly Remedy[]>([]);
  const isContest = thread.claim !== null;
  const isRight = outcome === 'agreed' || outcome === 'partly';
  const deed = (): Deed | null => {
    if (text.trim() === '' || (isContest && outcome === null) || (isRight && remedies.length === 0))
      return null;
    return { kind: 'answer', text, outcome, remedies: isRight ? [...remedies] : [] };
  };
  return (
    <DeedDialog asked={asked} title="Answer" send="Send the answer" deed={deed}>
      {(tried) => (
        <>
          {isContest && (
            <Radio.Group
              label="What was found"
              required
              value={outcome ?? ''}
              error={tried && outcome === null ? 'Choose one.' : undefined}
              onChange={(value) => setOutcome(value as Outcome)}
            >
              <div className={styles.dialog}>
                {(Object.keys(outcomeWords) as Outcome[]).map((one) => (
                  <Radio key={one} value={one} label={outcomeWords[one]} />
                ))}
              </div>
            </Radio.Group>
          )}
          {isRight && (
            <Remedies
              thread={thread}
              chosen={remedies}
              missing={tried && remedies.length === 0}
              put={setRemedies}
            />
          )}
          <WordsField
            label="Your answer"
            description="The customer reads it at the line and in the thread."
            value={text}
            tried={tried}
            onChange={setText}
          />
        </>
      )}
    </DeedDialog>
  );
}

type RemediesProps = {
  readonly thread: Thread;
  readonly chosen: readonly Remedy[];
  readonly missing: boolean;
  readonly put: (remedies: readonly Remedy[]) => void;
};

/** What was done about it: decide here and now, link what was decided, or say what was corrected. */
function Remedies({ thread, chosen, missing, put }: RemediesProps) {
  const { customer, about } = thread;
  const decisions = useDecisions(customer.id, true);
  const leaveOut = useLeaveOut(customer.id);
  const { row } = about;
  const linked = chosen.find((one) => one.kind === 'people');
  const link = (decision: string) =>
    put([
      ...chosen.filter(({ kind }) => kind !== 'people'),
      ...(decision === '' ? [] : [{ kind: 'people' as const, decision }]),
    ]);
  const corrections = [
    ['usage', 'The data were corrected at their source'],
    ['mistake', 'It is a mistake of ours, and on record with the customer'],
    ['terms', 'The agreement was corrected'],
  ] as const;
  return (
    <fieldset className={styles.dialog}>
      <legend>What was done about it</legend>
      {row?.person && !linked && (
        <div>
          <Button
            variant="default"
            loading={leaveOut.isPending}
            onClick={() =>
              leaveOut.mutate(
                { identity: row.person!, reason: `The customer told us so in ${thread.id}.` },
                { onSuccess: ({ decision }) => link(decision) },
              )
            }
          >
            Leave {row.who ?? 'this account'} out of the count
          </Button>
        </div>
      )}
      <Problem thrown={leaveOut.error} />
      <NativeSelect
        label="A decision about people"
        description={
          <>
            To merge two identities, decide under{' '}
            <Link to="/customers/$customer/people" params={{ customer: customer.id }}>
              people and machines
            </Link>{' '}
            first.
          </>
        }
        value={linked?.decision ?? ''}
        data={[
          { value: '', label: 'None' },
          ...(decisions.data ?? []).map(({ id, words }) => ({ value: id, label: `${id}: ${words}` })),
        ]}
        onChange={(event) => link(event.currentTarget.value)}
      />
      {corrections.map(([of, label]) => (
        <Checkbox
          key={of}
          label={label}
          checked={chosen.some((one) => one.kind === 'correction' && one.of === of)}
          onChange={(event) =>
            put(
              event.currentTarget.checked
                ? [...chosen, { kind: 'correction', of }]
                : chosen.filter((one) => one.kind !== 'correction' || one.of !== of),
            )
          }
        />
      ))}
      {missing && (
        <p role="alert" className="problem">
          Link what was decided, or say what was corrected.
        </p>
      )}
    </fieldset>
  );
}
