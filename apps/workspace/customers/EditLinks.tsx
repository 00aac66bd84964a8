import { Link } from '@tanstack/react-router';
import { useCan } from '../data/session.ts';
import styles from '../editing/editing.module.css';

/** The ways from the page of a customer to where it is edited. */
export function EditLinks({
  customer,
  agreements,
}: {
  customer: string;
  agreements: readonly { readonly id: string; readonly title: string }[];
}) {
  const [customers, terms] = [useCan('customers.change'), useCan('agreements.change')];
  return (
    <nav className={`${styles.filters} noPrint`} aria-label="Edit">
      <Link to="/customers/$customer/edit" params={{ customer }}>
        {customers ? 'Edit the customer' : 'All about the customer'}
      </Link>
      {agreements.map(({ id, title }) => (
        <Link key={id} to="/customers/$customer/agreements/$agreement" params={{ customer, agreement: id }}>
          {terms ? 'Edit' : 'The text of'} {title}
        </Link>
      ))}
      {terms && (
        <Link to="/customers/$customer/agreements/new" params={{ customer }}>
          New agreement
        </Link>
      )}
    </nav>
  );
}
