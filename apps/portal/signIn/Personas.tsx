import { roles } from '#business/identity/roles.ts';
import { Disclosure } from '#platform/ui/Disclosure.tsx';
import { client, dataOf } from '../data/client.ts';
import { useWords } from '../words/Words.tsx';
import { type Next, type Persona, wanted } from './doors.ts';
import { useStep } from './NextStep.tsx';
import { Refusal } from './Refusal.tsx';
import { refusalWords } from './refusalWords.ts';
import styles from './signIn.module.css';
import { type SignInWord, signInWords } from './words.ts';

const groups = [
  ['staff', 'demoStaff'],
  ['customer', 'demoCustomers'],
  ['partner', 'demoPartner'],
] as const;

/** The people of the demo: one press, and one is signed in as one of them. */
export function Personas({ people, onNext }: { people: readonly Persona[]; onNext: (next: Next) => void }) {
  const say = useWords(signInWords);
  const sent = useStep(
    (account: string) => dataOf(client.POST('/v1/sign-in/demo', { body: { account, to: wanted() } })),
    onNext,
  );
  const list = (some: readonly Persona[]) => (
    <ul className={styles.people}>
      {some.map(({ account, name, role, where }) => (
        <li key={account}>
          <button
            type="button"
            className={styles.person}
            disabled={sent.isPending}
            onClick={() => sent.mutate(account)}
          >
            <span>{name}</span>
            <span className="small soft">{where ?? say(roleWord(role))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="stack" aria-label={say('demoTitle')}>
      <h2>{say('demoTitle')}</h2>
      {groups.map(([kind, word]) => {
        const group = people.filter((person) => person.kind === kind).sort(byRole);
        const more = group.filter(({ role }) => role === 'customer-member');
        const first = group.filter((person) => !more.includes(person));
        if (group.length === 0) return null;
        return (
          <div key={kind} className={styles.form}>
            <h3>{say(word)}</h3>
            {list(first)}
            {more.length > 0 && <Disclosure label={say('demoMembers')}>{list(more)}</Disclosure>}
          </div>
        );
      })}
      <Refusal thrown={sent.error} say={say} words={refusalWords} />
    </section>
  );
}

/** Whoever does most here first; people of one customer together. */
function byRole(one: Persona, other: Persona): number {
  const [a, b] = [one.where ?? '', other.where ?? ''];
  return a === b ? roles.indexOf(one.role) - roles.indexOf(other.role) : a < b ? -1 : 1;
}

/** Returns the word for a role. */
export function roleWord(role: Persona['role']): SignInWord {
  return `role_${role.replaceAll('-', '_')}` as SignInWord;
}
