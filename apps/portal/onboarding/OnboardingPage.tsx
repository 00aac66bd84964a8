import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { Steps } from '#platform/ui/Progress.tsx';
import { EmptyState } from '#platform/ui/states.tsx';
import { type Lesson, markRead, type Onboarding, onboardingQuery } from '../data/portal.ts';
import { useViewer } from '../data/session.ts';
import { Loaded, TroubleNote } from '../parts/Loaded.tsx';
import { PageFrame } from '../parts/Page.tsx';
import { addressOf, ToButton, useCustomer } from '../parts/To.tsx';
import { useWords } from '../words/Words.tsx';
import { LessonCard } from './LessonCard.tsx';
import styles from './onboarding.module.css';
import { onboardingWords } from './words.ts';

/** The rules of the license, one a page; those that are new or have changed come first. */
export function Page() {
  const say = useWords(onboardingWords);
  const customer = useCustomer();
  const query = useQuery({ ...onboardingQuery(customer), staleTime: Number.POSITIVE_INFINITY });
  return (
    <PageFrame title={say('title')} lead={say('lead')}>
      <Loaded query={query}>{(onboarding) => <Walk onboarding={onboarding} />}</Loaded>
    </PageFrame>
  );
}

const isOpen = ({ state }: Lesson) => state !== 'done';

function Walk({ onboarding }: { onboarding: Onboarding }) {
  const say = useWords(onboardingWords);
  const customer = useCustomer();
  const viewer = useViewer();
  const cache = useQueryClient();
  // Kept as they were found: what is put away meanwhile stays in its place.
  const [lessons] = useState(() => {
    const open = onboarding.lessons.filter(isOpen);
    return open.length > 0 ? open : onboarding.lessons;
  });
  const [at, setAt] = useState(() => (onboarding.lessons.some(isOpen) ? 0 : lessons.length));
  const top = useRef<HTMLDivElement>(null);
  const done = useMutation({
    mutationFn: (lesson: Lesson) => markRead(customer, lesson),
    onSuccess: (data) => cache.setQueryData(onboardingQuery(customer).queryKey, data),
  });
  const go = (place: number) => {
    setAt(place);
    top.current?.focus();
  };
  const lesson = lessons[at];
  const understood = async (read: Lesson) => {
    if (viewer?.as !== 'staff' && isOpen(read)) await done.mutateAsync(read);
    go(at + 1);
  };
  if (lessons.length === 0)
    return (
      <EmptyState icon="document" title={say('none')}>
        <p>{say('noneTodo')}</p>
      </EmptyState>
    );
  return (
    <div className={styles.walk}>
      {lessons.length > 1 && <Steps label={say('steps')} steps={lessons.map(stepName)} at={at} />}
      <div ref={top} tabIndex={-1} className={styles.top}>
        {lesson ? (
          <LessonCard key={at} lesson={lesson} contact={onboarding.contact.name} />
        ) : (
          <Card>
            <EmptyState icon="check" title={say('doneTitle')}>
              <p>{say('doneLead')}</p>
              <div className="row">
                <ToButton address={addressOf(customer)} weight="first">
                  {say('toOverview')}
                </ToButton>
                <Button onClick={() => go(0)}>{say('again')}</Button>
              </div>
            </EmptyState>
          </Card>
        )}
      </div>
      <TroubleNote thrown={done.error} />
      {lesson && (
        <div className={styles.onward}>
          <Button icon="back" disabled={at === 0} onClick={() => go(at - 1)}>
            {say('previous')}
          </Button>
          {lessons.length > 1 && (
            <span className="small soft numbers">{say('place', { n: at + 1, all: lessons.length })}</span>
          )}
          <Button
            weight="first"
            busy={done.isPending}
            onClick={() => void understood(lesson).catch(() => undefined)}
          >
            {isOpen(lesson) ? say('understood') : say('next')}
          </Button>
        </div>
      )}
    </div>
  );
}

const stepName = ({ clause }: Lesson, n: number, all: readonly Lesson[]) =>
  all.filter((one) => one.clause.product.name === clause.product.name).length > 1
    ? `${clause.product.name} (${n + 1})`
    : clause.product.name;
