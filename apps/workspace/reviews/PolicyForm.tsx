import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { Allowed } from '../parts/Act.tsx';
import styles from '../quotes/quotes.module.css';
import { Trouble } from '../quotes/Trouble.tsx';
import { type Policy, useReviewPolicy, useSetPolicy } from './reviewData.ts';

/** How often reviews open by themselves. */
export function PolicyForm() {
  const { data } = useReviewPolicy();
  return data ? <Form key={data.version} policy={data} /> : null;
}

function Form({ policy }: { policy: Policy }) {
  const [every, setEvery] = useState<number | ''>(policy.everyMonths ?? '');
  const [before, setBefore] = useState<number | ''>(policy.beforeRenewalDays ?? '');
  const set = useSetPolicy();
  const orNull = (value: number | '') => (value === '' ? null : value);
  return (
    <section aria-labelledby="policy" className="noPrint">
      <h2 id="policy">When they open by themselves</h2>
      <Allowed needs="reviews.policy">
        <form
          className={styles.make}
          onSubmit={(event) => {
            event.preventDefault();
            const { version } = policy;
            set.mutate({ version, everyMonths: orNull(every), beforeRenewalDays: orNull(before) });
          }}
        >
          <NumberInput
            label="Every so many months from the start of the first agreement"
            description="Leave it empty for never."
            min={1}
            max={60}
            allowDecimal={false}
            value={every}
            onChange={(value) => setEvery(value === '' ? '' : Number(value))}
          />
          <NumberInput
            label="So many days before a renewal"
            description="Leave it empty for never."
            min={1}
            max={365}
            allowDecimal={false}
            value={before}
            onChange={(value) => setBefore(value === '' ? '' : Number(value))}
          />
          <Button type="submit" variant="default" loading={set.isPending}>
            Keep
          </Button>
        </form>
      </Allowed>
      {set.error && <Trouble thrown={set.error} />}
    </section>
  );
}
