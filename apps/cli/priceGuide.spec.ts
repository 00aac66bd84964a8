import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blocksIn } from '#test/tidy/markdown.ts';
import { price } from './priced.testing.ts';
import { first, written } from './program.testing.ts';

/** Each command of the page, the catalog it is run on, and what the page says it prints. */
const blocks = blocksIn(readFileSync('docs/guide/prices.md', 'utf8'));
const shown = blocks.flatMap(({ kind, text }, i) => {
  if (kind !== 'sh') return [];
  const catalog = blocks.slice(0, i).findLast((block) => block.kind === 'yaml')!.text;
  return [{ command: text.trim(), catalog, prints: blocks[i + 1]!.text }];
});

test('the page shows every model of a price and every way to prorate it', () => {
  const yaml = blocks.flatMap(({ kind, text }) => (kind === 'yaml' ? [text] : [])).join('\n');
  const { $defs: _, ...schema } = JSON.parse(readFileSync('business/catalog/catalog.schema.json', 'utf8'));
  const text = JSON.stringify(schema);
  const models = [...text.matchAll(/"model":\{"type":"string","const":"(\w+)"/g)].map(([, model]) => model);
  expect(models.length).toBeGreaterThan(5);
  for (const model of models) expect(yaml).toContain(`model: ${model}`);
  for (const proration of ['second', 'thirtyDays']) expect(yaml).toContain(`proration: ${proration}`);
});

test.each(shown)('$command', async ({ command, catalog, prints }) => {
  const files: Record<string, string> = {
    'prices.yaml': written('prices.yaml', catalog),
    'agreement.yaml': first.agreement,
  };
  const args = command.split(' ').slice(2);
  expect(await price(...args.map((arg) => files[arg] ?? arg))).toEqual({ exit: 0, out: prints, err: '' });
});
