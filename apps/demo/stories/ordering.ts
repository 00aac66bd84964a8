/** Who orders at once at Meridian Tools: smaller sums, by customers in good standing; all else is asked for. */
export function orderTable(): object[] {
  const upTo = (below: string, currency: string) => ({
    tests: {
      amount: { kind: 'between', atLeast: null, below, currency },
      standing: { kind: 'oneOf', values: ['good'] },
    },
    outcome: 'at-once',
  });
  return [upTo('5000', 'EUR'), upTo('5500', 'USD'), { tests: {}, outcome: 'request' }];
}
