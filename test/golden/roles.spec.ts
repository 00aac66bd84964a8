import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operations } from '#apps/server/access/operations.ts';
import { roleCan } from '#business/identity/can.ts';
import { roles } from '#business/identity/roles.ts';
import { methods } from '#platform/openApi.ts';
import { currentDocument } from '../../bin/client.ts';

const file = join(import.meta.dirname, 'roles.txt');

/** What programs read that know no operation yet. */
const undocumented = new Set(['GET /v1/openapi.json', 'GET /health']);

/** One line an operation: what it needs, and an x under each role that may. */
function matrix(): string {
  const rows = Object.entries(operations).map(([operation, needed]) => {
    const marks = roles.map((role) => (needed !== 'public' && roleCan(role, needed) ? 'x' : '.')).join(' ');
    return `${needed === 'public' ? roles.map(() => '*').join(' ') : marks}  ${needed.padEnd(18)} ${operation}`;
  });
  const head = roles.map((role, n) => `${'  '.repeat(n)}${role}`);
  return `${[...head, '', ...rows].join('\n')}\n`;
}

test('every operation of the API says what it needs, and nothing else does', () => {
  const { paths } = currentDocument();
  const there = Object.entries(paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = Object.keys(operations).filter((one) => !undocumented.has(one));
  expect(listed.toSorted()).toEqual(there.toSorted());
});

test('who may do what is as it was agreed; `UPDATE_GOLDEN=1` writes it anew, to be read in the diff', () => {
  const now = matrix();
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, now);
  expect(now).toBe(readFileSync(file, 'utf8'));
});
