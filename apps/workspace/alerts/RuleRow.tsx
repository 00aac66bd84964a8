import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import styles from './alerts.module.css';
import { type Draft, type DraftKind, draftKinds } from './rulesDraft.ts';

const labels: Partial<Record<DraftKind, string>> = {
  percent: 'Percent of the limit',
  remaining: 'Units left',
  days: 'Days',
};

/** One rule while it is edited. */
export function RuleRow(props: {
  number: number;
  draft: Draft;
  /** What is wrong with it, in words. */
  wrong: string | null;
  onChange: (draft: Draft) => void;
  onRemove: () => void;
}) {
  const { draft, wrong, onChange } = props;
  const label = labels[draft.kind];
  return (
    <li className={styles.rule}>
      <NativeSelect
        label={`Rule ${props.number}: tell when`}
        value={draft.kind}
        data={draftKinds}
        onChange={(event) => onChange({ ...draft, kind: event.currentTarget.value as DraftKind })}
      />
      {label && (
        <TextInput
          label={label}
          inputMode="decimal"
          value={draft.value}
          error={wrong}
          onChange={(event) => onChange({ ...draft, value: event.currentTarget.value })}
        />
      )}
      {draft.kind === 'bands' && (
        <Textarea
          label="Bands: size of the limit, and how many are left"
          description="One a line, the smallest first: “25: 2” up to 25, when 2 are left; “above: 5 %”."
          rows={5}
          value={draft.bands}
          error={wrong}
          onChange={(event) => onChange({ ...draft, bands: event.currentTarget.value })}
        />
      )}
      <Button variant="subtle" onClick={props.onRemove}>
        Remove<span className="hiddenVisually"> rule {props.number}</span>
      </Button>
    </li>
  );
}
