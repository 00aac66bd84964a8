import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { agreementsOf } from '#business/agreements/agreement.store.ts';
import type { AlertRules } from '#business/alerts/rule.ts';
import {
  markAllDue,
  type RulesPlace,
  readRules,
  saveRules,
  vendorRules,
} from '#business/alerts/rules.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { vendorWide } from '#platform/database/scope.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { changedMeanwhile, expectedVersion, setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { previewOf } from './listing.ts';
import {
  clauseRulesRoute,
  previewRoute,
  setClauseRulesRoute,
  setVendorRulesRoute,
  vendorRulesRoute,
} from './operations.ts';
import { rulesView } from './views.ts';

/** Adds the routes of alert rules and of their preview. */
export function alertRuleRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(vendorRulesRoute, async (c) => answerRules(c, context, vendorRules) as never);
  app.openapi(
    setVendorRulesRoute,
    async (c) => setRules(c, context, vendorRules, c.req.valid('json').rules) as never,
  );
  app.openapi(clauseRulesRoute, async (c) => answerRules(c, context, c.req.valid('param')) as never);
  app.openapi(
    setClauseRulesRoute,
    async (c) => setRules(c, context, c.req.valid('param'), c.req.valid('json').rules) as never,
  );
  app.openapi(previewRoute, async (c) => {
    const { rules, customer = null, agreement = null, clause = null } = c.req.valid('json');
    const question = { rules: rules as AlertRules, customer, agreement, clause };
    const preview = await asStaff(context, (tx) => previewOf(tx, question, context.clock()));
    return c.json(preview, 200);
  });
}

const isVendor = ({ customer }: RulesPlace) => customer === vendorWide;

async function answerRules(c: Context, context: ServerContext, place: RulesPlace): Promise<Response> {
  const view = await asStaffOf(context, place.customer, async (tx) => {
    if (!isVendor(place) && !(await hasClause(tx, place))) return undefined;
    const stored = await readRules(tx, place);
    const own = isVendor(place) || stored.rules !== null;
    const rules = stored.rules ?? (await readRules(tx, vendorRules)).rules ?? [];
    return rulesView(rules, stored.version, own);
  });
  if (!view) return problemAnswer(c, [notFound('such clause')]);
  setVersion(c, view.version);
  return c.json(view, 200);
}

async function setRules(
  c: Context,
  context: ServerContext,
  place: RulesPlace,
  rules: unknown,
): Promise<Response> {
  const expected = expectedVersion(c);
  if (!expected.ok) return problemAnswer(c, expected.problems);
  const { actor } = context;
  const now = context.clock();
  const done = await asStaffOf(context, place.customer, async (tx) => {
    if (!isVendor(place) && !(await hasClause(tx, place))) return undefined;
    // Before the rules are locked, as detection does it: the mark first, then what it reads.
    if (!isVendor(place)) await markDue(tx, place.customer, now);
    return saveRules(tx, place, rules as AlertRules | null, { expected: expected.value, actor, now });
  });
  if (!done) return problemAnswer(c, [notFound('such clause')]);
  if (!done.saved) return problemAnswer(c, [changedMeanwhile('rules', done.version)]);
  if (isVendor(place)) await asStaff(context, (tx) => markAllDue(tx, now));
  context.wake();
  return answerRules(c, context, place);
}

type Tx = Parameters<typeof readRules>[0];

async function hasClause(tx: Tx, { customer, agreement, clause }: RulesPlace): Promise<boolean> {
  const texts = (await agreementsOf(tx, customer)).flatMap((one) => one.texts.slice(-1));
  return texts.some(
    ({ signed }) => signed.id === agreement && signed.clauses.some(({ id }) => id === clause),
  );
}
