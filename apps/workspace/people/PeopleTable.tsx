import { showInstant } from '../format.ts';
import { Act } from '../parts/Act.tsx';
import { dateCell, numberCell, TableBox } from '../parts/TableBox.tsx';
import type { Ask } from './asked.ts';
import type { Identity } from './data.ts';
import styles from './people.module.css';

/** Names, what each was seen to use, what was decided, and what can be done about it. */
export function PeopleTable({ people, onAsk }: { people: readonly Identity[]; onAsk: Ask }) {
  return (
    <TableBox label="People and machines">
      <thead>
        <tr>
          <th scope="col">Name in the source</th>
          <th scope="col" className={numberCell}>
            Records
          </th>
          <th scope="col">Last seen</th>
          <th scope="col">Sources</th>
          <th scope="col">Counts as</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">{person.key ?? <span className="dimmed">erased (number {person.id})</span>}</th>
            <td className={numberCell}>{person.records.toLocaleString('en-US')}</td>
            <td className={dateCell}>{person.last ? showInstant(person.last, 'UTC') : 'not yet examined'}</td>
            <td>{person.sources.join(', ')}</td>
            <td>
              {person.decisions.length === 0
                ? 'a person'
                : person.decisions.map(({ id, words }) => (
                    <p key={id} className="small">
                      {words} ({id})
                    </p>
                  ))}
            </td>
            <td>{person.key !== null && <Actions person={person} onAsk={onAsk} />}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function Actions({ person, onAsk }: { person: Identity; onAsk: Ask }) {
  const about = <span className="hiddenVisually">: {person.key}</span>;
  return (
    <div className={`${styles.actions} noPrint`}>
      <Act
        needs="usage.decide"
        size="compact-sm"
        variant="default"
        onClick={() => onAsk({ kind: 'merge', people: [person] })}
      >
        Same person as…{about}
      </Act>
      <Act
        needs="usage.decide"
        size="compact-sm"
        variant="default"
        onClick={() => onAsk({ kind: 'leaveOut', person })}
      >
        Service account{about}
      </Act>
      <Act
        needs="people.erase"
        size="compact-sm"
        variant="subtle"
        onClick={() => onAsk({ kind: 'erase', person })}
      >
        Erase{about}
      </Act>
    </div>
  );
}
