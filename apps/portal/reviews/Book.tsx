import { type FormEvent, useState } from 'react';
import { Button, LinkButton } from '#platform/ui/Button.tsx';
import { Card } from '#platform/ui/Card.tsx';
import { FieldGroup, TextArea, TextField } from '#platform/ui/fields.tsx';
import { TroubleNote } from '../parts/Loaded.tsx';
import { useFormats, useWords } from '../words/Words.tsx';
import { type Review, type Slot, useReviewDeed } from './data.ts';
import styles from './reviews.module.css';
import { reviewWords } from './words.ts';

/** The meeting: times that wait for a yes, the one that is booked, and other times to offer. */
export function Book({ review }: { review: Review }) {
  const say = useWords(reviewWords);
  const formats = useFormats();
  const customer = review.customer.id;
  const [form, setForm] = useState<'offer' | 'callOff' | null>(null);
  const deed = useReviewDeed(customer, () => setForm(null));
  const may = (command: 'offer' | 'accept' | 'callOff') =>
    review.commands.some((one) => one.command === command && one.possible);
  const { meeting, offer } = review;
  return (
    <Card>
      <section className="stack" aria-labelledby="meeting">
        <h2 id="meeting">{say('meeting')}</h2>
        {meeting && (
          <>
            <p>{say('bookedFor', { when: formats.span(meeting.from, meeting.until) })}</p>
            {review.place && <p>{review.place}</p>}
            <div className="noPrint">
              <LinkButton
                href={`/v1/portal/${encodeURIComponent(customer)}/reviews/${encodeURIComponent(review.id)}/meeting.ics`}
                icon="calendar"
                download
              >
                {say('calendar')}
              </LinkButton>
            </div>
          </>
        )}
        {offer && (
          <>
            <p>{say(offer.side === 'vendor' ? 'offeredToYou' : 'offeredByYou')}</p>
            {offer.note && <p className={styles.text}>{offer.note}</p>}
            <ul className={styles.slots}>
              {offer.slots.map((slot) => (
                <li key={slot.from} className="row">
                  <span>{formats.span(slot.from, slot.until)}</span>
                  {may('accept') && (
                    <Button
                      weight="first"
                      busy={deed.isPending}
                      onClick={() => deed.mutate({ kind: 'accept', review: review.id, slot, place: '' })}
                    >
                      {say('choose')}
                      <span className="hiddenVisually">: {formats.span(slot.from, slot.until)}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {!meeting && !offer && <p>{say('noTimes', { name: review.contact.name })}</p>}
        <TroubleNote thrown={deed.error} />
        <div className={`${styles.buttons} noPrint`}>
          {may('offer') && form !== 'offer' && (
            <Button onClick={() => setForm('offer')}>{say(meeting ? 'move' : 'offer')}</Button>
          )}
          {may('callOff') && form !== 'callOff' && (
            <Button weight="quiet" onClick={() => setForm('callOff')}>
              {say('callOff')}
            </Button>
          )}
        </div>
        {form === 'offer' && (
          <OfferForm
            busy={deed.isPending}
            onSend={(slots, note) => deed.mutate({ kind: 'offer', review: review.id, slots, note })}
          />
        )}
        {form === 'callOff' && (
          <ReasonForm
            busy={deed.isPending}
            onSend={(reason) => deed.mutate({ kind: 'callOff', review: review.id, reason })}
          />
        )}
      </section>
    </Card>
  );
}

const numbers = [1, 2, 3];

/** Up to three times on the reader's own clock; each takes an hour. */
function OfferForm({ busy, onSend }: { busy: boolean; onSend: (slots: Slot[], note: string) => void }) {
  const say = useWords(reviewWords);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const slots = form.getAll('slot').flatMap((text) => hourFrom(String(text)) ?? []);
    setMissing(slots.length === 0);
    if (slots.length > 0) onSend(slots, String(form.get('note') ?? ''));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <FieldGroup legend={say('yourTimes')}>
        {numbers.map((n) => (
          <TextField
            key={n}
            name="slot"
            type="datetime-local"
            label={say('time', { n })}
            error={missing && n === 1 && say('timeNeeded')}
          />
        ))}
      </FieldGroup>
      <TextArea name="note" label={say('note')} maxLength={4000} rows={3} />
      <div>
        <Button type="submit" weight="first" busy={busy}>
          {say('sendTimes')}
        </Button>
      </div>
    </form>
  );
}

function hourFrom(text: string): Slot | null {
  const from = new Date(text);
  if (Number.isNaN(from.getTime())) return null;
  return { from: from.toISOString(), until: new Date(from.getTime() + 3_600_000).toISOString() };
}

function ReasonForm({ busy, onSend }: { busy: boolean; onSend: (reason: string) => void }) {
  const say = useWords(reviewWords);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    setMissing(reason === '');
    if (reason !== '') onSend(reason);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextArea name="reason" label={say('reason')} error={missing && say('reasonNeeded')} rows={3} />
      <div>
        <Button type="submit" weight="danger" busy={busy}>
          {say('callOff')}
        </Button>
      </div>
    </form>
  );
}
