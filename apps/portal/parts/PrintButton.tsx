import { Button } from '#platform/ui/Button.tsx';
import { shellWords } from '../shell/words.ts';
import { useWords } from '../words/Words.tsx';

/** Puts the page on paper. */
export function PrintButton() {
  const say = useWords(shellWords);
  return (
    <Button icon="print" onClick={() => print()}>
      {say('print')}
    </Button>
  );
}
