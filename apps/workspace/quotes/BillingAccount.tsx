import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Allowed } from '../parts/Act.tsx';
import { useBillingAccount, useEnterAccount } from './quoteData.ts';
import styles from './quotes.module.css';
import { Trouble } from './Trouble.tsx';

/** Under which account Stripe knows a customer; shown where a key to Stripe is set. */
export function BillingAccount({ customer }: { customer: string }) {
  const { data } = useBillingAccount(customer);
  const { mutate, isPending, error, isSuccess } = useEnterAccount(customer);
  const [typed, setTyped] = useState<string | null>(null);
  if (!data?.ready) return null;
  const stripe = typed ?? data.stripe ?? '';
  return (
    <section aria-labelledby="billing-account">
      <h2 id="billing-account">Account at Stripe</h2>
      <Allowed needs="quotes.bill">
        <form
          className={styles.account}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const entered = { stripe: stripe.trim(), version: data.version };
            mutate(entered, { onSuccess: () => setTyped(null) });
          }}
        >
          <TextInput
            label="Stripe customer"
            placeholder="cus_…"
            value={stripe}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={isPending}>
            Keep
          </Button>
        </form>
      </Allowed>
      <p role="status">{isSuccess && typed === null ? 'Kept.' : ''}</p>
      {error && <Trouble thrown={error} />}
    </section>
  );
}
