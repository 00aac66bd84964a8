import type { Values } from '../editing/action.ts';
import styles from '../editing/editing.module.css';
import type { Merge } from './customerDraft.ts';
import { placeWords } from './customerFields.ts';

/** What somebody else changed while we wrote: taken over where we did not touch it, named where both did. */
export function Meanwhile({ merge, theirs }: { merge: Merge; theirs: Values }) {
  const words = (place: string) => {
    const value = theirs[place] ?? '';
    return value.startsWith('[') ? 'see below' : value === '' ? 'nothing' : value;
  };
  return (
    <div role="alert" className={styles.meanwhile}>
      <h2>Somebody else changed this customer meanwhile</h2>
      <p>Nothing was overwritten, and what you entered is still here. Look at it, then save again.</p>
      <ul>
        {merge.theirs.map((place) => (
          <li key={place}>
            {placeWords(place)} is now {words(place)}; we have taken that over.
          </li>
        ))}
        {merge.both.map((place) => (
          <li key={place}>
            <strong>{placeWords(place)}</strong>: both of you changed it. Theirs is {words(place)}; saving
            puts yours in its place.
          </li>
        ))}
      </ul>
    </div>
  );
}
