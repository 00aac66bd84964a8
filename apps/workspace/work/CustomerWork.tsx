import type { CustomerPage } from '#apps/server/pages.ts';
import { Assignments } from './Assignments.tsx';
import { FlagList } from './FlagList.tsx';
import { NoteList } from './NoteList.tsx';
import styles from './work.module.css';

/** What the vendor's own people keep about a customer: flags, who works on what, notes. The customer never sees it. */
export function CustomerWork({ page }: { page: CustomerPage }) {
  const { customer, flags, agreements } = page;
  return (
    <section aria-labelledby="work" className={`${styles.section} noPrint`}>
      <h2 id="work">Among ourselves</h2>
      <div className={styles.panel}>
        <FlagList customer={customer.id} flags={flags} />
        {agreements.length > 0 && <Assignments customer={customer.id} agreements={agreements} />}
        <NoteList customer={customer.id} />
      </div>
    </section>
  );
}
