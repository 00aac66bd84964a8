import { Callout } from '#platform/ui/Callout.tsx';
import { Failure } from '../data/client.ts';
import { TroubleNote } from '../parts/Loaded.tsx';
import type { Say } from '../words/Words.tsx';
import { isOfDevice } from './doors.ts';

/**
 * What was thrown by a step, in the words this screen has for its code; nothing where nothing was. `canceled`: what is said
 * where the device did not go through with it.
 */
export function Refusal<Word extends string>(props: {
  thrown: unknown;
  say: Say<Word>;
  words: readonly Word[];
  canceled?: Word;
}) {
  const { thrown, say, words, canceled } = props;
  if (!thrown) return null;
  if (canceled && isOfDevice(thrown))
    return (
      <Callout tone="wrong" live>
        {<p>{say(canceled)}</p>}
      </Callout>
    );
  const code = thrown instanceof Failure ? words.find((word) => word === thrown.code) : undefined;
  if (code === undefined) return <TroubleNote thrown={thrown} />;
  return (
    <Callout tone="wrong" live>
      <p>{say(code)}</p>
    </Callout>
  );
}
