import { useMemo } from 'react';
import { amountOf } from '../clauses/tongue.ts';
import { useTongue } from '../clauses/useTongue.ts';
import { useFormats, useWords } from '../words/Words.tsx';
import type { Price, Way } from './data.ts';
import { waysUpWords } from './words.ts';

type Unit = { readonly one: string; readonly many: string };
const dayBefore = (date: string) => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
};

/** Returns how figures of ways up are told in the reader's language. */
export function useTell(unit: Unit) {
  const say = useWords(waysUpWords);
  const formats = useFormats();
  const tongue = useTongue();
  return useMemo(() => {
    const units = (value: string) => amountOf(tongue, value, unit);
    const lastDay = (until: string) => formats.day(dayBefore(until));
    return {
      ...{ say, formats, units, lastDay },
      money: (price: Price) => formats.money(price.total, price.currency),
      replayed: ({ replayed: { windows, above } }: Way) => say('replayed', { windows, above }),
      ahead: ({ foreseen }: Way, until: string) => {
        if (foreseen === null) return null;
        if (foreseen.likely !== null) return say('reached', { day: formats.day(foreseen.likely) });
        if (foreseen.early !== null) return say('early', { day: formats.day(foreseen.early) });
        return say('notReached', { until: lastDay(until) });
      },
    };
  }, [say, formats, tongue, unit]);
}
export type Tell = ReturnType<typeof useTell>;
