import { Button } from '@mantine/core';
import { countOf } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { useBilled, useDownload, useQuotes } from './quoteData.ts';
import styles from './quotes.module.css';
import { Trouble } from './Trouble.tsx';

/** Gives what was agreed to whoever invoices, as a file; it counts as billed only when that is confirmed. */
export function HandOff() {
  const agreed = useQuotes('agreed').data?.pages[0]?.total ?? 0;
  const download = useDownload();
  const billed = useBilled();
  const taken = download.data;
  const words = (count: number) => countOf(count, 'agreed quote', 'agreed quotes');
  return (
    <section className={styles.handOff} aria-labelledby="hand-off">
      <h2 id="hand-off">For billing</h2>
      <p className="dimmed">
        {agreed === 0
          ? 'No agreed quote waits for billing.'
          : `${words(agreed)} ${agreed === 1 ? 'waits' : 'wait'} for billing. Download the lines, enter them where you invoice, and confirm.`}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="default"
          loading={download.isPending}
          disabled={agreed === 0}
          onClick={() => {
            billed.reset();
            download.mutate();
          }}
        >
          Download lines of agreed quotes
        </Button>
        {taken && !billed.data && (
          <Act needs="quotes.bill" loading={billed.isPending} onClick={() => billed.mutate(taken)}>
            Mark {taken.quotes.length} as billed
          </Act>
        )}
        <Button component="a" variant="subtle" href="/v1/quotes/lines.csv" download>
          All quotes as CSV
        </Button>
        <Button component="a" variant="subtle" href="/v1/quotes/true-ups.csv" download>
          True-ups of confirmed findings as CSV
        </Button>
      </div>
      <p role="status">
        {billed.data
          ? `${countOf(billed.data.quotes, 'quote is', 'quotes are')} with billing by ${billed.data.reference}.`
          : taken && `Downloaded: ${taken.file}, ${words(taken.quotes.length)}.`}
      </p>
      {(download.error ?? billed.error) && <Trouble thrown={download.error ?? billed.error} />}
    </section>
  );
}
