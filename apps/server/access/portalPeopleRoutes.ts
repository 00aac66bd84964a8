import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { giveRole } from '#business/identity/account.store.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { refusedProblem } from '../reasoned.ts';
import { stepAccount } from './accountSteps.ts';
import { accountsView } from './accountViews.ts';
import type { Access } from './identify.ts';
import { type Done, invite } from './invitations.ts';
import { limited, limits } from './limits.ts';
import { Accounts, InviteOrder, RoleOrder, SteppedAccounts } from './schemas.ts';
import { whoAsks } from './whoAsks.ts';

const path = '/v1/portal/{customer}/people';
const params = z.object({ customer: z.string() });
const one = params.extend({ account: z.string() });
const answers = {
  200: { description: 'The people of this customer', content: jsonOf(Accounts) },
  404: problemContent,
  422: problemContent,
  429: problemContent,
};
const stepped = {
  ...answers,
  200: { description: 'The people of this customer', content: jsonOf(SteppedAccounts) },
};
const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'My colleagues who may sign in here',
  request: { params },
  responses: answers,
});
const inviteRoute = createRoute({
  method: 'post',
  path,
  summary: 'Invite a colleague',
  request: { params, body: bodyOf(InviteOrder) },
  responses: stepped,
});
const roleRoute = createRoute({
  method: 'put',
  path: `${path}/{account}/role`,
  summary: 'Give a colleague another role',
  request: { params: one, body: bodyOf(RoleOrder) },
  responses: answers,
});
const stepRoute = createRoute({
  method: 'post',
  path: `${path}/{account}/{step}`,
  summary: 'Send an invitation again, close the account of a colleague, or open it again',
  request: { params: one.extend({ step: z.enum(['resend', 'close', 'reopen']) }) },
  responses: stepped,
});

/** Adds the people of a customer for its own administrators: nobody of another customer is there for them. */
export function portalPeopleRoutes(app: OpenAPIHono, access: Access): void {
  const { pool, clock } = access.context;
  const colleague = async (customer: string, id: string) => {
    const account = await inAccess(pool, whoAsks().account, (tx) => accountById(tx, id));
    const { principal } = account ?? {};
    return principal?.kind === 'customer' && principal.customer === customer ? account : undefined;
  };
  const answer = async (c: Context, customer: string, { refusal, link }: Done): Promise<never> => {
    if (refusal) return problemAnswer(c, [refusedProblem(refusal)]) as never;
    const accounts = await accountsView(access, { customer });
    return c.json(link === null ? accounts : { ...accounts, link }, 200) as never;
  };
  /** So that nobody has us write to strangers without end. */
  const writing = (c: Context) => limited(access, c, [[limits.letters, whoAsks().account]]);
  const nobody = (c: Context) => problemAnswer(c, [notFound('such account')]) as never;

  app.openapi(listRoute, async (c) => answer(c, c.req.valid('param').customer, nothing));

  app.openapi(inviteRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const refused = await writing(c);
    if (refused) return refused as never;
    const { role, ...person } = c.req.valid('json');
    const whose = { kind: 'customer', customer, role } as const;
    return answer(c, customer, await invite(access, { whose, person, actor: whoAsks().account }));
  });

  app.openapi(roleRoute, async (c) => {
    const { customer, account } = c.req.valid('param');
    if (!(await colleague(customer, account))) return nobody(c);
    const by = { actor: whoAsks().account, now: clock() };
    const { role } = c.req.valid('json');
    if (account === by.actor) return answer(c, customer, { refusal: ownRefusal, link: null });
    const done = await inAccess(pool, by.actor, (tx) => giveRole(tx, account, role, by));
    return answer(c, customer, done.kind === 'refused' ? { refusal: done.refusal, link: null } : nothing);
  });

  app.openapi(stepRoute, async (c) => {
    const { customer, account: id, step } = c.req.valid('param');
    const account = await colleague(customer, id);
    if (!account) return nobody(c);
    const actor = whoAsks().account;
    if (id === actor) return answer(c, customer, { refusal: ownRefusal, link: null });
    const refused = step === 'close' ? null : await writing(c);
    if (refused) return refused as never;
    return answer(c, customer, await stepAccount(access, account, step, actor));
  });
}

const nothing: Done = { refusal: null, link: null };

/** So that a customer is never left without anybody who can let others in. */
const ownRefusal: Refusal = {
  code: 'account_own',
  words: 'This is your own account. Another administrator of yours can do this.',
};
