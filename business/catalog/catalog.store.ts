import { type Tx, vendorWide } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import { catalogDecider } from './catalog.evolve.ts';
import type { CatalogCommand, CatalogEvent, CatalogRefusal } from './catalog.ts';
import type { Catalog } from './priceBook.ts';

/** How the one catalog stands in the journal. Prices are the vendor's own until they stand in an agreement or a quote. */
export const catalogLifecycle: Lifecycle<Catalog, CatalogCommand, CatalogEvent, CatalogRefusal> = {
  lifecycle: 'catalog',
  decider: catalogDecider,
  describe: ({ kind, ...payload }) => ({
    type: `catalog.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('catalog.'.length), ...(payload as object) }) as CatalogEvent,
};

/** Takes a whole catalog in; `withdraw`: because an import before was a mistake. The scope must hold the vendor's own rows. */
export function importCatalog(
  tx: Tx,
  catalog: Catalog,
  by: {
    readonly actor: string;
    readonly now: Instant;
    readonly zone: string;
    readonly expectedVersion?: number;
  },
  kind: CatalogCommand['kind'] = 'import',
): Promise<Executed<Catalog, CatalogEvent, CatalogRefusal>> {
  const { zone, ...rest } = by;
  const command: CatalogCommand = { kind, at: by.now, zone, catalog };
  return execute(tx, { ...catalogLifecycle, id: 'vendor', customer: null, ...rest, command });
}

/** Returns the catalog; an empty one before the first import. */
export async function readCatalog(tx: Tx): Promise<Catalog> {
  const row = await tx
    .selectFrom('stream_state')
    .select('state')
    .where('stream', '=', 'catalog/vendor')
    .where('customer_id', '=', vendorWide)
    .executeTakeFirst();
  return (row?.state as unknown as Catalog | undefined) ?? catalogDecider.initial;
}

/** Returns how often the catalog was written; 0 before the first import. */
export async function catalogVersion(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('stream_state')
    .select('version')
    .where('stream', '=', 'catalog/vendor')
    .where('customer_id', '=', vendorWide)
    .executeTakeFirst();
  return row?.version ?? 0;
}
