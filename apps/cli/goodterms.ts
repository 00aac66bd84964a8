import { nearest } from '#platform/nearest.ts';
import type { FileProblem } from './answer.ts';
import { type Outcome, problemsDocument, problemsText } from './answer.ts';
import { checkCommand } from './check.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { measureCommand } from './measure.ts';
import { type Command, help, problem, readOptions } from './options.ts';
import { priceCommand } from './price.ts';

/*
 * The command line: files alone, no database; `import` and `export` alone speak with a server. Exit codes: 0 within terms, 2 beyond, 3 cannot tell, 1 bad input, 70 a fault of our own. With
 * `--json` one JSON document goes to standard output, whatever happens; its keys are in docs/guide/cli.md. Every number
 * in it is a decimal string.
 */

const commands: readonly Command[] = [
  checkCommand,
  measureCommand,
  priceCommand,
  explainCommand,
  importCommand,
  exportCommand,
];

const overview = [
  'goodterms: what an agreement allows, what was used, and the difference. From files alone, but import and export.',
  '',
  ...commands.map(({ name, does }) => `  goodterms ${name.padEnd(9)}${does}`),
  '',
  'goodterms COMMAND --help says more. The guide is docs/guide/cli.md.',
];

async function main([name, ...args]: readonly string[]): Promise<void> {
  const command = commands.find((one) => one.name === name);
  if (name === '--help' || name === 'help') return print(overview);
  const json = args.includes('--json');
  if (!command) return refuse([unknownCommand(name)], json || name === '--json');
  const given = readOptions(command, args);
  if (!given.ok) return refuse(given.problems, json);
  if (given.value.has('help')) return print(help(command));
  const outcome = await command.run(given.value);
  if (!outcome.ok) return refuse(outcome.problems, json);
  finish(outcome.value, json);
}

function finish({ exit, document, text }: Outcome, json: boolean): void {
  print(json ? [JSON.stringify(document, null, 2)] : text);
  process.exitCode = exit;
}

function refuse(problems: readonly FileProblem[], json: boolean): void {
  if (json) print([JSON.stringify(problemsDocument(problems), null, 2)]);
  process.stderr.write(`${problemsText(problems).join('\n')}\n`);
  process.exitCode = 1;
}

function unknownCommand(name: string | undefined) {
  const known = commands.map((command) => command.name);
  const meant = name === undefined ? undefined : nearest(name, known);
  const detail = name === undefined ? 'No command is named.' : `There is no command ${JSON.stringify(name)}.`;
  return problem('command_unknown', detail, `Write goodterms ${meant ?? known.join(', ')}; or --help.`);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault of ours or theirs.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`This is a fault of goodterms itself; please report it.\n${(error as Error).stack}\n`);
  process.exitCode = 70;
}
