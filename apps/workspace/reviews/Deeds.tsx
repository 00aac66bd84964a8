import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../data/session.ts';
import { showSpan } from '../format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import styles from '../quotes/quotes.module.css';
import { Trouble } from '../quotes/Trouble.tsx';
import { HoldForm } from './HoldForm.tsx';
import { type Deed, type Review, type Slot, useReviewDeed } from './reviewData.ts';

type Asked = 'offer' | 'call-off' | 'drop' | 'hold';

/** What can be done about a review: times to offer or to say yes to, the meeting to call off, what came of it. */
export function Deeds({ review }: { review: Review }) {
  const may = useMay('reviews.hold');
  const [asked, setAsked] = useState<Asked | null>(null);
  const deed = useReviewDeed(review.id);
  const can = (command: Review['commands'][number]['command']) =>
    review.commands.some((one) => one.command === command && one.possible);
  const send = (one: Deed) => deed.mutate(one, { onSuccess: () => setAsked(null) });
  if (review.status === 'held' || review.status === 'dropped') return null;
  const button = (kind: Asked, label: string, isFirst = false) => (
    <Button
      {...(isFirst ? {} : { variant: 'default' })}
      onClick={() => {
        deed.reset();
        setAsked(kind);
      }}
    >
      {label}
    </Button>
  );
  return (
    <section aria-labelledby="meeting" className="noPrint">
      <h2 id="meeting">The meeting</h2>
      {review.offer && (
        <Offered review={review} mayAccept={can('accept')} onSend={send} busy={deed.isPending} />
      )}
      {!may.may && <p className="dimmed">{may.why}</p>}
      <div className={styles.buttons}>
        {can('offer') && button('offer', review.meeting ? 'Move it: offer other times' : 'Offer times', true)}
        {can('hold') && button('hold', 'Write down what came of it')}
        {can('callOff') && button('call-off', 'Call it off')}
        {can('drop') && button('drop', 'Drop the review')}
      </div>
      {deed.error && asked === null && <Trouble thrown={deed.error} />}
      {asked === 'hold' && (
        <HoldForm review={review} deed={deed} onSend={send} onClose={() => setAsked(null)} />
      )}
      {asked === 'offer' && (
        <Dialog title="Offer times" onClose={() => setAsked(null)}>
          <OfferForm busy={deed.isPending} error={deed.error} onSend={send} />
        </Dialog>
      )}
      {(asked === 'drop' || asked === 'call-off') && (
        <Dialog
          title={asked === 'drop' ? 'Drop the review' : 'Call the meeting off'}
          onClose={() => setAsked(null)}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              send({ kind: asked, reason: String(new FormData(event.currentTarget).get('reason') ?? '') });
            }}
          >
            <Textarea name="reason" label="Why; the customer reads it" required rows={3} data-autofocus />
            {deed.error && <Trouble thrown={deed.error} />}
            <Button type="submit" mt="md" loading={deed.isPending}>
              {asked === 'drop' ? 'Drop it' : 'Call it off'}
            </Button>
          </form>
        </Dialog>
      )}
    </section>
  );
}

function Offered(props: { review: Review; mayAccept: boolean; busy: boolean; onSend: (deed: Deed) => void }) {
  const { review, mayAccept, busy, onSend } = props;
  const { offer, zone } = review;
  if (!offer) return null;
  return (
    <>
      <p>
        {offer.side === 'vendor' ? 'We offered these times' : 'The customer offers these times'}:
        {offer.note && ` “${offer.note}”`}
      </p>
      <ul>
        {offer.slots.map((slot) => (
          <li key={slot.from}>
            {showSpan(slot.from, slot.until, zone)}{' '}
            {mayAccept && (
              <Button
                size="compact-xs"
                loading={busy}
                aria-label={`Say yes to ${showSpan(slot.from, slot.until, zone)}`}
                onClick={() => onSend({ kind: 'accept', slot, place: '' })}
              >
                Say yes
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function OfferForm(props: { busy: boolean; error: unknown; onSend: (deed: Deed) => void }) {
  return (
    <form
      className={styles.dialog}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const slots = form.getAll('slot').flatMap((text) => hourFrom(String(text)) ?? []);
        props.onSend({ kind: 'offer', slots, note: String(form.get('note') ?? '') });
      }}
    >
      {[1, 2, 3].map((n) => (
        <TextInput
          key={n}
          name="slot"
          type="datetime-local"
          label={`Time ${n} (an hour, by your clock)`}
          required={n === 1}
          {...(n === 1 ? { 'data-autofocus': true } : {})}
        />
      ))}
      <Textarea name="note" label="A word to the customer (if you like)" rows={2} />
      {props.error !== null && <Trouble thrown={props.error} />}
      <Button type="submit" loading={props.busy}>
        Offer these times
      </Button>
    </form>
  );
}

function hourFrom(text: string): Slot | null {
  const from = new Date(text);
  if (Number.isNaN(from.getTime())) return null;
  return { from: from.toISOString(), until: new Date(from.getTime() + 3_600_000).toISOString() };
}
