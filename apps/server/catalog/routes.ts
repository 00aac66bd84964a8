import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { decideCatalog } from '#business/catalog/catalog.decide.ts';
import {
  catalogVersion,
  importCatalog,
  readCatalog as knownCatalog,
} from '#business/catalog/catalog.store.ts';
import { readCatalog } from '#business/catalog/catalogFile.ts';
import { catalogText, catalogToForm } from '#business/catalog/catalogText.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { type EntryChange, entryChanges, priceDifferences } from '#business/catalog/priceDifferences.ts';
import { customerIds } from '#business/customers/customer.store.ts';
import { markAllDue } from '#business/findings/finding.store.ts';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { changedMeanwhile, expectedVersion, setVersion, versionHeader } from '../http/etag.ts';
import { problemAnswer } from '../problems.ts';
import { CatalogDocument, CatalogPreview, CatalogText } from './schemas.ts';

const document = { description: 'The catalog', content: jsonOf(CatalogDocument) };

const readRoute = createRoute({
  method: 'get',
  path: '/v1/catalog',
  summary: 'The catalog as it is edited: its YAML, and the same as a form; its version is the ETag',
  responses: { 200: document },
});
const previewRoute = createRoute({
  method: 'post',
  path: '/v1/catalog/preview',
  summary: 'What saving a text of the catalog would change, and from which day on; nothing is saved',
  request: { body: bodyOf(CatalogText) },
  responses: {
    200: { description: 'What would change', content: jsonOf(CatalogPreview) },
    422: problemContent,
  },
});
const saveRoute = createRoute({
  method: 'put',
  path: '/v1/catalog',
  summary: 'Save an edited text of the whole catalog (If-Match); what was in force keeps its price',
  request: { headers: versionHeader, body: bodyOf(CatalogText) },
  responses: { 200: document, 412: problemContent, 422: problemContent, 428: problemContent },
});

/** Adds the routes by which the catalog is edited. */
export function catalogRoutes(app: OpenAPIHono, context: ServerContext): void {
  const known = () =>
    withScope(context.pool, { customers: [vendorWide], actor: context.actor }, async (tx) => ({
      version: await catalogVersion(tx),
      catalog: await knownCatalog(tx),
    }));
  const shown = async (c: Context) => {
    const { version, catalog } = await known();
    setVersion(c, version);
    return c.json({ version, text: catalogText(catalog), form: catalogToForm(catalog) }, 200) as never;
  };

  app.openapi(readRoute, (c) => shown(c));

  app.openapi(previewRoute, async (c) => {
    const read = readCatalog(c.req.valid('json').text);
    if (!read.ok) return problemAnswer(c, read.problems) as never;
    const { catalog: before } = await known();
    const command = { kind: 'import', at: context.clock(), zone: 'UTC', catalog: read.value } as const;
    const decided = decideCatalog(command, before);
    if ('refused' in decided) return problemAnswer(c, [refusal(decided.refused)]) as never;
    return c.json(previewOf(before, read.value), 200);
  });

  app.openapi(saveRoute, async (c) => {
    const seen = expectedVersion(c);
    if (!seen.ok) return problemAnswer(c, seen.problems) as never;
    const read = readCatalog(c.req.valid('json').text);
    if (!read.ok) return problemAnswer(c, read.problems) as never;
    const done = await asStaff(context, (tx) => save(tx, context, read.value, seen.value));
    if (!done.ok) return problemAnswer(c, done.problems) as never;
    context.wake();
    return shown(c);
  });
}

/** Everybody's money at stake may change by a price, so all customers are due. */
async function save(
  tx: Tx,
  { actor, clock }: ServerContext,
  catalog: Catalog,
  expectedVersion: number,
): Promise<Result<void>> {
  const now = clock();
  const done = await importCatalog(tx, catalog, { actor, now, zone: 'UTC', expectedVersion });
  if (done.kind === 'refused') return failure(refusal(done.refusal));
  if (done.kind === 'conflict') return failure(changedMeanwhile('catalog', done.version));
  if (done.events.length > 0) await markAllDue(tx, await customerIds(tx), now);
  return success(undefined);
}

function refusal({ code, words }: { readonly code: string; readonly words: string }): Problem {
  return {
    code,
    title: 'It was in force',
    detail: words,
    todo: 'Put it back as it was; nothing of the text was taken.',
  };
}

const listWords: Record<EntryChange['list'], string> = {
  products: 'The product',
  priceBooks: 'The price book',
  features: 'The mapping of',
  exchangeRates: 'The table of exchange rates from',
};

function previewOf(before: Catalog, after: Catalog): z.infer<typeof CatalogPreview> {
  const changes = entryChanges(before, after);
  return {
    same: changes.length === 0,
    papers: changes.map(({ list, name, what }) => {
      const is = what === 'new' ? 'is new' : what === 'gone' ? 'is gone' : 'is changed';
      return `${listWords[list]} ${name} ${is}.`;
    }),
    prices: priceDifferences(before, after),
  };
}
