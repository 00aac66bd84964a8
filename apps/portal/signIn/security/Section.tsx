import type { ReactNode } from 'react';
import { Card } from '#platform/ui/Card.tsx';

/** One way to sign in, or what belongs to it: a heading and what can be done. */
export function Section(props: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={props.title}>
      <Card>
        <div className="stack">
          <h2>{props.title}</h2>
          {props.lead && <p className="soft">{props.lead}</p>}
          {props.children}
        </div>
      </Card>
    </section>
  );
}
