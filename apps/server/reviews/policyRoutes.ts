import type { OpenAPIHono } from '@hono/zod-openapi';
import { readReviewPolicy, saveReviewPolicy } from '#business/reviews/cadence.store.ts';
import { vendorWide } from '#platform/database/scope.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { changedMeanwhile, expectedVersion, setVersion } from '../http/etag.ts';
import { problemAnswer } from '../problems.ts';
import { policyRoute, setPolicyRoute } from './operations.ts';

/** Adds the routes of the policy: how often reviews come round. */
export function policyRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(policyRoute, async (c) => {
    const { policy, version } = await asStaffOf(context, vendorWide, readReviewPolicy);
    setVersion(c, version);
    return c.json({ ...policy, version }, 200);
  });

  app.openapi(setPolicyRoute, async (c) => {
    const expected = expectedVersion(c);
    if (!expected.ok) return problemAnswer(c, expected.problems) as never;
    const policy = c.req.valid('json');
    const by = { expected: expected.value, actor: context.actor, now: context.clock() };
    const done = await asStaffOf(context, vendorWide, (tx) => saveReviewPolicy(tx, policy, by));
    if (!done.saved) return problemAnswer(c, [changedMeanwhile('policy', done.version)]) as never;
    setVersion(c, done.version);
    return c.json({ ...policy, version: done.version }, 200);
  });
}
