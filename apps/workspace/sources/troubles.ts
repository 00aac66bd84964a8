import { countOf } from '../format.ts';
import type { SourceItem } from './data.ts';

/** Returns what there is to look after at a source, a few words each; empty where all is well. */
export function troublesOf({ silent, gaps, conflicts, unmatched, disagreeing }: SourceItem): string[] {
  return [
    silent ? 'silent' : '',
    conflicts > 0 ? countOf(conflicts, 'conflict', 'conflicts') : '',
    disagreeing > 0 ? countOf(disagreeing, 'total disagrees', 'totals disagree') : '',
    unmatched > 0 ? countOf(unmatched, 'feature of no product', 'features of no product') : '',
    gaps > 0 ? countOf(gaps, 'gap', 'gaps') : '',
  ].filter((words) => words !== '');
}
