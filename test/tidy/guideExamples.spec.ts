import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readAgreements } from '#business/agreements/agreementFile.ts';
import { agreementForm } from '#business/agreements/agreementForm.ts';
import { readCatalog } from '#business/catalog/catalogFile.ts';
import { catalogForm } from '#business/catalog/catalogForm.ts';
import { customerForm, readCustomers } from '#business/customers/customerFile.ts';
import type { Result } from '#platform/problem.ts';
import { blocksIn } from './markdown.ts';

const readers: Record<string, (text: string) => Result<unknown>> = {
  'catalog/1': readCatalog,
  'customers/1': readCustomers,
  'agreement/1': readAgreements,
};
const pages = [
  'README.md',
  ...readdirSync('docs/guide')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs/guide', name)),
];
const examples = pages.flatMap((page) =>
  blocksIn(readFileSync(page, 'utf8')).flatMap(({ text }) => {
    const [, form] = /^goodterms: (\S+)$/m.exec(text) ?? [];
    return form && form in readers ? [{ page, form, text }] : [];
  }),
);

test('every kind of file is shown', () => {
  expect(new Set(examples.map(({ form }) => form))).toEqual(new Set(Object.keys(readers)));
});

test.each(examples)('$page shows a file of the form $form that is taken as it stands', ({ form, text }) => {
  expect(readers[form]!(text)).toMatchObject({ ok: true });
});

/** The names of all keys that a form knows, however deep. */
function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysIn)];
}

test.each([
  ['catalog', catalogForm],
  ['customers', customerForm],
  ['agreement', agreementForm],
])('the guide names every key of the form of the %s', (_, form) => {
  const guide = ['importing', 'measures', 'prices', 'rights']
    .map((name) => readFileSync(`docs/guide/${name}.md`, 'utf8'))
    .join();
  const keys = [...new Set(keysIn(z.toJSONSchema(form, { io: 'input' })))];
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(guide))).toEqual([]);
});
