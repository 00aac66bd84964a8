import { type DemoDates, daysOf, isWorkday } from '../dates.ts';

/** Northwind's test system: a run of calls every tenth day, which its right to test leaves uncounted. */
export function testCalls({ today, months }: DemoDates): string {
  const days = months.flatMap((month) => daysOf(month, today)).filter((day) => isWorkday(day) && day < today);
  const lines = days
    .filter((_, n) => n % 7 === 3)
    .map((day, n) =>
      JSON.stringify({
        specversion: '1.0',
        id: `northwind-test-${day}`,
        source: 'beacon-gateway',
        type: 'beacon.call',
        time: `${day}T20:00:00Z`,
        subject: 'northwind',
        data: { quantity: 6000 + 250 * (n % 5), environment: 'test' },
      }),
    );
  return `${lines.join('\n')}\n`;
}
