import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showDate } from '../format.ts';
import { Act, Allowed } from '../parts/Act.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { type Policy, usePolicy, useSavePolicy } from './questionData.ts';
import styles from './questions.module.css';

/** By when customers are answered, and on which days the vendor works. */
export function PolicyPage() {
  const query = usePolicy();
  return (
    <div className={styles.page}>
      <PageTitle>By when we answer</PageTitle>
      <p>
        <Link to="/questions">All questions</Link>
      </p>
      <header>
        <h1>By when we answer</h1>
        <p className="dimmed">
          Whoever asks is told at once who answers and by which day. A change holds for what is asked from
          then on; what was promised stays.
        </p>
      </header>
      <Loaded title="By when we answer" query={query}>
        {(policy) => <Form key={policy.version} policy={policy} />}
      </Loaded>
    </div>
  );
}

const numbers = [
  ['questionDays', 'Business days for a question', 1, 30],
  ['contestDays', 'Business days for a line that looks wrong', 1, 30],
  ['holdDays', 'Days for which an open contest holds a notice back, at most', 1, 90],
  ['remindDays', 'Business days before the promised one on which who answers is reminded', 0, 10],
  ['closeDays', 'Days after which an answered question closes, when nobody asks further', 1, 90],
] as const;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function Form({ policy }: { policy: Policy }) {
  const [draft, setDraft] = useState(policy);
  const [closed, setClosed] = useState(policy.closedOn.join('\n'));
  const { mutate, isPending, error, isSuccess } = useSavePolicy();
  const put = (change: Partial<Policy>) => setDraft({ ...draft, ...change });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ ...draft, closedOn: closed.split(/[\s,;]+/).filter(Boolean) });
      }}
    >
      <p>
        Asked now, a question is answered by <strong>{showDate(policy.promises.question)}</strong>, a contest
        by <strong>{showDate(policy.promises.contest)}</strong>.
      </p>
      <Allowed needs="questions.policy">
        <div className={styles.form}>
          {numbers.map(([name, label, min, max]) => (
            <NumberInput
              key={name}
              label={label}
              min={min}
              max={max}
              allowDecimal={false}
              value={draft[name]}
              onChange={(value) => put({ [name]: Number(value) })}
            />
          ))}
          <fieldset>
            <legend>Business days</legend>
            <div className={styles.days}>
              {weekdays.map((name, i) => (
                <Checkbox
                  key={name}
                  label={name}
                  checked={draft.workdays.includes(i + 1)}
                  onChange={(event) =>
                    put({
                      workdays: event.currentTarget.checked
                        ? [...draft.workdays, i + 1].sort()
                        : draft.workdays.filter((day) => day !== i + 1),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
          <TextInput
            label="Time zone of these days"
            value={draft.zone}
            onChange={(event) => put({ zone: event.currentTarget.value })}
          />
          <Textarea
            label="Days on which nobody works"
            description="One a line, such as 2026-12-25: public holidays, company closures."
            autosize
            minRows={4}
            value={closed}
            onChange={(event) => setClosed(event.currentTarget.value)}
          />
        </div>
      </Allowed>
      <Problem thrown={error} />
      {isSuccess && <p role="status">Kept.</p>}
      <div>
        <Act needs="questions.policy" type="submit" loading={isPending}>
          Save
        </Act>
      </div>
    </form>
  );
}
