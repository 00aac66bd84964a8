import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#platform/ui/Button.tsx';
import { Callout } from '#platform/ui/Callout.tsx';
import { Actions, Dialog } from '#platform/ui/Dialog.tsx';
import { TextArea } from '#platform/ui/fields.tsx';
import { Failure } from '../data/client.ts';
import { TroubleNote } from '../parts/Loaded.tsx';
import { addressOf } from '../parts/To.tsx';
import { type How, type Place, type Seen, useSend } from './data.ts';
import { SeenFacts, wantedWords } from './OrderParts.tsx';
import type { Tell } from './useTell.ts';

/** What somebody is about to order. */
export type Wish = { readonly seen: Seen; readonly edition: string | null };

const words = {
  place: { title: 'confirmOrder', hint: 'orderHint', button: 'orderNow', note: 'note' },
  request: { title: 'confirmAsk', hint: 'askHint', button: 'ask', note: 'note' },
  prepare: { title: 'confirmPrepare', hint: 'preparedHint', button: 'prepare', note: 'notePrepare' },
} as const;

/** Says exactly what is ordered, and orders it. Where something has changed meanwhile it says what, and shows the new figures. */
export function OrderDialog(props: {
  wish: Wish;
  how: How;
  place: Place;
  prepared: string | null;
  tell: Tell;
  onClose: () => void;
}) {
  const { wish, place, prepared, tell, onClose } = props;
  const { say } = tell;
  const navigate = useNavigate();
  const send = useSend(place);
  const [seen, setSeen] = useState(wish.seen);
  const [note, setNote] = useState('');
  const [key, setKey] = useState(newKey);
  const how = props.how === 'prepare' ? 'prepare' : seen.atOnce ? 'place' : 'request';
  const text = words[how];
  const changed = changeOf(send.error);
  const submit = () =>
    send.mutate(
      { how, seen, note, key, prepared },
      {
        onSuccess: ({ id }) => navigate({ to: addressOf(place.customer, 'ways-up', 'orders', id) as never }),
        onError: (error) => {
          const found = changeOf(error);
          if (found?.now) setSeen(found.now);
          // The new figures are another order: the old key stands for the old ones.
          if (found) setKey(newKey());
        },
      },
    );
  return (
    <Dialog
      title={say(text.title, { what: wantedWords(seen, wish.edition, tell) })}
      closeLabel={say('cancel')}
      onClose={onClose}
    >
      <div className="stack">
        <SeenFacts seen={seen} edition={wish.edition} tell={tell} />
        {changed ? (
          <Callout tone="near" title={say('changed')} live>
            <p>
              {changed.now === null
                ? say('gone')
                : say('changedWhat', {
                    what: tell.formats.list(changed.differs.map((one) => say(`changed_${one}`))),
                  })}
            </p>
          </Callout>
        ) : (
          <TroubleNote thrown={send.error} />
        )}
        <p className="soft">{say(text.hint)}</p>
        <TextArea
          label={say(text.note)}
          value={note}
          rows={2}
          onChange={(event) => setNote(event.target.value)}
        />
        <Actions>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            weight="first"
            icon={how === 'place' ? 'check' : 'mail'}
            busy={send.isPending || send.isSuccess}
            disabled={changed?.now === null}
            onClick={submit}
          >
            {say(text.button)}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
}

type Change = {
  readonly differs: readonly ('day' | 'terms' | 'price' | 'use' | 'policy')[];
  readonly now: Seen | null;
};

function changeOf(error: unknown): Change | null {
  if (!(error instanceof Failure) || error.code !== 'order_changed') return null;
  return error.body as unknown as Change;
}

/** Browsers give `randomUUID` to secure pages alone; this they give to all. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
