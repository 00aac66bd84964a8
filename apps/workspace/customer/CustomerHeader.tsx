import { Link } from '@tanstack/react-router';
import type { CustomerPage } from '#apps/server/pages.ts';
import { countOf, showDate } from '../format.ts';
import { Facts } from '../parts/Facts.tsx';
import { FlagBadges } from '../parts/FlagBadges.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './customer.module.css';

type Customer = CustomerPage['customer'];

/** Who the customer is, who speaks for either side, and what both have been through. */
export function CustomerHeader({ customer, flags }: { customer: Customer; flags: CustomerPage['flags'] }) {
  return (
    <div className={styles.head}>
      <Link to="/" className={`${styles.back} noPrint`}>
        <Icon name="back" size={14} />
        All positions
      </Link>
      <h1>{customer.name}</h1>
      <FlagBadges flags={flags.filter(({ state }) => state === 'in-force')} />
      <p className={`${styles.ways} noPrint`}>
        <Link to="/customers/$customer/people" params={{ customer: customer.id }} className={styles.back}>
          People and machines
        </Link>
        <Link to="/sources" search={{ customer: customer.id }} className={styles.back}>
          Sources
        </Link>
        <Link to="/customers/$customer/directory" params={{ customer: customer.id }} className={styles.back}>
          Directory
        </Link>
        <Link to="/customers/$customer/access" params={{ customer: customer.id }} className={styles.back}>
          Access
        </Link>
      </p>
      <div className={styles.panel}>
        <div className={styles.who}>
          <Facts
            entries={[
              ['Customer since', showDate(customer.since)],
              ['Renewed', customer.renewals === 0 ? 'not yet' : countOf(customer.renewals, 'time', 'times')],
              ['Size and segment', [customer.size, customer.segment].filter(Boolean).join(', ')],
              ['Risk tolerance', customer.riskTolerance],
            ]}
          />
          <dl className={styles.people}>
            <Person name="Their contact" person={customer.contact} />
            <Person name="Our owner" person={customer.owner} />
          </dl>
        </div>
        <Experiences title="Good experiences" icon="star" items={customer.goodExperiences} />
        <Experiences title="Our own mistakes" icon="alert" items={customer.vendorMistakes} />
      </div>
    </div>
  );
}

function Person({ name, person }: { name: string; person: Customer['contact'] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{person.name}</strong>, {person.role}
        {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
      </dd>
    </div>
  );
}

function Experiences(props: { title: string; icon: 'star' | 'alert'; items: readonly string[] }) {
  if (props.items.length === 0) return null;
  return (
    <div className={styles.experiences}>
      <h2>{props.title}</h2>
      <ul>
        {props.items.map((item) => (
          <li key={item}>
            <Icon name={props.icon} size={14} />
            <span>{item}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
