import type { AllUsage, UsageDocument } from './documents.ts';
import { columns, cut, momentWords, several, wrapped } from './layout.ts';
import { formatNames } from './usageFormat.ts';

const mostRejections = 20;
const mostNotes = 20;

/** Returns what was read, what was left out of it and why, and what the sources themselves leave in doubt. */
export function usageText(document: AllUsage, zone: string): string[] {
  const { usage, duplicates, conflicts } = document;
  return [
    'Usage',
    ...columns(usage.map(readRow), '  '),
    ...(duplicates === '0'
      ? []
      : [`  ${several(duplicates, 'record')} came more than once: each counts once.`]),
    ...(conflicts === '0'
      ? []
      : wrapped(
          `${several(conflicts, 'record')} came with differing content: none of the versions counts until one is chosen.`,
          '  ',
        )),
    ...headersThatDisagree(usage, zone),
    ...notesOf(usage, zone),
    ...leftOut(usage),
    ...unmatched(document),
  ];
}

function readRow({ file, format, entries, accepted, rejected, blank, other }: UsageDocument): string[] {
  const rest = [
    ...(rejected === '0' ? [] : [`${several(rejected, 'entry', 'entries')} left out`]),
    ...(other === '0' ? [] : [`${other} other`]),
    ...(blank === '0' ? [] : [`${blank} blank`]),
  ];
  const tail = rest.length > 0 ? `: ${[`${accepted} taken`, ...rest].join(', ')}` : ', all taken';
  return [file, formatNames[format], `${several(entries, 'entry', 'entries')}${tail}`];
}

function headersThatDisagree(usage: readonly UsageDocument[], zone: string): string[] {
  const found = usage.flatMap(({ totals }) => totals.filter(({ agrees }) => agrees === false));
  if (found.length === 0) return [];
  return [
    '',
    'Headers that disagree with their own lines',
    ...cut(
      found,
      mostNotes,
      ({ feature, at, inUse, lines, reservations }) => {
        const when = at === null ? '' : ` at ${momentWords(at, zone)}`;
        const reserved = reservations === '0' ? '' : ` and ${reservations} reserved`;
        const sum = `${lines} in its lines${reserved}`;
        return wrapped(`${feature}${when}: ${inUse} in use by the header, ${sum}`, '  ', '    ');
      },
      (rest) => `  and ${rest} more`,
    ),
  ];
}

function notesOf(usage: readonly UsageDocument[], zone: string): string[] {
  const found = usage.flatMap(({ file, notes }) => notes.map((note) => ({ file, ...note })));
  if (found.length === 0) return [];
  return [
    '',
    'Worth knowing about the files',
    ...cut(
      found,
      mostNotes,
      ({ file, line, kind, at, feature, detail }) => {
        const gap = kind === 'gap' ? ' Use could not be seen here: no data is not the same as no use.' : '';
        const when = at === null ? '' : `${momentWords(at, zone)}: `;
        const of = feature === null ? '' : `${feature}: `;
        return wrapped(`${place(file, line)}: ${when}${of}${detail}${gap}`, '  ', '    ');
      },
      (rest) => `  and ${rest} more`,
    ),
  ];
}

function leftOut(usage: readonly UsageDocument[]): string[] {
  const found = usage.flatMap(({ file, rejections }) => rejections.map((one) => ({ file, ...one })));
  const all = usage.reduce((total, { rejected }) => total + Number(rejected), 0);
  if (all === 0) return [];
  const rest = all - Math.min(found.length, mostRejections);
  return [
    '',
    `Left out: ${several(all, 'entry', 'entries')}`,
    ...found
      .slice(0, mostRejections)
      .flatMap(({ file, line, pointer, code, detail, todo }) => [
        ...wrapped(
          `${place(file, line)}: ${detail} (${code}${pointer ? ` at ${pointer}` : ''})`,
          '  ',
          '    ',
        ),
        ...wrapped(todo, '      '),
      ]),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function unmatched({ unmatched: found }: AllUsage): string[] {
  if (found.length === 0) return [];
  return [
    '',
    'Use that counts for no clause',
    ...cut(
      found,
      mostNotes,
      ({ source, feature, records }) =>
        wrapped(`${feature}: ${several(records, 'record')} of ${source}`, '  ', '    '),
      (rest) => `  and ${several(rest, 'feature')} more`,
    ),
  ];
}

function place(file: string, line: string | null): string {
  return line === null ? file : `${file}:${line}`;
}
