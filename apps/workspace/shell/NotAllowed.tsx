import type { Action } from '#business/identity/can.ts';
import { roleName, type Session, whoMay } from '../data/session.ts';
import { PageTitle } from './PageTitle.tsx';
import styles from './shell.module.css';

/** What is shown in place of a page that needs a right somebody does not have: what is missing, and who can give it. */
export function NotAllowed({ session, action }: { session: Session; action: Action }) {
  if (session.kind !== 'staff')
    return (
      <div className={styles.notice}>
        <PageTitle>Not for you</PageTitle>
        <h1>This is the vendor’s room</h1>
        <p>What your license allows, and how much of it is used, is shown in a room of your own.</p>
        <p>
          <a href="/portal">Open it</a>
        </p>
      </div>
    );
  return (
    <div className={styles.notice}>
      <PageTitle>Not for your role</PageTitle>
      <h1>This page is not for your role</h1>
      <p>
        You are signed in as {session.name}, {roleName(session.role)}. This page is open to {whoMay(action)}.
      </p>
      <p className="dimmed">
        If you need it, ask an administrator to give you another role: under Team, beside your name.
      </p>
    </div>
  );
}
