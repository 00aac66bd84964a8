import { describe, expect, it } from 'vitest';
import { positionsPage } from '../fixtures/positions.ts';
import { filterFromSearch, filterPositions, withStatus } from './filterPositions.ts';

const names = (filter: Parameters<typeof filterPositions>[1]) =>
  filterPositions(positionsPage.positions, filter).map((position) => position.customer.id);

describe('the filter of the positions', () => {
  it('finds all words anywhere, without regard to case and accents, and keeps the order', () => {
    expect(names({ words: 'ATLAS seats' })).toEqual([]);
    expect(names({ words: 'atlas people' })).toEqual(['northwind', 'blue-heron', 'sato']);
    expect(names({ words: 'américa' })).toEqual(['kestrel']);
    expect(names({})).toHaveLength(positionsPage.positions.length);
  });

  it('keeps any of the statuses', () => {
    expect(names({ status: ['near', 'cannot-tell'] })).toEqual(['blue-heron', 'aurora']);
    expect(names({ status: ['near'], words: 'relay' })).toEqual([]);
  });

  it('reads from an address only what is a filter', () => {
    expect(filterFromSearch({ words: 'a', status: ['near', 'nonsense'], x: 1 })).toEqual({
      words: 'a',
      status: ['near'],
    });
    expect(filterFromSearch({ words: 3, status: 'near' })).toEqual({});
  });

  it('switches a status on and off again', () => {
    const on = withStatus({ words: 'a' }, 'beyond');
    expect(on).toEqual({ words: 'a', status: ['beyond'] });
    expect(withStatus(on, 'beyond')).toEqual({ words: 'a' });
  });
});
