import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomerPage } from '#apps/server/pages.ts';
import { useTeam } from '../data/team.ts';
import { useAssign, useWork } from '../data/work.ts';
import { showGroup } from '../format.ts';
import { Allowed } from '../parts/Act.tsx';
import { Problem } from '../parts/Problem.tsx';
import styles from './work.module.css';

/** Who works on each position of a customer, and with it on the finding that stands there. */
export function Assignments(props: { customer: string; agreements: CustomerPage['agreements'] }) {
  const team = useTeam();
  const work = useWork(props.customer);
  const { mutate, error, isPending } = useAssign(props.customer);
  const people = (team.data?.items ?? []).filter(({ active }) => active);
  const places = props.agreements.flatMap((agreement) =>
    agreement.clauses.flatMap((clause) => {
      const groups = clause.charts.length > 0 ? clause.charts.map(({ group }) => group) : ['[]'];
      return groups.slice(0, 20).map((group) => ({ agreement: agreement.id, clause, group }));
    }),
  );
  const assigned = (place: (typeof places)[number]) =>
    work.data?.assigned.find(
      (one) =>
        one.agreement === place.agreement && one.clause === place.clause.id && one.group === place.group,
    );
  return (
    <div className={styles.part}>
      <h3>Who works on it</h3>
      {people.length === 0 && (
        <p className="dimmed">
          Nobody is in the team yet. <Link to="/team">Add people</Link> to assign positions to them.
        </p>
      )}
      {people.length > 0 && (
        <Allowed needs="work.write">
          {places.map((place) => {
            const { staff, name } = assigned(place) ?? { staff: '', name: null };
            const known = staff === '' || people.some(({ id }) => id === staff);
            const group = showGroup(place.group);
            return (
              <NativeSelect
                key={JSON.stringify([place.agreement, place.clause.id, place.group])}
                size="xs"
                label={`${place.clause.product.name}, ${place.clause.id}${group ? `, ${group}` : ''}`}
                value={staff}
                disabled={isPending || !work.data}
                data={[
                  { value: '', label: 'Nobody' },
                  ...(known ? [] : [{ value: staff, label: `${name ?? staff} (has left)` }]),
                  ...people.map(({ id, name: label }) => ({ value: id, label })),
                ]}
                onChange={(event) =>
                  mutate({
                    agreement: place.agreement,
                    clause: place.clause.id,
                    group: place.group,
                    staff: event.currentTarget.value || null,
                  })
                }
              />
            );
          })}
        </Allowed>
      )}
      <Problem thrown={error ?? work.error} />
    </div>
  );
}
