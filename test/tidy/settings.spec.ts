import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCommand } from '#apps/cli/check.ts';
import { explainCommand } from '#apps/cli/explain.ts';
import { exportCommand } from '#apps/cli/export.ts';
import { importCommand } from '#apps/cli/import.ts';
import { measureCommand } from '#apps/cli/measure.ts';
import { priceCommand } from '#apps/cli/price.ts';
import { tableAfter } from './markdown.ts';
import { readSources } from './sources.ts';

const page = readFileSync('docs/guide/settings.md', 'utf8');
const named = (phrase: string, column = 0) =>
  tableAfter(page, phrase)
    .slice(1)
    .map((cells) => (cells[column] ?? '').replaceAll('`', ''))
    .filter((name) => name !== '');

/** The machine's and npm's own; nobody sets them for us. */
const notOurs = ['NODE_ENV', 'PATH', 'npm_lifecycle_event'];

test('every environment variable that is read is on the page, and no other', () => {
  const read = readSources()
    .filter(({ path }) => !path.startsWith('test/') && !path.endsWith('.spec.ts'))
    .flatMap(({ text }) => [...text.matchAll(/process\.env(?:\.(\w+)|\[['"](\w+)['"]\])/g)])
    .map(([, plain, quoted]) => plain ?? quoted!);
  expect(named('| variable').sort()).toEqual(
    [...new Set(read)].filter((name) => !notOurs.includes(name)).sort(),
  );
});

test('every flag of the server is on the page, and no other', () => {
  const [, options = ''] =
    /parseArgs\(\{\s*options: \{([\s\S]*?)\n {2}\},/.exec(readFileSync('apps/server/main.ts', 'utf8')) ?? [];
  const flags = [...options.matchAll(/^ {4}'?([a-z-]+)'?: \{/gm)].map(([, name]) => `--${name}`);
  expect(flags.length).toBeGreaterThan(1);
  expect(named('| flag').sort()).toEqual(flags.sort());
});

test('every flag of the test command is on the page, and no other', () => {
  const flags = [
    ...readFileSync('bin/test.mjs', 'utf8').matchAll(/process\.argv\.includes\('(--[a-z]+)'\)/g),
  ];
  expect(named('| command', 1)).toEqual(flags.map(([, flag]) => flag));
});

test('every option of the command line is on the page with its commands, and no other', () => {
  const commands = [checkCommand, measureCommand, priceCommand, explainCommand, importCommand, exportCommand];
  const options = [...new Set(commands.flatMap((command) => Object.keys(command.options)))];
  const table = tableAfter(page, '| option').slice(1);
  const rows = options.map((option) => [
    `\`--${option}\``,
    commands
      .filter((command) => option in command.options)
      .map(({ name }) => name)
      .join(', '),
  ]);
  const everywhere = ['`--json`', '`--help`'].map((name) => [name, 'all']);
  expect(table.map((cells) => cells.slice(0, 2)).sort()).toEqual([...rows, ...everywhere].sort());
});
