import { z } from '@hono/zod-openapi';
import { actions } from '#business/identity/can.ts';
import { customerRoles, roles } from '#business/identity/roles.ts';
import { isZone } from '#platform/instant.ts';

const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A secret or password as it is sent; what is too long is not even looked at. */
const secret = z.string().min(1).max(400);
export const emailField = z.email('Give an e-mail address.').max(320);
/** Of one line, and read in the order it is written: names stand in letters of ours, among our own words. */
export const nameField = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(200)
  .refine((name) => !breaks.test(name), 'A name has one line, without control characters.');
export const languageField = z.enum(['en', 'de', 'fr', 'es']);
const placeField = z.string().max(2000).nullable().optional().openapi({
  description: 'Where to go afterwards: a path of ours; others are left out.',
});

/** What comes next in a sign-in; `done`: the browser has its session. */
export const SignInNext = z
  .object({
    next: z.enum(['done', 'second-factor', 'choose', 'new-password']),
    /** To be sent along with what comes next; null when it is done. */
    step: z.string().nullable(),
    /** Where to go, when it is done. */
    to: z.string().nullable(),
    /** Whom one may be, where there is a choice. */
    accounts: z.array(z.object({ account: z.string(), kind: z.string(), where: z.string() })),
    /** Whether a new password also needs a code of the second factor. */
    codeNeeded: z.boolean(),
  })
  .openapi('SignInNext');

export const Persona = z
  .object({
    account: z.string(),
    name: z.string(),
    kind: z.enum(['staff', 'partner', 'customer']),
    role: z.enum(roles),
    /** What the customer or partner is called; null of the vendor's people. */
    where: z.string().nullable(),
  })
  .openapi('Persona');

export const SignInWays = z
  .object({
    /** Whether letters go out: links by e-mail need it. */
    mail: z.boolean(),
    /** Whether nobody is there yet, and the address printed at the start makes the first administrator. */
    first: z.boolean(),
    /** Whom one may be in the demo with one click; null where it is no demo. */
    demo: z.array(Persona).nullable(),
  })
  .openapi('SignInWays');

export const PasswordOrder = z
  .strictObject({ email: emailField, password: secret, to: placeField })
  .openapi('PasswordSignIn');
export const CodeOrder = z.strictObject({ step: secret, code: secret }).openapi('CodeSignIn');
export const DemoOrder = z
  .strictObject({ account: z.string().max(100), to: placeField })
  .openapi('DemoSignIn');
export const LinkOrder = z
  .strictObject({
    email: emailField,
    /** `recover`: a new password for somebody of the vendor. */
    purpose: z.enum(['sign-in', 'recover']).default('sign-in'),
    to: placeField,
  })
  .openapi('LinkOrder');
export const Asked = z.object({ asked: z.literal(true) }).openapi('LinkAsked');
export const TokenOrder = z.strictObject({ token: secret }).openapi('LinkSignIn');
export const ChooseOrder = z
  .strictObject({ step: secret, account: z.string().max(100) })
  .openapi('ChooseAccount');
export const NewPasswordOrder = z
  .strictObject({ step: secret, password: secret, code: secret.optional() })
  .openapi('NewPassword');
export const InvitationView = z
  .object({
    kind: z.enum(['staff', 'partner', 'customer']),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    where: z.string().nullable(),
    until: z.string(),
    /** Whether accepting it needs a password. */
    passwordNeeded: z.boolean(),
  })
  .openapi('Invitation');
export const AcceptOrder = z
  .strictObject({ token: secret, password: secret.optional(), name: nameField.optional() })
  .openapi('AcceptInvitation');
export const WelcomeOrder = z
  .strictObject({ token: secret, name: nameField, email: emailField, password: secret })
  .openapi('FirstAdministrator');

const Side = z.object({ id: z.string(), name: z.string() });
export const SessionView = z
  .object({
    account: z.string(),
    name: z.string(),
    email: z.string(),
    kind: z.enum(['staff', 'partner', 'customer']),
    role: z.enum(roles),
    customer: Side.nullable(),
    partner: Side.nullable(),
    /** What this role may do, as in the table of roles. */
    can: z.array(z.enum(actions as [string, ...string[]])),
    language: languageField.nullable(),
    zone: z.string().nullable(),
    demo: z.boolean(),
    /** How this session signed in; null of a program with a token. */
    how: z.string().nullable(),
    /** Whether the person proved who they are within the last quarter of an hour. */
    fresh: z.boolean(),
    /** What has to be set up before anything else. */
    needs: z.enum(['second-factor']).nullable(),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
  })
  .openapi('Session');
export const SessionOrder = z
  .strictObject({
    name: nameField.optional(),
    language: languageField.nullable().optional(),
    zone: z.string().max(100).refine(isZone, 'Give a time zone such as Europe/Berlin.').nullable().optional(),
  })
  .openapi('SessionOrder');
export const OwnSessions = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        how: z.string(),
        browser: z.string(),
        startedAt: z.string(),
        seenAt: z.string(),
        current: z.boolean(),
      }),
    ),
    next: z.null(),
    total: z.number().int(),
  })
  .openapi('OwnSessions');
export const Ended = z.object({ ended: z.literal(true) }).openapi('SessionEnded');
export const AgainOrder = z
  .strictObject({ password: secret, code: secret.optional() })
  .openapi('SignInAgain');
export const PasswordChange = z
  .strictObject({ current: secret.optional(), password: secret })
  .openapi('PasswordChange');
export const SecondFactorState = z
  .object({ set: z.boolean(), codesLeft: z.number().int(), required: z.boolean() })
  .openapi('SecondFactor');
export const SecondFactorBegun = z
  .object({ secret: z.string(), address: z.string() })
  .openapi('SecondFactorBegun');
export const SecondFactorCode = z.strictObject({ code: secret }).openapi('SecondFactorCode');
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).openapi('RecoveryCodes');

export const AccountView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    kind: z.enum(['staff', 'partner', 'customer']),
    role: z.enum(roles),
    status: z.enum(['invited', 'active', 'closed', 'erased']),
    /** Until when the invitation may be accepted; null where none is open. */
    invitedUntil: z.string().nullable(),
    hasSecondFactor: z.boolean(),
    signedInAt: z.string().nullable(),
    /** Whether this is who asks. */
    own: z.boolean(),
  })
  .openapi('Account');
export const Accounts = z
  .object({ items: z.array(AccountView), next: z.null(), total: z.number().int(), mail: z.boolean() })
  .openapi('Accounts');
/** The accounts after a step. `link`: the address that lets the invited person in, once, only where no letter carries it. */
export const SteppedAccounts = z
  .object({ ...Accounts.shape, link: z.url().optional() })
  .openapi('SteppedAccounts');
export const InviteOrder = z
  .strictObject({ name: nameField, email: emailField, role: z.enum(customerRoles) })
  .openapi('InviteToCustomer');
export const PartnerInviteOrder = z
  .strictObject({ name: nameField, email: emailField })
  .openapi('InviteToPartner');
export const RoleOrder = z.strictObject({ role: z.enum(customerRoles) }).openapi('CustomerRoleOrder');
