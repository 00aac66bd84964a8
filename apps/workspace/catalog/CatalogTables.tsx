import styles from '../editing/editing.module.css';
import { showDate } from '../format.ts';
import { numberCell, TableBox } from '../parts/TableBox.tsx';
import type { BookForm, CatalogForm, ComponentForm } from './catalogData.ts';

/** The products, price books and mappings of a catalog; where it is empty, what to do first. */
export function CatalogTables({ form: { products, priceBooks = [], features = [] } }: { form: CatalogForm }) {
  if (products.length === 0)
    return (
      <p className={styles.nothing}>
        Nothing is for sale yet. Choose “Add a product” above, or write the catalog as a text.
      </p>
    );
  return (
    <>
      <section className={styles.panel} aria-labelledby="products">
        <h2 id="products">Products</h2>
        <TableBox label="Products">
          <thead>
            <tr>
              <th scope="col">Id</th>
              <th scope="col">Name</th>
              <th scope="col">Editions</th>
            </tr>
          </thead>
          <tbody>
            {products.map(({ id, name, editions = [] }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{name}</td>
                <td>{editions.map((edition) => edition.name).join(', ') || 'one'}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      </section>
      {priceBooks.map((book) => (
        <PriceBook key={book.id} book={book} />
      ))}
      <section className={styles.panel} aria-labelledby="features">
        <h2 id="features">Features of usage reports</h2>
        {features.length === 0 ? (
          <p className="dimmed">None is mapped, so no use counts for any product yet.</p>
        ) : (
          <TableBox label="Features of usage reports" tall>
            <thead>
              <tr>
                <th scope="col">Feature</th>
                <th scope="col">Source</th>
                <th scope="col">Product</th>
              </tr>
            </thead>
            <tbody>
              {features.map((mapping) => (
                <tr key={JSON.stringify(mapping)}>
                  <th scope="row">{mapping.feature}</th>
                  <td>{mapping.source ?? 'any'}</td>
                  <td>{[mapping.product, mapping.edition].filter(Boolean).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </TableBox>
        )}
      </section>
    </>
  );
}

function PriceBook({ book: { id, currency, from, until, components } }: { book: BookForm }) {
  const name = `Price book ${id}, ${currency}, from ${showDate(from)}${until ? ` until ${showDate(until)}` : ''}`;
  return (
    <section className={styles.panel} aria-label={name}>
      <h2>{name}</h2>
      <TableBox label={name}>
        <thead>
          <tr>
            <th scope="col">Price</th>
            <th scope="col">Product</th>
            <th scope="col">Covers</th>
            <th scope="col">Costs</th>
          </tr>
        </thead>
        <tbody>
          {components.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.id}</th>
              <td>{one.product}</td>
              <td>{one.per}</td>
              <td className={numberCell}>{costs(one)}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </section>
  );
}

function costs({ model, amount, price, size, tiers, unit }: ComponentForm): string {
  const one = typeof unit === 'string' ? unit : ((unit as { one?: string } | undefined)?.one ?? 'unit');
  switch (model) {
    case 'flat':
      return String(amount);
    case 'unit':
      return `${price} a ${one}`;
    case 'package':
      return `${price} for ${size}`;
    default:
      return `${model}, ${(tiers as unknown[]).length} tiers`;
  }
}
