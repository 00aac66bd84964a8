import { Button } from '@mantine/core';
import type { FindingView } from '#apps/server/pages.ts';
import { showSpan } from '../format.ts';
import { useShown } from '../parts/ShowMore.tsx';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import styles from './findings.module.css';

/** Each window beyond: its value, its limit, its excess, and the way to its counted units. */
export function Windows(props: {
  finding: FindingView;
  zone: string;
  shown: number | null;
  onShow: (index: number) => void;
}) {
  const { finding, zone } = props;
  const { shown, more } = useShown(finding.windows, 12);
  return (
    <>
      <TableBox label="Windows beyond">
        <thead>
          <tr>
            <th scope="col">Window</th>
            <th scope="col" className={numberCell}>
              Measured
            </th>
            <th scope="col" className={numberCell}>
              Limit
            </th>
            <th scope="col" className={numberCell}>
              Excess
            </th>
            <th scope="col">Settled</th>
            <th scope="col" className="noPrint">
              Units
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((window, index) => {
            const name = showSpan(window.from, window.until, zone);
            return (
              <tr key={window.from} className={styles.window} data-shown={props.shown === index}>
                <th scope="row">{name}</th>
                <td className={numberCell}>{window.value}</td>
                <td className={numberCell}>{window.limit}</td>
                <td className={numberCell}>{window.excess}</td>
                <td>{window.open ? 'may still change' : 'yes'}</td>
                <td className="noPrint">
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={`Show the counted units of ${name}`}
                    onClick={() => props.onShow(index)}
                  >
                    Show
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </TableBox>
      {more}
    </>
  );
}
