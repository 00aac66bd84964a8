import { asFailure } from '../data/failure.ts';
import { useCustomer } from '../data/queries.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { CustomerLoading } from './CustomerLoading.tsx';
import { CustomerPage } from './CustomerPage.tsx';

/** The page of one customer in each of its states: loading, unknown, failed, there. */
export function CustomerRoute({ id }: { id: string }) {
  const { data, error, refetch } = useCustomer(id);
  if (data) return <CustomerPage page={data} />;
  if (!error) return <CustomerLoading />;
  if (asFailure(error).status === 404) return <NotFound what="customer" />;
  return <FailureNotice thrown={error} onRetry={() => refetch()} />;
}
