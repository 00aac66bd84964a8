import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DeclarationOptions, declaration } from './declaration.ts';
import { chunks, everything, instant, usual } from './decoders.testing.ts';

const decode = (text: string, more: Partial<DeclarationOptions> = {}, size?: number) =>
  everything(declaration(chunks(text, size), { ...usual, zone: 'Europe/Berlin', ...more }));

const form = (...lines: string[]) => `goodterms: declaration/1
declaredBy: ann.archer@alder.example
declaredOn: 2026-04-02
lines:
${lines.map((line) => `  - { ${line} }\n`).join('')}`;
const first = 'feature: seat, from: 2026-01-01, until: 2026-02-01, quantity: 120, evidence: HR-4711';

describe('a declaration', () => {
  it('is a level from its first day, and none from the day it no longer declares', async () => {
    const { records, rejections, fault } = await decode(form(first));
    expect({ rejections, fault }).toEqual({ rejections: [], fault: null });
    const common = {
      source: 'declaration',
      kind: 'level',
      feature: 'seat',
      who: 'ann.archer@alder.example',
      attributes: { declaredOn: '2026-04-02', evidence: 'HR-4711', evidenceGrade: 'declared' },
    };
    expect(records).toMatchObject([
      { ...common, at: instant('2025-12-31T23:00:00Z'), quantity: '120' },
      { ...common, at: instant('2026-01-31T23:00:00Z'), quantity: '0' },
    ]);
    expect(records[0]!.series).toBe(records[1]!.series);
  });

  it('goes on where its next line does; a later declaration of the next days stands before the end of this', async () => {
    const next = 'feature: seat, from: 2026-02-01, until: 2026-03-01, quantity: 130';
    const { records } = await decode(form(first, next));
    expect(records.map(({ quantity }) => quantity)).toEqual(['120', '130', '0']);
    const [later] = (await decode(form(next))).records;
    const [, ended] = (await decode(form(first))).records;
    expect(later).toMatchObject({ at: ended!.at, series: ended!.series });
    expect(later!.id > ended!.id).toBe(true);
  });

  it('of another number for the same days is a conflict', async () => {
    const [one] = (await decode(form(first))).records;
    const [other] = (await decode(form(first.replace('120', '125')))).records;
    expect([other!.id === one!.id, other!.digest === one!.digest]).toEqual([true, false]);
  });

  it('tells lines of one feature apart by their attributes', async () => {
    const site = (name: string) => `${first}, attributes: { site: ${name} }`;
    const { records } = await decode(form(site('Kiel'), site('Bonn')));
    expect(new Set(records.map(({ series }) => series)).size).toBe(2);
    expect(records[0]!.attributes.site).toBe('Kiel');
  });

  it('may be JSON, or a table', async () => {
    const json = JSON.stringify({
      goodterms: 'declaration/1',
      declaredBy: 'ann',
      declaredOn: '2026-04-02',
      lines: [{ feature: 'seat', from: '2026-01-01', until: '2026-02-01', quantity: '120' }],
    });
    const table =
      'Declared_by;declared_on;feature;from;until;quantity;evidence;site\nann;2026-04-02;seat;2026-01-01;2026-02-01;120;;Kiel\n';
    const [one] = (await decode(json)).records;
    const { records, tally } = await decode(table, { source: 'mail' });
    expect(one).toMatchObject({ who: 'ann', quantity: '120', at: records[0]!.at });
    expect(records[0]).toMatchObject({ source: 'mail', attributes: { site: 'Kiel' } });
    expect(tally).toEqual({ entries: 2, accepted: 1, rejected: 0, blank: 0, other: 1 });
  });

  it('is taken as the guide shows it', async () => {
    const guide = readFileSync('docs/guide/usage.md', 'utf8');
    const [, shown = ''] = /```yaml\n(goodterms: declaration\/1\n[\s\S]*?)```/.exec(guide) ?? [];
    const { records, fault } = await decode(shown);
    expect({ fault, taken: records.length }).toEqual({ fault: null, taken: 4 });
  });

  it('is taken whole or not at all', async () => {
    const { records, fault } = await decode(
      form(first, 'feature: seat, from: 2026-03-01, until: soon, quantity: 1'),
    );
    expect({ records, fault }).toMatchObject({ records: [], fault: { code: 'declaration-form', line: 6 } });
  });

  it('is the same whatever the pieces it comes in, and names nobody in ids and series', async () => {
    const whole = await decode(form(first));
    for (const size of [1, 7, 50]) expect(await decode(form(first), {}, size)).toEqual(whole);
    expect(JSON.stringify(whole.records.map(({ id, series }) => [id, series]))).not.toContain('archer');
  });
});
