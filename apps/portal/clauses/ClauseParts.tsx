import { type Column, Table } from '#platform/ui/Table.tsx';
import type { Clause } from '../data/portal.ts';
import styles from './ClauseParts.module.css';
import { countingText, latenessText } from './countingText.ts';
import { partText, termsDetails } from './termsText.ts';
import { attributeName, type Tongue } from './tongue.ts';

/** How a clause counts, a sentence each. */
export function HowCounted(props: {
  clause: Clause;
  tongue: Tongue;
  people?: { readonly merged: number; readonly leftOut: number };
}) {
  const { clause, tongue, people } = props;
  const sentences = [
    ...countingText(tongue, clause.measure, clause.unit),
    ...termsDetails(tongue, clause),
    ...latenessText(tongue, clause.latenessSeconds),
    ...(people && people.merged > 0 ? [tongue.counting('merged', { n: people.merged })] : []),
    ...(people && people.leftOut > 0 ? [tongue.counting('leftOut', { n: people.leftOut })] : []),
  ];
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** The contract's own words, as they were signed. */
export function SignedText({ clause }: { clause: Clause }) {
  return <blockquote className={styles.signed}>{clause.text}</blockquote>;
}

type Part = Clause['allowed']['parts'][number];

/** What makes up the limit, part by part, with the time each holds. Nothing where there is one part only. */
export function WhereFrom({ clause, zone, tongue }: { clause: Clause; zone: string; tongue: Tongue }) {
  const { parts } = clause.allowed;
  const { formats, terms } = tongue;
  if (parts.length === 0) return null;
  const columns: readonly Column<Part>[] = [
    {
      name: terms('parts'),
      cell: (part) => (
        <>
          {partText(tongue, part)}
          {!part.counts && <span className="soft"> ({terms('partIdle')})</span>}
        </>
      ),
    },
    { name: tongue.terms('partTime'), cell: (part) => formats.span(part.from, part.until, zone) },
    {
      name:
        clause.kind === 'capacity'
          ? terms('partValue')
          : attributeName(tongue, clause.allowed.attribute ?? ''),
      kind: 'number',
      cell: (part) => (part.value === null ? part.values.join(', ') : formats.number(part.value)),
    },
  ];
  return (
    <Table label={terms('parts')} columns={columns} rows={parts} rowKey={(part) => JSON.stringify(part)} />
  );
}
