import { showDate, showInstant } from '../format.ts';
import type { Entry, Outcome, Remedy, Show, Summary } from './questionData.ts';

/** The names of the lists. */
export const showWords: Record<Show, string> = {
  open: 'Waiting for us',
  late: 'Late',
  answered: 'Answered',
  closed: 'Closed',
  all: 'All',
};

export const outcomeWords: Record<Outcome, string> = {
  agreed: 'The customer is right',
  partly: 'The customer is right in part',
  explained: 'The count is right, and here is why',
};

const claims: Record<NonNullable<Summary['claim']>['kind'], string> = {
  'not-ours': 'Not one of their people',
  left: 'This person has left',
  'counted-twice': 'Counted twice',
  'test-machine': 'A machine for tests',
  'wrong-number': 'The number is wrong',
  other: 'Something else',
};

/** What a customer says is wrong about a line. */
export function claimText({ kind, on }: NonNullable<Summary['claim']>): string {
  return on === null ? claims[kind] : `${claims[kind]}, on ${showDate(on)}`;
}

/** What a question is about, in one line. */
export function aboutText({
  kind,
  agreement,
  clause,
  product,
  from,
  row,
  quote,
  date,
}: Summary['about']): string {
  switch (kind) {
    case 'general':
      return 'In general';
    case 'clause':
      return `${product ?? clause}: the clause ${clause} of ${agreement}`;
    case 'line':
      return `${row ? (row.who ?? `record ${row.id}`) : 'The number'} in the count of ${product ?? clause} from ${showInstant(from!, 'UTC')}`;
    case 'quote':
      return `Quote ${quote}`;
    case 'date':
      return `${showDate(date!)} in ${agreement}`;
  }
}

const remedies = {
  usage: 'The data were corrected',
  mistake: 'Our mistake is on record',
  terms: 'The terms were corrected',
};

/** What was done where the customer is right. */
export function remedyText(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'people':
      return `Decision ${remedy.decision} about people`;
    case 'conflict':
      return `Which content counts: ${remedy.record} of ${remedy.source}`;
    case 'correction':
      return remedies[remedy.of];
  }
}

/** What happened, in one line. */
export function entryText({ kind, by, to, on }: Entry): string {
  const name = by ? `${by.name}${by.partner ? ` (${by.partner})` : ''}` : '';
  const day = on ? showDate(on) : '';
  switch (kind) {
    case 'asked':
      return `${name} asked`;
    case 'followedUp':
      return `${name} asked further`;
    case 'answered':
      return `${name} answered`;
    case 'handedOver':
      return `${name} handed it to ${to}`;
    case 'promised':
      return `${name} promised the answer for ${day}`;
    case 'noted':
      return `${name} noted, for us alone`;
    case 'late':
      return `Late: the answer was promised for ${day}`;
    case 'recounted':
      return 'The line was counted again';
    case 'closed':
      return by ? `${name} closed it` : 'Closed, as nobody asked further';
  }
}
