import { describe, expect, it } from 'vitest';
import {
  addressOf,
  type Filter,
  filterFromSearch,
  filterOfAddress,
  inOrder,
  queryOf,
  withStatus,
} from './filter.ts';

describe('the filter in the address', () => {
  it('leaves out what is no filter', () => {
    expect(filterFromSearch({ words: 7, status: ['beyond', 'late'], size: 'huge', order: 'money' })).toEqual({
      words: '7',
      status: ['beyond'],
    });
    expect(filterFromSearch({ renewsFrom: 'soon', least: '-5', currency: 'euro' })).toEqual({});
  });

  it('takes an amount only with its currency', () => {
    expect(filterFromSearch({ least: '1000' })).toEqual({});
    expect(filterFromSearch({ least: 1000, currency: 'EUR' })).toEqual({ least: '1000', currency: 'EUR' });
  });

  it('switches a status on and off', () => {
    const on = withStatus({ words: 'a' }, 'near');
    expect(on).toEqual({ words: 'a', status: ['near'] });
    expect(withStatus(on, 'near')).toEqual({ words: 'a' });
  });

  it('turns an order around when it is chosen again', () => {
    expect(inOrder({}, 'money')).toEqual({ backwards: true });
    expect(inOrder({ order: 'due' }, 'due')).toEqual({ order: 'due', backwards: true });
    expect(inOrder({ order: 'due', backwards: true }, 'due')).toEqual({ order: 'due' });
  });

  it('is the same after it stood in an address', () => {
    const filter: Filter = {
      words: 'a & b',
      status: ['beyond', 'near'],
      segment: ['Retail, EU'],
      flag: ['none'],
      currency: 'EUR',
      least: '10.5',
      order: 'due',
      backwards: true,
    };
    expect(filterOfAddress(addressOf(filter))).toEqual(filter);
    expect(queryOf(filter)).toMatchObject({ backwards: 'true', segment: ['Retail, EU'] });
  });
});
