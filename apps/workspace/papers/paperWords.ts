import type { Outcome, PaperLine } from './paperData.ts';

/** What a row does, as its badge says it, and in which tone. */
export const outcomeWords: Readonly<Record<Outcome, { readonly words: string; readonly tone: string }>> = {
  new: { words: 'New', tone: 'within' },
  changed: { words: 'Changed', tone: 'covered' },
  unchanged: { words: 'Unchanged', tone: 'cannot-tell' },
  refused: { words: 'Refused', tone: 'beyond' },
};

export const outcomes = ['new', 'changed', 'unchanged', 'refused'] as const satisfies readonly Outcome[];

export const statusWords: Readonly<Record<PaperLine['status'], string>> = {
  read: 'Waits for its columns',
  previewed: 'Waits to be taken',
  applied: 'Taken',
  undone: 'Undone',
};

/** Returns the steps of an import and which of them it is at. */
export function stepsOf(
  status: PaperLine['status'] | null,
): { readonly words: string; readonly state: 'past' | 'now' | 'ahead' }[] {
  const words = ['File', 'Columns', 'Preview', 'Done'];
  const at = status === null ? 0 : status === 'read' ? 1 : status === 'previewed' ? 2 : 3;
  return words.map((word, i) => ({ words: word, state: i < at ? 'past' : i === at ? 'now' : 'ahead' }));
}

/** Returns how far work has come, in words. */
export function progressWords({
  phase,
  done,
  total,
}: {
  phase: 'reading' | 'comparing' | 'saving' | 'undoing';
  done: number;
  total: number;
}): string {
  const doing = {
    reading: 'Reading the rows',
    comparing: 'Comparing with what is known',
    saving: 'Taking the rows',
    undoing: 'Taking the rows back',
  };
  return `${doing[phase]}: ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`;
}
