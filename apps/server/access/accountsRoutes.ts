import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCustomer } from '#business/customers/customer.store.ts';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { giveRole } from '#business/identity/account.store.ts';
import { accountById, type KnownAccount } from '#business/identity/accounts.store.ts';
import { can } from '#business/identity/can.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { refusedProblem } from '../reasoned.ts';
import { AccountStep, stepAccount } from './accountSteps.ts';
import { accountsView } from './accountViews.ts';
import { notAllowed } from './guard.ts';
import type { Access } from './identify.ts';
import { type Done, invite, whoseOf } from './invitations.ts';
import { Accounts, InviteOrder, PartnerInviteOrder, RoleOrder, SteppedAccounts } from './schemas.ts';
import { whoAsks } from './whoAsks.ts';

const list = { description: 'The accounts of this side', content: jsonOf(Accounts) };
const stepped = { description: 'The accounts of this side', content: jsonOf(SteppedAccounts) };
const answers = { 200: stepped, 403: problemContent, 404: problemContent, 422: problemContent };
const params = {
  staff: z.object({ person: z.string() }),
  customer: z.object({ customer: z.string() }),
  partner: z.object({ partner: z.string() }),
  account: z.object({ account: z.string() }),
};
const staffRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/staff',
  summary: 'Who of the vendor may sign in, and how it stands',
  responses: { 200: list },
});
const inviteStaffRoute = createRoute({
  method: 'post',
  path: '/v1/accounts/staff/{person}',
  summary: 'Invite a person of the team to sign in',
  request: { params: params.staff },
  responses: answers,
});
const customerRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/customers/{customer}',
  summary: 'Who of a customer may sign in, and how it stands',
  request: { params: params.customer },
  responses: { 200: list, 404: problemContent },
});
const inviteCustomerRoute = createRoute({
  method: 'post',
  path: '/v1/accounts/customers/{customer}',
  summary: 'Invite somebody of a customer',
  request: { params: params.customer, body: bodyOf(InviteOrder) },
  responses: answers,
});
const partnerRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/partners/{partner}',
  summary: 'Who of a partner may sign in, and how it stands',
  request: { params: params.partner },
  responses: { 200: list, 404: problemContent },
});
const invitePartnerRoute = createRoute({
  method: 'post',
  path: '/v1/accounts/partners/{partner}',
  summary: 'Invite somebody of a partner',
  request: { params: params.partner, body: bodyOf(PartnerInviteOrder) },
  responses: answers,
});
const stepRoute = createRoute({
  method: 'post',
  path: '/v1/accounts/{account}/{step}',
  summary: 'Send an invitation again, close an account or open it again, erase it, reset its second factor',
  request: { params: params.account.extend({ step: AccountStep }) },
  responses: answers,
});
const roleRoute = createRoute({
  method: 'put',
  path: '/v1/accounts/{account}/role',
  summary: 'Give somebody of a customer another role; their sessions end',
  request: { params: params.account, body: bodyOf(RoleOrder) },
  responses: answers,
});

/** Adds the accounts of the vendor's people, customers and partners: who is invited, and what becomes of them. */
export function accountsRoutes(app: OpenAPIHono, access: Access): void {
  const { pool } = access.context;
  const inVendor = <T>(customers: readonly string[], work: Parameters<typeof withScope<T>>[2]) =>
    withScope(pool, { customers: [...customers, vendorWide], actor: whoAsks().account }, work);
  const isCustomer = (id: string) => inVendor([id], async (tx) => (await readCustomer(tx, id)) !== undefined);
  const isPartner = (id: string) =>
    inVendor([], async (tx) => {
      const row = await tx.selectFrom('partner').select('id').where('id', '=', id).executeTakeFirst();
      return row !== undefined;
    });

  app.openapi(staffRoute, async (c) => c.json(await accountsView(access, 'staff'), 200));

  app.openapi(inviteStaffRoute, async (c) => {
    const { person: id } = c.req.valid('param');
    const member = (await inVendor([], readStaff)).find((one) => one.id === id && one.active);
    if (!member) return problemAnswer(c, [notFound('such person')]) as never;
    const actor = whoAsks().account;
    const done = await invite(access, { id, whose: { kind: 'staff' }, person: null, actor });
    return answer(access, c, done, 'staff');
  });

  app.openapi(customerRoute, async (c) => {
    const { customer } = c.req.valid('param');
    if (!(await isCustomer(customer))) return problemAnswer(c, [notFound('such customer')]) as never;
    return c.json(await accountsView(access, { customer }), 200);
  });

  app.openapi(inviteCustomerRoute, async (c) => {
    const { customer } = c.req.valid('param');
    if (!(await isCustomer(customer))) return problemAnswer(c, [notFound('such customer')]) as never;
    const { role, ...person } = c.req.valid('json');
    const whose = { kind: 'customer', customer, role } as const;
    const done = await invite(access, { whose, person, actor: whoAsks().account });
    return answer(access, c, done, { customer });
  });

  app.openapi(partnerRoute, async (c) => {
    const { partner } = c.req.valid('param');
    if (!(await isPartner(partner))) return problemAnswer(c, [notFound('such partner')]) as never;
    return c.json(await accountsView(access, { partner }), 200);
  });

  app.openapi(invitePartnerRoute, async (c) => {
    const { partner } = c.req.valid('param');
    if (!(await isPartner(partner))) return problemAnswer(c, [notFound('such partner')]) as never;
    const person = c.req.valid('json');
    const whose = { kind: 'partner', partner } as const;
    const done = await invite(access, { whose, person, actor: whoAsks().account });
    return answer(access, c, done, { partner });
  });

  steps(app, access);
}

function steps(app: OpenAPIHono, access: Access): void {
  const { pool, clock } = access.context;
  const known = (id: string) => inAccess(pool, whoAsks().account, (tx) => accountById(tx, id));
  /** People of the vendor are the administrators'; the same answer for those who may not, whoever it is. */
  const mayTouch = ({ principal }: KnownAccount) =>
    principal.kind !== 'staff' || can(whoAsks(), 'team.change');

  app.openapi(stepRoute, async (c) => {
    const { account: id, step } = c.req.valid('param');
    const account = await known(id);
    if (!account) return problemAnswer(c, [notFound('such account')]) as never;
    if (!mayTouch(account)) return problemAnswer(c, [notAllowed]) as never;
    const done = await stepAccount(access, account, step, whoAsks().account);
    return answer(access, c, done, sideOf(account));
  });

  app.openapi(roleRoute, async (c) => {
    const { account: id } = c.req.valid('param');
    const account = await known(id);
    if (!account) return problemAnswer(c, [notFound('such account')]) as never;
    if (!mayTouch(account)) return problemAnswer(c, [notAllowed]) as never;
    const by = { actor: whoAsks().account, now: clock() };
    const { role } = c.req.valid('json');
    const done = await inAccess(pool, by.actor, (tx) => giveRole(tx, id, role, by));
    const refusal = done.kind === 'refused' ? done.refusal : null;
    return answer(access, c, { refusal, link: null }, sideOf(account));
  });
}

function sideOf({ principal }: KnownAccount): Parameters<typeof accountsView>[1] {
  const whose = whoseOf(principal);
  if (whose.kind === 'staff') return 'staff';
  return whose.kind === 'customer' ? { customer: whose.customer } : { partner: whose.partner };
}

async function answer(
  access: Access,
  c: Context,
  { refusal, link }: Done,
  side: Parameters<typeof accountsView>[1],
): Promise<never> {
  if (refusal) return problemAnswer(c, [refusedProblem(refusal)]) as never;
  const accounts = await accountsView(access, side);
  return c.json(link === null ? accounts : { ...accounts, link }, 200) as never;
}
