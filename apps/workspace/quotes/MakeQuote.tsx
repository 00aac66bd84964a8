import { Link, useNavigate } from '@tanstack/react-router';
import { asFailure } from '../data/failure.ts';
import { Act } from '../parts/Act.tsx';
import { useMakeQuote } from './quoteData.ts';
import styles from './quotes.module.css';
import { Trouble } from './Trouble.tsx';

/** Makes a quote of a confirmed finding and goes there. */
export function MakeQuote({ customer, finding }: { customer: string; finding: string }) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMakeQuote(customer);
  const go = (quote: string) => void navigate({ to: '/quotes/$quote', params: { quote } });
  return (
    <div className={`${styles.make} noPrint`}>
      <Act
        needs="quotes.write"
        variant="default"
        loading={isPending}
        onClick={() => mutate(finding, { onSuccess: ({ id }) => go(id) })}
      >
        Make a quote
      </Act>
      {error && <Trouble thrown={error} />}
      {error && asFailure(error).code === 'quote_there_already' && <Link to="/quotes">All quotes</Link>}
    </div>
  );
}
