import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ServerContext } from '../context.ts';
import { jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { PortalAgreementText, PortalDocuments, PortalQuoteText } from './documentSchemas.ts';
import { portalAgreement, portalDocuments, portalQuote } from './documents.ts';

const customer = z.object({ customer: z.string() });

const documentsRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/documents',
  summary: 'The papers that the customer shares with the vendor',
  request: { params: customer },
  responses: {
    200: { description: 'Documents', content: jsonOf(PortalDocuments) },
    404: problemContent,
  },
});

const agreement = customer.extend({ agreement: z.string() });

const agreementRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/documents/agreements/{agreement}',
  summary: 'An agreement as it was signed, with what was signed and granted since',
  request: { params: agreement },
  responses: {
    200: { description: 'The agreement', content: jsonOf(PortalAgreementText) },
    404: problemContent,
  },
});

const yamlRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/documents/agreements/{agreement}/yaml',
  summary: 'The same as YAML, to check with the command line',
  request: { params: agreement },
  responses: {
    200: { description: 'The agreement', content: { 'application/yaml': { schema: z.string() } } },
    404: problemContent,
  },
});

const quoteRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/documents/quotes/{quote}',
  summary: 'What both sides agreed on, with its arithmetic',
  request: { params: customer.extend({ quote: z.string() }) },
  responses: {
    200: { description: 'The quote', content: jsonOf(PortalQuoteText) },
    404: problemContent,
  },
});

/** Adds the routes of shared papers. */
export function documentRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(documentsRoute, async (c) => {
    const documents = await portalDocuments(context, c.req.valid('param').customer);
    return documents ? c.json(documents, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(agreementRoute, async (c) => {
    const place = c.req.valid('param');
    const found = await portalAgreement(context, place.customer, place.agreement);
    return found ? c.json(found.text, 200) : (problemAnswer(c, [notFound('such agreement')]) as never);
  });

  app.openapi(yamlRoute, async (c) => {
    const place = c.req.valid('param');
    const found = await portalAgreement(context, place.customer, place.agreement);
    if (!found) return problemAnswer(c, [notFound('such agreement')]) as never;
    const name = place.agreement.replace(/[^A-Za-z0-9.-]+/g, '-');
    return c.body(found.yaml, 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.yaml"`,
    }) as never;
  });

  app.openapi(quoteRoute, async (c) => {
    const place = c.req.valid('param');
    const quote = await portalQuote(context, place.customer, place.quote);
    return quote ? c.json(quote, 200) : (problemAnswer(c, [notFound('such quote')]) as never);
  });
}
