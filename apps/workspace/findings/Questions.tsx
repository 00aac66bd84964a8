import type { FindingView } from '#apps/server/pages.ts';
import { unitWord } from '../format.ts';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import { PeopleActions } from '../people/PeopleActions.tsx';

/** What might still change the number, said openly. */
export function Questions(props: {
  customer: string;
  questions: FindingView['questions'];
  unit: FindingView['unit'];
}) {
  if (props.questions.length === 0) return <p>Nothing. Every record that counts is complete and named.</p>;
  return (
    <TableBox label="Open questions">
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col" className={numberCell}>
            How many
          </th>
          <th scope="col" className={numberCell}>
            Could take off
          </th>
        </tr>
      </thead>
      <tbody>
        {props.questions.map((question) => (
          <tr key={`${question.code} ${question.words}`}>
            <th scope="row">
              {question.words}
              <PeopleActions customer={props.customer} code={question.code} people={question.people} />
            </th>
            <td className={numberCell}>{question.count}</td>
            <td className={numberCell}>
              {question.units === null
                ? 'not known'
                : `${question.units} ${unitWord(question.units, props.unit)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
