import { NativeSelect, TextInput } from '@mantine/core';

/** From when a decision holds: `null` for all use, else a day as `2026-03-01` (empty while it is not chosen). */
export function FromWhen(props: { day: string | null; onDay: (day: string | null) => void }) {
  return (
    <div className="noPrint">
      <NativeSelect
        label="Holds for"
        value={props.day === null ? 'all' : 'from'}
        data={[
          { value: 'all', label: 'All use, also in the past' },
          { value: 'from', label: 'What began on or after a day' },
        ]}
        onChange={(event) => props.onDay(event.currentTarget.value === 'all' ? null : '')}
      />
      {props.day !== null && (
        <TextInput
          mt="xs"
          type="date"
          label="From (midnight UTC)"
          value={props.day}
          onChange={(event) => props.onDay(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

/** The instant a day begins, as it is sent; `undefined` for all use. */
export function instantOf(day: string | null): string | undefined {
  return day === null ? undefined : `${day}T00:00:00Z`;
}

/** What is missing about the day, in words. */
export function missingDay(day: string | null): string | null {
  return day === '' ? 'Choose the day, or let it hold for all use.' : null;
}
