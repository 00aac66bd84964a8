import { useMutation } from '@tanstack/react-query';
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { client, dataOf } from '../data/client.ts';
import { roleName, useSession } from '../data/session.ts';
import styles from './WhoIsHere.module.css';

/** Who is signed in; behind it the way to one's own security, and out. */
export function WhoIsHere() {
  const { data: session } = useSession();
  const box = useRef<HTMLDetailsElement>(null);
  const signedOut = useMutation({
    mutationFn: async () => {
      await dataOf(client.DELETE('/v1/session'));
      window.location.assign('/sign-in');
    },
  });
  if (!session) return null;
  const close = () => box.current?.removeAttribute('open');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    close();
    box.current?.querySelector('summary')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget)) close();
  };
  const name = session.name || roleName(session.role);
  return (
    <details ref={box} className={`${styles.box} noPrint`} onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary className={styles.who} title={name}>
        <span aria-hidden="true">{initialsOf(name)}</span>
        <span className="hiddenVisually">Signed in as {name}</span>
      </summary>
      <div className={styles.menu}>
        <div className={styles.name}>
          <p>{name}</p>
          <p className={styles.role}>{roleName(session.role)}</p>
        </div>
        <a className={styles.entry} href="/sign-in/security">
          Security
        </a>
        <button
          type="button"
          className={styles.entry}
          disabled={signedOut.isPending}
          onClick={() => signedOut.mutate()}
        >
          Sign out
        </button>
      </div>
    </details>
  );
}

/** Returns the first letters of the first and the last part of a name. */
function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined];
  return [first, last].map((part) => [...(part ?? '')][0]?.toUpperCase() ?? '').join('');
}
