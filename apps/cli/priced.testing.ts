import { type Answer, type Outcome, problemsText } from './answer.ts';
import { readOptions } from './options.ts';
import { priceCommand } from './price.ts';
import type { Ran } from './program.testing.ts';

/** Runs `goodterms price` in this process: what it would print. The program around it is tested with other commands. */
export async function price(...args: readonly string[]): Promise<Ran> {
  const given = readOptions(priceCommand, args);
  const answer: Answer<Outcome> = given.ok ? await priceCommand.run(given.value) : given;
  if (!answer.ok) return { exit: 1, out: '', err: problemsText(answer.problems).join('\n') };
  const { exit, text, document } = answer.value;
  const out = args.includes('--json') ? JSON.stringify(document) : text.join('\n');
  return { exit, out: `${out}\n`, err: '' };
}
