import { expect, test } from 'vitest';
import { type GuideElement, guidePage } from './guideTree.ts';

const nodes = (markdown: string) => guidePage(markdown).nodes;
const first = (markdown: string) => nodes(markdown)[0] as GuideElement;

test('the first heading is the title; the others can be named', () => {
  const page = guidePage('# Alerts & limits\n\nWords.\n\n## When an *alert* is due\n');
  expect(page.title).toBe('Alerts & limits');
  expect(page.nodes[1]).toMatchObject({ tag: 'h3', id: 'when-an-alert-is-due' });
});

test('a link to another page stays in the help, one to the web opens there, one to a file of ours is words', () => {
  expect(first('[a](alerts.md#sending)').children).toEqual([
    { tag: 'a', guide: 'alerts#sending', children: ['a'] },
  ]);
  expect(first('[a](https://example.com/x)').children).toEqual([
    { tag: 'a', href: 'https://example.com/x', children: ['a'] },
  ]);
  for (const href of ['../../GLOSSARY.md', 'javascript:alert(1)', '//example.com', 'data:text/html,x'])
    expect(first(`[a](${href})`).children, href).toEqual(['a']);
});

test('HTML is the text it is, inside a line and by itself; images are left out', () => {
  expect(first('<script>alert(1)</script>')).toEqual({
    tag: 'p',
    children: ['<script>alert(1)</script>'],
  });
  expect(JSON.stringify(nodes('a <b onclick="x">b</b> ![i](x.png)'))).not.toContain('"tag":"b"');
});

test('code keeps its signs', () => {
  expect(first('`a < b && "c"`').children).toEqual([{ tag: 'code', children: ['a < b && "c"'] }]);
  expect(first('```\n<x>&amp;\n```').children).toEqual([{ tag: 'code', children: ['<x>&amp;'] }]);
});

test('lists and tables keep their form', () => {
  expect(first('- a\n- b')).toMatchObject({ tag: 'ul', children: [{ tag: 'li' }, { tag: 'li' }] });
  expect(first('| a | b |\n| - | - |\n| 1 | 2 |')).toMatchObject({
    tag: 'table',
    children: [{ tag: 'thead' }, { tag: 'tbody', children: [{ tag: 'tr', children: [{ tag: 'td' }, {}] }] }],
  });
});
