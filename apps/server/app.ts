import { randomUUID } from 'node:crypto';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { OpenApi } from '#platform/openApi.ts';
import { inTheNameOfWhoAsks } from './access/current.ts';
import { doorRoutes } from './access/doors.ts';
import type { Welcome } from './access/firstAdministrator.ts';
import { guardOperations, type Identify } from './access/guard.ts';
import { answerOnlyToOurselves } from './access/ownAddress.ts';
import { noProvider, type ProviderSettings } from './access/providers/settings.ts';
import { accessRoutes } from './access/routes.ts';
import { type AccessSettings, localAccess } from './access/settings.ts';
import { agreementRoutes } from './agreements/routes.ts';
import { ownAlertRoutes } from './alerts/own/routes.ts';
import { alertRoutes } from './alerts/routes.ts';
import { assuranceRoutes } from './assurance/routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { conflictRoutes } from './conflictRoutes.ts';
import type { ServerContext } from './context.ts';
import { customerRoutes } from './customers/routes.ts';
import { dutyRoutes } from './duties/routes.ts';
import { findingRoutes } from './findingRoutes.ts';
import { flagRoutes } from './flags/routes.ts';
import type { FoldState } from './foldAudit.ts';
import { apiDocument } from './http/document.ts';
import { importRoutes } from './importRoutes.ts';
import { usageImportRoutes } from './imports/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { CustomerPage, ProblemView } from './pages.ts';
import { paperRoutes } from './papers/routes.ts';
import { partnerRoutes } from './partners/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { portalRoutes } from './portal/routes.ts';
import { positionRoutes } from './positions/routes.ts';
import { savedFilterRoutes } from './positions/savedRoutes.ts';
import { notFound, problemAnswer } from './problems.ts';
import { questionRoutes } from './questions/routes.ts';
import { quoteRoutes } from './quotes/routes.ts';
import { customerPage } from './readings.ts';
import { problemOf, refuseUnreadable } from './requests.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { scimRoutes } from './scim/routes.ts';
import { scimTokenRoutes } from './scim/tokenRoutes.ts';
import { searchRoutes } from './search/routes.ts';
import { servePages } from './servePages.ts';
import { conflictsManyRoutes } from './sources/conflictsManyRoutes.ts';
import { sourceRoutes } from './sources/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { teamRoutes } from './team/routes.ts';
import { triageRoutes } from './triage/routes.ts';
import { wayUpRoutes } from './waysUp/routes.ts';
import { workRoutes } from './work/routes.ts';

const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};

const customerRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/page',
  summary: 'Everything the page of one customer shows',
  request: { params: z.object({ customer: z.string() }) },
  responses: {
    200: { description: 'Customer', content: { 'application/json': { schema: CustomerPage } } },
    404: problems,
  },
});

/** Where the built pages are, and how the server speaks of what it does. */
export type AppOptions = {
  readonly workspace: string;
  readonly report: (error: unknown, request: string) => void;
  /** Says who asks. */
  readonly identify: Identify;
  /** The address people open, as `https://licenses.vendor.example`; this machine's own always answers too. */
  readonly publicUrl?: string;
  /** How this installation lets people in; as on this machine alone when left out. */
  readonly access?: AccessSettings;
  /** What makes the first administrator, where the start printed an address for it. */
  readonly welcome?: Welcome;
  /** The providers of single sign-on; none of the vendor's own when left out. */
  readonly providers?: ProviderSettings;
  /** What the nightly comparison of events and rows came to; see `startFoldAudit`. */
  readonly folds?: () => FoldState;
};

/** Returns the whole HTTP side: the API under /v1, its document, and the workspace's pages. */
export function makeApp(given: ServerContext, options: AppOptions): OpenAPIHono {
  const context = inTheNameOfWhoAsks(given);
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      const list = result.error.issues.slice(0, 100).map((issue) => ({
        code: 'invalid_request',
        title: 'The request is not as it should be',
        detail: issue.message,
        todo: 'Correct this part and send the request again.',
        pointer: `/${issue.path.join('/')}`,
      }));
      return problemAnswer(c, list);
    },
  });
  answerOnlyToOurselves(app, options.publicUrl);
  refuseUnreadable(app);
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem) return problemAnswer(c, [problem]);
    const request = randomUUID();
    options.report(error, request);
    const detail = `Something went wrong on our side. Its number is ${request}.`;
    return problemAnswer(c, [
      {
        code: 'internal',
        title: 'Our mistake',
        detail,
        todo: 'Try again; if it happens again, tell your administrator the number.',
      },
    ]);
  });
  guardOperations(app, context, options.identify);
  positionRoutes(app, context);
  savedFilterRoutes(app, context);
  dutyRoutes(app, context);
  catalogRoutes(app, context);
  customerRoutes(app, context);
  partnerRoutes(app, context);
  app.openapi(customerRoute, async (c) => {
    const page = await customerPage(context, c.req.valid('param').customer);
    return page ? c.json(page, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });
  agreementRoutes(app, context);
  alertRoutes(app, context);
  findingRoutes(app, context);
  importRoutes(app, context);
  mailRoutes(app, context);
  paperRoutes(app, context);
  usageImportRoutes(app, context);
  conflictRoutes(app, context);
  conflictsManyRoutes(app, context);
  sourceRoutes(app, context);
  scimTokenRoutes(app, context);
  scimRoutes(app, context);
  assuranceRoutes(app, context);
  flagRoutes(app, context);
  teamRoutes(app, context);
  triageRoutes(app, context);
  workRoutes(app, context);
  peopleRoutes(app, context);
  quoteRoutes(app, context);
  portalRoutes(app, context);
  questionRoutes(app, context);
  ownAlertRoutes(app, context);
  wayUpRoutes(app, context);
  reviewRoutes(app, context);
  notificationRoutes(app, context);
  taskRoutes(app, context);
  searchRoutes(app, context);
  const access = {
    context,
    settings: options.access ?? localAccess(options.publicUrl),
    ...(options.welcome ? { welcome: options.welcome } : {}),
  };
  accessRoutes(app, access);
  doorRoutes(app, context, access, options.providers ?? noProvider);
  let document: OpenApi | undefined;
  app.get('/v1/openapi.json', (c) => {
    document ??= apiDocument(app);
    return c.json(document);
  });
  app.get('/health', (c) => c.json({ ok: true, folds: options.folds?.() ?? 'not yet checked' }));
  app.all('/v1/*', (c) => problemAnswer(c, [notFound('such operation')]));
  servePages(app, options.workspace);
  return app;
}
