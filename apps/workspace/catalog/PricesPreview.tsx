import { showDate } from '../format.ts';
import { TableBox } from '../parts/TableBox.tsx';
import type { CatalogPreview } from './catalogData.ts';

/** From which day on which price is what instead of what. */
export function PricesPreview({ preview: { prices } }: { preview: CatalogPreview }) {
  if (prices.length === 0) return <p>No price changes.</p>;
  return (
    <TableBox label="Prices, before and after">
      <thead>
        <tr>
          <th scope="col">Price</th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {prices.map(({ price, from, until, before, after }) => (
          <tr key={`${price} ${from}`}>
            <th scope="row">{price}</th>
            <td>{showDate(from)}</td>
            <td>{until === null ? 'further notice' : showDate(until)}</td>
            <td>{before ?? 'no price'}</td>
            <td>
              <strong>{after ?? 'no price'}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
