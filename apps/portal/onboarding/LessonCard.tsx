import { Badge } from '#platform/ui/Badge.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { alertsSlot } from '../alerts/slot.ts';
import { HowCounted, SignedText } from '../clauses/ClauseParts.tsx';
import { allowedText } from '../clauses/termsText.ts';
import { amountOf } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import type { Lesson } from '../data/portal.ts';
import { addressOf, To, useCustomer } from '../parts/To.tsx';
import { questionsSlot } from '../questions/slot.ts';
import { waysUpSlot } from '../waysUp/slot.ts';
import { useWords } from '../words/Words.tsx';
import styles from './onboarding.module.css';
import { onboardingWords } from './words.ts';

/** One rule, explained: what it says, how it is counted, an example on own numbers, and what helps. */
export function LessonCard({ lesson, contact }: { lesson: Lesson; contact: string }) {
  const say = useWords(onboardingWords);
  const tongue = useTongue();
  const { clause } = lesson;
  return (
    <Card as="article" label={clause.product.name}>
      <div className={styles.head}>
        <h2>{clause.product.name}</h2>
        {lesson.state === 'new' && <Badge tone="calm">{say('isNew')}</Badge>}
        {lesson.state === 'changed' && (
          <Badge tone="calm">
            {say('isChanged', { parts: tongue.formats.list(lesson.changed.map((part) => say(part))) })}
          </Badge>
        )}
      </div>
      <section className={styles.part} aria-label={say('rule')}>
        <p className={styles.rule}>{allowedText(tongue, clause)}</p>
        <SignedText clause={clause} />
      </section>
      <section className={styles.part}>
        <h3>{say('counted')}</h3>
        <HowCounted clause={clause} tongue={tongue} />
      </section>
      <Example lesson={lesson} />
      <section className={styles.part}>
        <h3>{say('tight')}</h3>
        <ul className={styles.helps}>
          {lesson.whenTight.map((help) => (
            <li key={help}>
              <Help help={help} lesson={lesson} contact={contact} />
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}

function Example({ lesson }: { lesson: Lesson }) {
  const say = useWords(onboardingWords);
  const tongue = useTongue();
  const { example, clause } = lesson;
  if (!example) return null;
  const { formats } = tongue;
  const { window, left } = example;
  const isOver = left.startsWith('-');
  return (
    <section className={styles.part}>
      <h3>{say('example')}</h3>
      <p className={styles.example}>
        {say(isOver ? 'exampleOver' : 'exampleLeft', {
          span: formats.span(window.from, window.until, clause.measure.zone),
          value: amountOf(tongue, window.value, clause.unit),
          limit: formats.number(window.limit),
          left: formats.number(left),
          over: formats.number(left.replace(/^-/, '')),
        })}
      </p>
    </section>
  );
}

type HelpKind = Lesson['whenTight'][number];

/** What helps, and the way there where there is a page for it. */
function Help({ help, lesson, contact }: { help: HelpKind; lesson: Lesson; contact: string }) {
  const say = useWords(onboardingWords);
  const customer = useCustomer();
  const words = say(help.replaceAll('-', '_') as 'ask', { name: contact });
  const line = addressOf(customer, 'lines', lesson.clause.agreement, lesson.clause.id);
  const slots = { 'set-alert': alertsSlot, ask: questionsSlot, 'way-up': waysUpSlot } as const;
  if (help === 'see-who-counts' || help === 'free-what-is-unused') return <To address={line}>{words}</To>;
  const slot = slots[help];
  return slot.pages.length > 0 ? <To address={addressOf(customer, slot.path)}>{words}</To> : words;
}
