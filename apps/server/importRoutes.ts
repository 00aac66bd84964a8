import { createHash } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { agreementsOf } from '#business/agreements/agreement.store.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { cloudEventsOverHttp } from '#business/usage/import/cloudEventsHttp.ts';
import type { Decoded, DecoderOptions } from '#business/usage/import/decoded.ts';
import { lmstat } from '#business/usage/import/lmstat.ts';
import { roster } from '#business/usage/import/roster.ts';
import { type ImportOutcome, importUsage } from '#business/usage/import.store.ts';
import { decodeText, longestText } from '#platform/decodeText.ts';
import { type Instant, isZone, parseInstant } from '#platform/instant.ts';
import type { Problem, Result } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from './context.ts';
import { faultProblem } from './imports/faultProblem.ts';
import { ImportReport, ProblemView } from './pages.ts';
import { type Taken, takeAgreements, takeCatalog, takeCustomers } from './paperImports.ts';
import { notFound, problemAnswer } from './problems.ts';

const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const TakenView = z.object({
  taken: z.number().int(),
  changed: z.number().int(),
  notes: z.array(z.string()),
});

const papers = {
  catalog: {
    take: takeCatalog,
    summary: 'Import a catalog file (form catalog/1): products, price books, feature map',
  },
  customers: { take: takeCustomers, summary: 'Import a file of customers (form customers/1)' },
  agreements: { take: takeAgreements, summary: 'Import a file of agreements (form agreement/1)' },
} as const;

const usageQuery = z.object({
  format: z.enum(['cloudevents', 'roster', 'lmstat']).optional(),
  source: z.string().max(200).optional(),
  zone: z.string().refine(isZone, 'This is no time zone we know; write it as Europe/Berlin.').optional(),
  at: z
    .string()
    .refine((text) => parseInstant(text) !== undefined, 'Write the time as 2026-03-01T08:00:00Z.')
    .optional(),
  roster: z.string().max(200).optional(),
  feature: z.string().max(200).optional(),
  allowEmpty: z.enum(['true', 'false']).optional(),
  file: z.string().max(200).optional(),
});

const usageRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/usage',
  summary:
    'Import usage: CloudEvents (single, batch, NDJSON, or binary mode), a seat roster (CSV), or lmstat output',
  request: { params: z.object({ customer: z.string() }), query: usageQuery },
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
  const format = query.format ?? formatOf(c.req.header('content-type') ?? '');
  if (!format) return problemAnswer(c, [unknownFormat]);
  const outcome = await asStaffOf(context, customer, async (tx) => {
    if (!(await readCustomer(tx, customer))) return undefined;
    const zone = query.zone ?? (await agreementsOf(tx, customer))[0]?.texts.at(-1)?.signed.zone ?? 'UTC';
    const batches = decoded(c, format, { ...query, zone }, now);
    if ('code' in batches) return batches;
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
  if ('code' in outcome) return problemAnswer(c, [outcome]);
  context.wake();
  if (outcome.fault) return problemAnswer(c, [faultProblem(outcome.fault)]);
  return c.json(reportOf(outcome, format), 200);
}

type Format = 'cloudevents' | 'roster' | 'lmstat';

function formatOf(type: string): Format | undefined {
  if (/cloudevents|json/i.test(type)) return 'cloudevents';
  if (/csv/i.test(type)) return 'roster';
  return /text\/plain/i.test(type) ? 'lmstat' : undefined;
}

function decoded(
  c: Context,
  format: Format,
  query: z.infer<typeof usageQuery> & { zone: string },
  now: Instant,
): Decoded | Problem {
  const options: DecoderOptions = { receivedAt: now, digest: sha256 };
  const { source, zone, feature } = query;
  const at = query.at === undefined ? undefined : parseInstant(query.at);
  switch (format) {
    case 'cloudevents':
      return cloudEventsOverHttp(c.req.raw.headers, bytesOf(c), options);
    case 'lmstat':
      if (!source) return missing('source', 'the name of the license server');
      return lmstat(bytesOf(c), { ...options, source, zone, ...(at === undefined ? {} : { at }) });
    case 'roster':
      if (!source) return missing('source', 'the name of the directory the roster comes from');
      if (!query.roster)
        return missing('roster', 'the name of the roster; its snapshots replace one another');
      if (!feature) return missing('feature', 'what a seat counts for');
      if (at === undefined) return missing('at', 'when the roster was read, as 2026-03-01T08:00:00Z');
      return roster(bytesOf(c), {
        ...options,
        source,
        roster: query.roster,
        feature,
        asOf: at,
        allowEmpty: query.allowEmpty === 'true',
      });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function missing(name: string, what: string): Problem {
  return {
    code: 'option_missing',
    title: 'Something is missing',
    detail: `Say ${name}: ${what}.`,
    todo: `Add ${name}=… to the address.`,
    pointer: `/${name}`,
  };
}

const unknownFormat: Problem = {
  code: 'unknown_media_type',
  title: 'Unknown format',
  detail: 'The content type does not say what this is.',
  todo: 'Add format=cloudevents, format=roster or format=lmstat to the address.',
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
