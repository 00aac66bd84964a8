import { createRoute, z } from '@hono/zod-openapi';
import { jsonOf, problemContent } from '../http/answers.ts';
import { pageQuery } from '../http/cursor.ts';
import { PortalDates } from './dateSchemas.ts';
import { PortalEvidence, PortalGroups, PortalLine } from './lineSchemas.ts';
import { PortalEntries, PortalOverview } from './overviewSchemas.ts';

const customer = z.object({ customer: z.string() });
const line = customer.extend({ agreement: z.string(), clause: z.string() });
const linePath = '/v1/portal/{customer}/lines/{agreement}/{clause}';
const word = z.string().max(400);

/** Answers of a page: itself, or that there is no such thing for this reader. */
function answers<S extends z.ZodType>(description: string, schema: S) {
  return { 200: { description, content: jsonOf(schema) }, 404: problemContent } as const;
}

export const entriesRoute = createRoute({
  method: 'get',
  path: '/v1/portal',
  summary: 'The customers that the reader may open in the portal',
  request: { query: pageQuery.extend({ search: word.optional() }) },
  responses: answers('Customers', PortalEntries),
});

export const overviewRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/overview',
  summary: 'What a customer is allowed, its use against every limit, its sources and next dates',
  request: { params: customer },
  responses: answers('Overview', PortalOverview),
});

export const lineRoute = createRoute({
  method: 'get',
  path: linePath,
  summary: 'One clause: use over time against its limit, how it is counted, when the limit would be reached',
  request: { params: line, query: z.object({ group: word.optional() }) },
  responses: answers('Line', PortalLine),
});

export const groupsRoute = createRoute({
  method: 'get',
  path: `${linePath}/groups`,
  summary: 'Where each group of a clause stands, closest to its limit first',
  request: { params: line, query: pageQuery.extend({ search: word.optional() }) },
  responses: answers('Groups', PortalGroups),
});

const windowQuery = z.object({
  window: z.string().max(80).openapi({ description: 'The id of a window of the line.' }),
  group: word.default('[]'),
});

export const evidenceRoute = createRoute({
  method: 'get',
  path: `${linePath}/evidence`,
  summary: 'Who and what was counted in one window, and what was left out and why',
  request: { params: line, query: pageQuery.extend(windowQuery.shape) },
  responses: answers('Evidence', PortalEvidence),
});

/** The media types of files. */
export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export const evidenceFileRoute = createRoute({
  method: 'get',
  path: `${linePath}/evidence/export`,
  summary: 'All that was counted in one window as a file: an Excel workbook or CSV',
  request: { params: line, query: windowQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }) },
  responses: {
    200: {
      description: 'The file',
      content: {
        [fileTypes.xlsx]: { schema: z.string().openapi({ format: 'binary' }) },
        'text/csv': { schema: z.string() },
      },
    },
    404: problemContent,
  },
});

export const datesRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/dates',
  summary: 'Dates to know of, from today on, soonest first',
  request: { params: customer },
  responses: answers('Dates', PortalDates),
});

export const calendarRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/dates.ics',
  summary: 'The same dates as a calendar (iCalendar, RFC 5545)',
  request: { params: customer },
  responses: {
    200: { description: 'The calendar', content: { 'text/calendar': { schema: z.string() } } },
    404: problemContent,
  },
});
