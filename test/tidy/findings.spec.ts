import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingDiagram, findingTable } from './findingDiagram.ts';
import { tableAfter } from './markdown.ts';

const guide = readFileSync('docs/guide/findings.md', 'utf8');

test('the guide draws the states of a finding as the table of commands and the decider have them', () => {
  const [, drawn] = /```mermaid\n([\s\S]*?)\n```/.exec(guide) ?? [];
  expect(drawn).toBe(findingDiagram());
});

test('the guide’s table of commands is the one behind the buttons', () => {
  expect(tableAfter(guide, 'Which command is possible in which state')).toEqual(findingTable());
});

test('the guide explains every question there may be', () => {
  const source = readFileSync('business/findings/finding.ts', 'utf8');
  const [, union = ''] = /readonly code:\n((?:\s*\| '[a-z-]+';?\n)+)/.exec(source) ?? [];
  const codes = [...union.matchAll(/'([a-z-]+)'/g)]
    .map(([, code]) => code)
    .filter((code) => code !== 'unmatched');
  expect(codes.length).toBeGreaterThan(5);
  const explained = tableAfter(guide, '## What remains in question')
    .slice(1)
    .map(([code]) => code);
  expect(explained.sort()).toEqual(codes.map((code) => `\`${code}\``).sort());
});
