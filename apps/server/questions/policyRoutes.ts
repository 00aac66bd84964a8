import type { OpenAPIHono } from '@hono/zod-openapi';
import { readPolicy, type StoredPolicy, savePolicy } from '#business/questions/answerPolicy.store.ts';
import { type AnswerPolicy, promiseFor } from '#business/questions/answerPolicy.ts';
import { vendorWide } from '#platform/database/scope.ts';
import { addDays, dateIn, type Instant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { changedMeanwhile, expectedVersion, setVersion } from '../http/etag.ts';
import { problemAnswer } from '../problems.ts';
import { policyRoute, setPolicyRoute } from './operations.ts';
import type { PolicyView } from './schemas.ts';

/** Adds the routes of the policy: by when customers are answered, and on which days the vendor works. */
export function policyRoutes(app: OpenAPIHono, context: ServerContext): void {
  const read = async () => policyView(await asStaffOf(context, vendorWide, readPolicy), context.clock());

  app.openapi(policyRoute, async (c) => {
    const view = await read();
    setVersion(c, view.version);
    return c.json(view, 200);
  });

  app.openapi(setPolicyRoute, async (c) => {
    const expected = expectedVersion(c);
    if (!expected.ok) return problemAnswer(c, expected.problems) as never;
    const policy = c.req.valid('json') as unknown as AnswerPolicy;
    const now = context.clock();
    if (!hasBusinessDays(policy, now)) return problemAnswer(c, [noBusinessDay]) as never;
    const by = { expected: expected.value, actor: context.actor, now };
    const done = await asStaffOf(context, vendorWide, (tx) => savePolicy(tx, policy, by));
    if (!done.saved) return problemAnswer(c, [changedMeanwhile('policy', done.version)]) as never;
    const view = await read();
    setVersion(c, view.version);
    return c.json(view, 200);
  });
}

/** Of the closed days so many can be listed that years go by without an answer: within this many days there has to be one. */
const soonest = 60;

function hasBusinessDays(policy: AnswerPolicy, now: Instant): boolean {
  const latest = addDays(dateIn(now, policy.zone), soonest);
  return promiseFor(policy, { at: now, contest: true, version: 0 }).on <= latest;
}

const noBusinessDay: Problem = {
  code: 'policy_never_answers',
  title: 'Nobody would be answered',
  detail: 'With these days, an answer to what is asked now would be promised for more than two months ahead.',
  todo: 'Promise fewer days, or take closed days out.',
  pointer: '/closedOn',
};

function policyView({ policy, version }: StoredPolicy, at: Instant): PolicyView {
  const promised = (contest: boolean) => promiseFor(policy, { at, contest, version }).on;
  return {
    ...structuredClone(policy),
    workdays: [...policy.workdays],
    closedOn: [...policy.closedOn],
    version,
    promises: { question: promised(false), contest: promised(true) },
  };
}
