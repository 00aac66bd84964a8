/** What a status says of one feature, added up. */
export type Counted = {
  issued: number | null;
  inUse: number | null;
  lines: number;
  reservations: number;
  queued: number;
};

/** Adds up per feature, blocks of the same one too. */
export function featureTotals() {
  const totals = new Map<string, Counted>();
  const of = (feature: string): Counted => {
    const total = totals.get(feature) ?? { issued: null, inUse: null, lines: 0, reservations: 0, queued: 0 };
    totals.set(feature, total);
    return total;
  };
  return {
    of,
    issue(feature: string, issued: number | null) {
      const total = of(feature);
      if (issued !== null) total.issued = (total.issued ?? 0) + issued;
    },
    all: () => totals.entries(),
  };
}

/** Counts equal lines from 1. */
export function equalLines() {
  const seen = new Map<string, number>();
  return (parts: readonly (string | number)[]): number => {
    const key = JSON.stringify(parts);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count;
  };
}
