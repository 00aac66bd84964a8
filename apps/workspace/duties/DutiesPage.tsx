import { Button, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Duty, type DutyState, useDuties } from '../data/duties.ts';
import { showDate } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import badge from '../parts/parts.module.css';
import { TableBox } from '../parts/TableBox.tsx';
import chips from '../positions/positions.module.css';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from '../work/work.module.css';
import { ReceiptDialog } from './ReceiptDialog.tsx';

const states = ['overdue', 'due', 'upcoming', 'done'] as const;
const stateWords: Readonly<Record<DutyState, { words: string; tone: IconName & string }>> = {
  overdue: { words: 'Overdue', tone: 'beyond' },
  due: { words: 'Due', tone: 'near' },
  upcoming: { words: 'Upcoming', tone: 'cannot-tell' },
  done: { words: 'Done', tone: 'within' },
};

/** What customers owe by a date, such as reports: the earliest first; those that are done only when asked for. */
export function DutiesPage() {
  const [chosen, setChosen] = useState<readonly DutyState[]>(['overdue', 'due', 'upcoming']);
  const query = useDuties(chosen);
  const [asked, setAsked] = useState<Duty | null>(null);
  const toggle = (state: DutyState) =>
    setChosen(chosen.includes(state) ? chosen.filter((one) => one !== state) : [...chosen, state]);
  return (
    <>
      <PageTitle>Duties</PageTitle>
      <Loaded title="Duties" query={query as never}>
        {({ pages }: { pages: NonNullable<typeof query.data>['pages'] }) => {
          const first = pages[0]!;
          const duties = pages.flatMap(({ items }) => items);
          const count = (state: DutyState) => first.states.find((one) => one.state === state)?.dates ?? 0;
          return (
            <div className={styles.page}>
              <header>
                <h1>Duties</h1>
                <p className="dimmed">
                  What customers owe by a date under their agreements, such as reports.
                </p>
              </header>
              <fieldset className={`${chips.chips} noPrint`}>
                <legend className="hiddenVisually">State</legend>
                {states.map((state) => (
                  <UnstyledButton
                    key={state}
                    className={chips.chip}
                    aria-pressed={chosen.includes(state)}
                    onClick={() => toggle(state)}
                  >
                    {stateWords[state].words}
                    <span className={chips.chipCount}>{count(state).toLocaleString('en-US')}</span>
                  </UnstyledButton>
                ))}
              </fieldset>
              {first.states.length === 0 ? (
                <p className={styles.nothing}>
                  No agreement has duties yet. Add <code>duties</code> to an agreement’s file, and their dates
                  are followed here.
                </p>
              ) : (
                <DutyTable duties={duties} onAsk={setAsked} />
              )}
              {query.hasNextPage && (
                <Button
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => query.fetchNextPage()}
                >
                  Show more
                </Button>
              )}
              {asked && <ReceiptDialog duty={asked} onClose={() => setAsked(null)} />}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function DutyTable({ duties, onAsk }: { duties: readonly Duty[]; onAsk: (duty: Duty) => void }) {
  if (duties.length === 0) return <p className={styles.nothing}>Nothing in these states.</p>;
  return (
    <TableBox label="Duties, the earliest due first" cards>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">What is owed</th>
          <th scope="col">About</th>
          <th scope="col">Due</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="hiddenVisually">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <Row key={JSON.stringify([duty.agreement, duty.duty.id, duty.dueOn])} duty={duty} onAsk={onAsk} />
        ))}
      </tbody>
    </TableBox>
  );
}

function Row({ duty, onAsk }: { duty: Duty; onAsk: (duty: Duty) => void }) {
  const { words, tone } = stateWords[duty.state];
  const action = duty.receipt ? 'Take back' : 'It came in';
  return (
    <tr>
      <th scope="row">
        <Link to="/customers/$customer" params={{ customer: duty.customer.id }}>
          {duty.customer.name}
        </Link>
      </th>
      <td data-label="What is owed">{duty.duty.plain}</td>
      <td data-label="About">
        {duty.about ? `${showDate(duty.about.from)} – ${showDate(duty.about.through)}` : 'a single date'}
      </td>
      <td data-label="Due">
        {showDate(duty.dueOn)}
        {duty.graceUntil !== duty.dueOn && (
          <span className="dimmed small"> (overdue after {showDate(duty.graceUntil)})</span>
        )}
      </td>
      <td data-label="State">
        <span className={badge.badge} data-tone={tone}>
          <Icon name={tone} size={14} />
          {words}
        </span>
        {duty.receipt && <span className="dimmed small"> on {showDate(duty.receipt.receivedOn)}</span>}
      </td>
      <td>
        <Act
          needs="duties.record"
          size="compact-xs"
          variant="default"
          aria-label={`${action}: ${duty.customer.name}, ${showDate(duty.dueOn)}`}
          onClick={() => onAsk(duty)}
        >
          {action}
        </Act>
      </td>
    </tr>
  );
}
