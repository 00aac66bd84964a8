import { Link } from '@tanstack/react-router';
import { useTeam } from '../data/team.ts';
import type { TriagePreview as Preview, TriagePage } from '../data/triage.ts';
import { countOf, showDate } from '../format.ts';
import { SeverityBadge } from '../parts/SeverityBadge.tsx';
import { TableBox } from '../parts/TableBox.tsx';
import styles from '../work/work.module.css';

/** What the table leaves open, and rows it never comes to. Nothing where all is well. */
export function Coverage({ coverage }: { coverage: TriagePage['coverage'] }) {
  const { gaps, unreached, complete } = coverage;
  if (gaps.length === 0 && unreached.length === 0 && complete) return null;
  return (
    <div className={styles.coverage} role="status">
      {gaps.length > 0 && (
        <>
          <p>No row covers:</p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </>
      )}
      {unreached.length > 0 && (
        <p>Never reached, for rows above take all of it: row {unreached.join(', ')}.</p>
      )}
      {!complete && <p>The table is too large to say for sure that nothing else is left open.</p>}
    </div>
  );
}

type Said = Preview['findings'][number]['before'];

/** What each open finding would become, those that change first. */
export function TriagePreview({ preview }: { preview: Preview }) {
  const { findings, total, changed } = preview;
  return (
    <>
      <h2>What would become of each open finding</h2>
      <p role="status" className="dimmed">
        {countOf(changed, 'finding changes', 'findings change')}, of {total.toLocaleString('en-US')} open.
        {findings.length < total && ` The first ${findings.length} are shown.`}
      </p>
      {findings.length > 0 && (
        <TableBox label="Preview" tall>
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={finding.finding}>
                <th scope="row">
                  <Link to="/customers/$customer" params={{ customer: finding.customer.id }}>
                    {finding.customer.name}
                  </Link>
                </th>
                <td>
                  <Words said={finding.before} />
                </td>
                <td>{finding.changes ? <Words said={finding.after} /> : 'the same'}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
    </>
  );
}

function Words({ said }: { said: Said }) {
  const team = useTeam();
  if (said.problem !== null || said.severity === null) return <span className="dimmed">{said.problem}</span>;
  const owner = team.data?.items.find(({ id }) => id === said.owner)?.name;
  return (
    <span className={styles.actions}>
      <SeverityBadge severity={said.severity} />
      <span>
        order {said.sequence}
        {owner && `, ${owner}`}
        {said.dueOn && `, due ${showDate(said.dueOn)}`}
        <span className="dimmed"> (row {said.row})</span>
      </span>
    </span>
  );
}
