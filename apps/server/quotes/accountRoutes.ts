import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import { readBillingAccount, saveBillingAccount } from '#business/settlement/billingAccount.store.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { changedMeanwhile, expectedVersion, setVersion, versionHeader } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { AccountOrder, BillingAccountView } from './schemas.ts';

const params = z.object({ customer: z.string() });
const path = '/v1/customers/{customer}/billing-account';
const answers = {
  200: { description: 'The account', content: jsonOf(BillingAccountView) },
  404: problemContent,
  422: problemContent,
};

const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'Under which account the billing system knows a customer',
  request: { params },
  responses: answers,
});
const writeRoute = createRoute({
  method: 'put',
  path,
  summary: 'Enter under which account the billing system knows a customer (If-Match)',
  request: { params, headers: versionHeader, body: bodyOf(AccountOrder) },
  responses: { ...answers, 412: problemContent, 428: problemContent },
});

/** Adds the routes of billing accounts. */
export function accountRoutes(app: OpenAPIHono, context: ServerContext): void {
  const ready = context.billing !== undefined && context.billing !== null;

  app.openapi(readRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const account = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? readBillingAccount(tx, customer, 'stripe') : undefined,
    );
    if (account === undefined) return problemAnswer(c, [notFound('such customer')]) as never;
    const version = account?.version ?? 0;
    setVersion(c, version);
    return c.json({ customer, stripe: account?.reference ?? null, version, ready }, 200);
  });

  app.openapi(writeRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { stripe: reference } = c.req.valid('json');
    const expected = expectedVersion(c);
    if (!expected.ok) return problemAnswer(c, expected.problems) as never;
    const account = { reference, version: expected.value };
    const done = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer))
        ? saveBillingAccount(tx, { customer, port: 'stripe' }, account, context.clock())
        : undefined,
    );
    if (!done) return problemAnswer(c, [notFound('such customer')]) as never;
    if (!done.saved) return problemAnswer(c, [changedMeanwhile('billing account', done.version)]) as never;
    setVersion(c, done.version);
    return c.json({ customer, stripe: reference, version: done.version, ready }, 200);
  });
}
