import { useFormats, useWords } from '../words/Words.tsx';
import type { OwnAlert } from './data.ts';
import { alertWords } from './words.ts';

/** Returns how to say when an alert is due. */
export function useThresholdText(): (threshold: OwnAlert['threshold']) => string {
  const say = useWords(alertWords);
  const formats = useFormats();
  return (threshold) => {
    if (threshold.kind === 'percent') return say('percent', { value: formats.number(threshold.percent) });
    if (threshold.kind === 'remaining') return say('remaining', { value: formats.number(threshold.units) });
    if (threshold.kind === 'forecast' && 'days' in threshold) return say('days', { value: threshold.days });
    return say('renewal');
  };
}
