import { Link } from '@tanstack/react-router';
import styles from '../editing/editing.module.css';

/** The ways from the page of a customer to where it is edited. */
export function EditLinks({
  customer,
  agreements,
}: {
  customer: string;
  agreements: readonly { readonly id: string; readonly title: string }[];
}) {
  return (
    <nav className={`${styles.filters} noPrint`} aria-label="Edit">
      <Link to="/customers/$customer/edit" params={{ customer }}>
        Edit the customer
      </Link>
      {agreements.map(({ id, title }) => (
        <Link key={id} to="/customers/$customer/agreements/$agreement" params={{ customer, agreement: id }}>
          Edit {title}
        </Link>
      ))}
      <Link to="/customers/$customer/agreements/new" params={{ customer }}>
        New agreement
      </Link>
    </nav>
  );
}
