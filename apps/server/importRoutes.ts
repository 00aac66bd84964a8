import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { agreementsOf } from '#business/agreements/agreement.store.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { cloudEventsOverHttp } from '#business/usage/import/cloudEventsHttp.ts';
import {
  decoderOf,
  type FormatName,
  formatNames,
  formatOfMediaType,
  recognize,
} from '#business/usage/import/formats.ts';
import { type ImportOutcome, importUsage } from '#business/usage/import.store.ts';
import { decodeText, longestText } from '#platform/decodeText.ts';
import { isZone, parseInstant } from '#platform/instant.ts';
import type { Problem, Result } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from './context.ts';
import { faultProblem } from './imports/faultProblem.ts';
import { ImportReport, ProblemView } from './pages.ts';
import { type Taken, takeAgreements, takeCatalog, takeCustomers } from './paperImports.ts';
import { notFound, problemAnswer } from './problems.ts';
import { lookedAt } from './usageBody.ts';

const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const TakenView = z
  .object({ taken: z.number().int(), changed: z.number().int(), notes: z.array(z.string()) })
  .openapi('Taken');

const papers = {
  catalog: {
    take: takeCatalog,
    summary: 'Import a catalog file (form catalog/1): products, price books, feature map',
  },
  customers: { take: takeCustomers, summary: 'Import a file of customers (form customers/1)' },
  agreements: { take: takeAgreements, summary: 'Import a file of agreements (form agreement/1)' },
} as const;

const given = z.string().max(2000).optional();

/** Options as texts; each format says which it needs, and refuses what it cannot understand. */
const usageQuery = z.object({
  format: z.enum(formatNames as [FormatName, ...FormatName[]]).optional(),
  source: z.string().max(200).optional(),
  zone: z.string().refine(isZone, 'This is no time zone we know; write it as Europe/Berlin.').optional(),
  at: z
    .string()
    .refine((text) => parseInstant(text) !== undefined, 'Write the time as 2026-03-01T08:00:00Z.')
    .optional(),
  day: given,
  roster: z.string().max(200).optional(),
  feature: z.string().max(200).optional(),
  kind: given,
  grouping: given,
  fields: given,
  subjects: given,
  allowEmpty: z.enum(['true', 'false']).optional(),
  encoding: given,
  file: z.string().max(200).optional(),
});

const anyBytes = z.string().openapi({ format: 'binary' });

const usageRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/usage',
  summary: `Import usage, in any of these formats: ${formatNames.join(', ')}`,
  request: {
    params: z.object({ customer: z.string() }),
    query: usageQuery,
    body: { content: { 'application/octet-stream': { schema: anyBytes } } },
  },
  responses: {
    200: {
      description: 'What became of every line',
      content: { 'application/json': { schema: ImportReport } },
    },
    404: problems,
    422: problems,
  },
});

/** Adds the public importers: the only way for papers and usage to come in. */
export function importRoutes(app: OpenAPIHono, context: ServerContext): void {
  for (const [name, { take, summary }] of Object.entries(papers)) {
    const route = createRoute({
      method: 'post',
      path: `/v1/imports/${name}` as '/v1/imports/catalog',
      summary,
      request: { body: { content: { 'application/yaml': { schema: z.string() } } } },
      responses: {
        200: { description: 'Taken', content: { 'application/json': { schema: TakenView } } },
        422: problems,
      },
    });
    app.openapi(route, async (c) => {
      const text = await bodyText(c);
      const result: Result<Taken> = text.ok ? await take(context, text.value) : text;
      if (!result.ok) return problemAnswer(c, result.problems) as never;
      context.wake();
      return c.json({ ...result.value, notes: [...result.value.notes] }, 200);
    });
  }
  app.openapi(
    usageRoute,
    (c) => takeUsage(c, context, c.req.valid('param').customer, c.req.valid('query')) as never,
  );
}

/** Reads at most as much as a paper may hold, so that a body without end does not fill the memory. */
async function bodyText(c: Context): Promise<Result<string>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytesOf(c)) {
    parts.push(part);
    length += part.length;
    if (length > longestText + 4) break;
  }
  return decodeText(Buffer.concat(parts));
}

function bytesOf(c: Context): AsyncIterable<Uint8Array> {
  return (c.req.raw.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>;
}

async function takeUsage(
  c: Context,
  context: ServerContext,
  customer: string,
  query: z.infer<typeof usageQuery>,
): Promise<Response> {
  const { actor } = context;
  const now = context.clock();
  const { format, bytes } = await formatAndBody(c, query.format);
  if (!format) return problemAnswer(c, [unknownFormat]);
  const outcome = await asStaffOf(context, customer, async (tx) => {
    if (!(await readCustomer(tx, customer))) return undefined;
    const zone = query.zone ?? (await agreementsOf(tx, customer))[0]?.texts.at(-1)?.signed.zone ?? 'UTC';
    const decoder = decoderOf(format, { ...query, zone }, { receivedAt: now, digest: sha256 });
    if (!decoder.ok) return decoder;
    const overHttp = format === 'cloudevents' && !query.fields && !query.subjects;
    const batches = overHttp
      ? cloudEventsOverHttp(c.req.raw.headers, bytes, { receivedAt: now, digest: sha256 })
      : decoder.value(bytes);
    const outcome = await importUsage(tx, {
      customer,
      actor,
      receivedAt: now,
      fileName: query.file ?? 'request',
      format,
      batches,
    });
    if (outcome.added > 0) await markDue(tx, customer, now);
    return outcome;
  });
  if (!outcome) return problemAnswer(c, [notFound('such customer')]);
  if ('problems' in outcome) return problemAnswer(c, outcome.problems);
  context.wake();
  if (outcome.fault) return problemAnswer(c, [faultProblem(outcome.fault)]);
  return c.json(reportOf(outcome, format), 200);
}

/** Returns the format that is named, or that the first bytes show, or that the content type means; and the whole body. */
async function formatAndBody(
  c: Context,
  named: FormatName | undefined,
): Promise<{ readonly format: FormatName | undefined; readonly bytes: AsyncIterable<Uint8Array> }> {
  const type = c.req.header('content-type') ?? '';
  if (named) return { format: named, bytes: bytesOf(c) };
  // In binary mode the body is data of any form; the headers say what it is.
  if (c.req.header('ce-id') || /cloudevents/i.test(type)) return { format: 'cloudevents', bytes: bytesOf(c) };
  const { first, bytes } = await lookedAt(bytesOf(c));
  const readable =
    type === '' || /^(text\/|application\/(json|x-ndjson|yaml|octet-stream|.*\+json))/i.test(type);
  return { format: (readable ? recognize(first) : undefined) ?? formatOfMediaType(type), bytes };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const unknownFormat: Problem = {
  code: 'unknown_media_type',
  title: 'Unknown format',
  detail: 'Neither its first lines nor the content type say what this is.',
  todo: `Add format=… to the address: ${formatNames.join(', ')}.`,
};

function reportOf(
  {
    id,
    tally,
    added,
    duplicates,
    conflicts,
    rejections,
    notes = [],
  }: ImportOutcome & { notes?: readonly string[] },
  format: string,
): ImportReport {
  return {
    import: id,
    format,
    lines: tally.entries,
    accepted: added,
    duplicates,
    conflicts,
    rejected: tally.rejected,
    rejections: [...rejections],
    notes: [...notes],
  };
}
