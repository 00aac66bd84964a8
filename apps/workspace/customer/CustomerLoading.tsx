import { Skeleton } from '@mantine/core';
import { PageTitle } from '../shell/PageTitle.tsx';
import styles from './customer.module.css';

/** The shape of the page while it is being read. */
export function CustomerLoading() {
  return (
    <div className={styles.page} aria-busy="true">
      <PageTitle>Customer</PageTitle>
      <h1 className="hiddenVisually">Customer</h1>
      <p className="hiddenVisually" role="status">
        Reading the customer…
      </p>
      <Skeleton height={32} width="min(20rem, 80%)" />
      <Skeleton height={120} />
      <Skeleton height={24} width="12rem" />
      <Skeleton height={360} />
    </div>
  );
}
