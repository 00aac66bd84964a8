import { describe, expect, test } from 'vitest';
import { parseInstant } from '#platform/instant.ts';
import { success } from '#platform/problem.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import type { Paper } from './paper.ts';
import { planRow, type ReadRow, readRow, undoRow } from './planRow.ts';

/** A kind of nothing in particular: the rules of rows by themselves. */
type State = Map<string, Fields>;
const column = (key: string, differs: Partial<ColumnSpec> = {}): ColumnSpec => ({
  ...{ key, title: key, explain: '', example: '', need: 'new', kind: 'text' },
  ...differs,
});
const paper: Paper<State> = {
  columns: [
    column('id', { need: 'key' }),
    column('name'),
    column('note', { need: 'optional' }),
    column('day', { need: 'optional', keeps: true }),
  ],
  nameOf: ({ id = '' }) => id,
  subjectOf: ({ id = '' }) => id,
  read: (state, name) => state.get(name),
  put: (state, fields) => {
    state.set(fields.id!, { note: '', day: '', ...fields });
    return success(undefined);
  },
  remove: (state, name) => {
    state.delete(name);
    return success(undefined);
  },
  settle: () => new Map(),
  list: (state) => [...state.values()],
};
const context = { now: parseInstant('2026-06-15T00:00:00Z')!, undoing: false };
const known = (): State => new Map([['a', { id: 'a', name: 'A', note: 'n', day: '2026-01-01' }]]);
const row = (fields: Fields, line = 2): ReadRow => ({ line, fields, problems: [], unknown: {} });
const plan = (fields: Fields, state = known()) => planRow(paper, row(fields), state, new Map(), context);

describe('a row', () => {
  test.each<[string, Fields, string, Fields | null]>([
    [
      'of something not known is new',
      { id: 'b', name: 'B' },
      'new',
      { id: 'b', name: 'B', note: '', day: '' },
    ],
    ['that says what is known is unchanged', { id: 'a', name: ' A\r\n' }, 'unchanged', known().get('a')!],
    [
      'that says something else is changed',
      { id: 'a', name: 'Z' },
      'changed',
      { id: 'a', name: 'Z', note: 'n', day: '2026-01-01' },
    ],
    ['blank where something is needed leaves it', { id: 'a', name: '' }, 'unchanged', known().get('a')!],
    [
      'blank where nothing may stand says nothing',
      { id: 'a', note: '' },
      'changed',
      { id: 'a', name: 'A', note: '', day: '2026-01-01' },
    ],
    ['blank where a column keeps leaves it', { id: 'a', day: '' }, 'unchanged', known().get('a')!],
    ['without its key is refused', { id: '', name: 'B' }, 'refused', null],
  ])('%s', (_, fields, outcome, after) => {
    const state = known();
    const planned = planRow(paper, row(fields), state, new Map(), context);
    expect([planned.outcome, planned.after]).toEqual([outcome, after]);
    if (outcome === 'refused' || outcome === 'unchanged') expect(state).toEqual(known());
  });

  test('about what an earlier row was about is refused, and names that row', () => {
    const seen = new Map([['a', 2]]);
    const planned = planRow(paper, row({ id: 'a', name: 'Z' }, 7), known(), seen, context);
    expect(planned).toMatchObject({ outcome: 'refused', problems: [{ code: 'duplicate_id', line: 7 }] });
    expect(planned.problems[0]!.detail).toContain('line 2');
  });

  test('with a cell that cannot be read is refused with its column, and touches nothing', () => {
    const specs = [column('id'), column('size', { kind: 'choice', choices: ['small'] })];
    const map = { columns: ['id', null, 'size'], numbers: null, dates: null, values: {} };
    const read = readRow({ line: 3, cells: ['a', 'not taken', 'huge'] }, specs, map);
    expect(read).toMatchObject({
      fields: { id: 'a' },
      unknown: { size: 'huge' },
      problems: [{ code: 'value_unknown', pointer: '/size', line: 3 }],
    });
    expect(planRow(paper, read, known(), new Map(), context).outcome).toBe('refused');
  });
});

describe('undoing a row', () => {
  test.each<[string, Fields]>([
    ['of something new takes it away', { id: 'b', name: 'B' }],
    ['that changed something brings back what was there', { id: 'a', name: 'Z', note: '' }],
  ])('%s', (_, fields) => {
    const state = known();
    const done = plan(fields, state);
    expect(state).not.toEqual(known());
    expect(undoRow(paper, done, state, context).ok).toBe(true);
    expect(state).toEqual(known());
  });

  test('leaves what was changed since', () => {
    const state = known();
    const done = plan({ id: 'a', name: 'Z' }, state);
    state.set('a', { ...state.get('a')!, note: 'later' });
    expect(undoRow(paper, done, state, context)).toMatchObject({
      ok: false,
      problems: [{ code: 'changed_since' }],
    });
    expect(state.get('a')).toMatchObject({ name: 'Z', note: 'later' });
  });
});
