import { Link } from '@tanstack/react-router';
import styles from '../editing/editing.module.css';

/** How to begin where nothing is known yet: the steps in the order in which they need each other, by hand or by files. */
export function FirstSteps() {
  return (
    <section className={styles.panel} aria-label="First steps">
      <h2>First steps</h2>
      <p className="dimmed">
        A position is what a customer uses against what it may use. It takes four things, in this order:
      </p>
      <ol className={styles.steps}>
        <li>
          <Link to="/catalog">What you sell, and for how much</Link>: products and prices.
        </li>
        <li>
          <Link to="/customers/new">Who you serve</Link>: a customer by hand, or many{' '}
          <Link to="/papers">from a spreadsheet</Link>.
        </li>
        <li>What each of them signed: “New agreement” on the page of the customer.</li>
        <li>
          <Link to="/imports">What they use</Link>: reports and logs of your license servers and services.
        </li>
      </ol>
    </section>
  );
}
