import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { methods, type Operation, type Schema } from '#platform/openApi.ts';
import { currentDocument } from '../../bin/client.ts';

/* What holds of every operation under /v1. A list of exceptions gives the reason of each, and only shrinks. */

const document = currentDocument();
const schemas = document.components?.schemas ?? {};
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ name: `${method.toUpperCase()} ${path}`, method, path, operation }] : [];
  }),
);
const json = 'application/json';
const problem = 'application/problem+json';

const resolved = (schema: Schema | undefined): Schema => {
  if (schema?.$ref !== undefined) return resolved(schemas[schema.$ref.split('/').at(-1)!]);
  if (!schema?.allOf) return schema ?? {};
  const parts = schema.allOf.map(resolved);
  return {
    ...schema,
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required = [] }) => required),
  };
};
const answersOf = ({ responses = {} }: Operation, status: RegExp) =>
  Object.entries(responses).flatMap(([code, { content = {} }]) =>
    status.test(code) ? Object.entries(content).map(([type, { schema }]) => ({ code, type, schema })) : [],
  );
const takes = ({ parameters = [] }: Operation, place: string, name: string) =>
  parameters.some((one) => one.in === place && one.name === name);
const namesOf = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name).sort();

/** Lists that are never long, or are no lists of things: each with the reason why it has no cursor. */
const wholeLists: Readonly<Record<string, string>> = {
  'GET /v1/search': 'at most six of each sort; whoever wants others writes another letter',
  'GET /v1/tasks': 'made anew from several lists, at most a hundred of each sort',
  'GET /v1/portal/{customer}/changes':
    'what changed since somebody looked: read at once, at most five hundred',
  'GET /v1/portal/{customer}/dates':
    'two years ahead of what one customer signed; the same in one calendar file',
  'GET /v1/portal/{customer}/documents': 'what one customer signed and agreed: a page',
  'GET /v1/portal/{customer}/alerts':
    'at most a hundred that the customer set, with what a form to set one needs',
  'GET /v1/portal/{customer}/contests': 'the latest hundred of one clause, shown at its lines',
  'GET /v1/usage-formats': 'a dozen formats, told by the code',
  'GET /v1/usage-imports/customers': 'what a field suggests: at most twenty, by words',
  'GET /v1/positions/filters': 'at most thirty are saved',
  'GET /v1/team': 'the people of one vendor, chosen from in every list',
  'GET /v1/control-audits': 'one a quarter',
  'GET /v1/customers/{customer}/flags': 'three kinds, shown with the customer',
  'GET /v1/customers/{customer}/alert-wishes': 'the contact and the owner',
  'GET /v1/customers/{customer}/people/suggestions': 'the first hundred; deciding them brings the next',
  'GET /v1/customers/{customer}/agreements': 'what one customer signed: a handful',
  'GET /v1/customers/{customer}/scim-tokens': 'one a directory',
  'GET /v1/partners': 'chosen from in every list of customers',
  'GET /v1/customers/{customer}/people/decisions': 'what people decided by hand, shown with who it is about',
  'GET /v1/account/sessions': 'where one person is signed in',
  'GET /v1/account/passkeys': 'at most twenty of one person',
  'GET /v1/account/single-sign-on': 'one of each provider there is for one person',
  'GET /v1/accounts/staff': 'the people of one vendor, shown with the team',
  'GET /v1/accounts/customers/{customer}': 'who of one customer may sign in: a handful',
  'GET /v1/accounts/partners/{partner}': 'who of one partner may sign in: a handful',
  'GET /v1/portal/{customer}/people': 'who of one customer may sign in: a handful',
  'GET /v1/api-tokens': 'one a program',
};

/** POST without Idempotency-Key, and why sending it twice does no harm. */
const harmlessTwice: Readonly<Record<string, string>> = {
  'POST /v1/notifications/seen': 'seen is seen',
  'POST /v1/portal/{customer}/changes/seen': 'seen is seen, and never goes back',
  'POST /v1/portal/{customer}/onboarding/done': 'what was read was read',
  'POST /v1/positions/filters': 'a name is taken once: filter_name_taken',
  'POST /v1/customers/{customer}/usage':
    'records are known by source and id: the second time all are duplicates',
  'POST /v1/imports/catalog': 'the same file changes nothing',
  'POST /v1/imports/customers': 'the same file changes nothing',
  'POST /v1/imports/agreements': 'the same file changes nothing',
  'POST /v1/alert-rules/preview': 'changes nothing',
  'POST /v1/triage/preview': 'changes nothing',
  'POST /v1/paper-imports': 'a file that is read counts nothing before it is applied',
  'POST /v1/paper-imports/{id}/preview': 'writes the preview anew',
  'POST /v1/paper-imports/{id}/apply': 'applied once: the second is refused by its status',
  'POST /v1/paper-imports/{id}/undo': 'undone once: the second is refused by its status',
  'POST /v1/orders/{order}/carry-out': 'carried out once: the second is refused by its status',
  'POST /v1/orders/{order}/decline': 'declined once: the second is refused by its status',
  'POST /v1/orders/{order}/quote': 'quoted once: the second is refused by its status',
  'POST /v1/portal/{customer}/orders/{order}/agree': 'agreed once: the second is refused by its status',
  'POST /v1/portal/{customer}/orders/{order}/decline': 'declined once: the second is refused by its status',
  'POST /v1/portal/{customer}/orders/{order}/withdraw': 'withdrawn once: the second is refused by its status',
  'POST /v1/customers/{customer}/usage-imports': 'a file that waits counts nothing before it is started',
  'POST /v1/customers/{customer}/usage-imports/{import}/preview': 'changes nothing',
  'POST /v1/customers/{customer}/usage-imports/{import}/start':
    'started once: the second is refused by its status',
  'POST /v1/customers/{customer}/usage-imports/{import}/cancel': 'canceled is canceled',
  'POST /v1/customers/{customer}/usage-imports/{import}/withdraw': 'withdrawn once: the second is refused',
  'POST /v1/customers/{customer}/usage-imports/{import}/restore': 'restored once: the second is refused',
  'POST /v1/customers/{customer}/conflicts/choose': 'what is chosen already is refused',
  'POST /v1/customers/{customer}/conflicts/undo': 'a choice is taken back once',
  'POST /v1/team': 'an address belongs to one person: the second is refused',
  'POST /v1/team/{person}/{step}': 'needs the version that was seen, which the first time changes',
  'POST /v1/customers/{customer}/people/{identity}/erase': 'erased is erased',
  'POST /v1/catalog/preview': 'changes nothing',
  'POST /v1/customers': 'an id is taken once',
  'POST /v1/partners': 'an id is taken once',
  'POST /v1/customers/{customer}/agreements': 'an id is taken once: agreement_id_taken',
  'POST /v1/customers/{customer}/agreements/preview': 'changes nothing',
  'POST /v1/customers/{customer}/agreements/{agreement}/variations/{variation}/revoke':
    'needs the version that was seen, which the first time changes',
  'POST /v1/customers/{customer}/conflicts/choose-many': 'what is settled is not chosen again',
  'POST /v1/customers/{customer}/scim-tokens':
    'a second token lets nobody in who was not let in; each is listed',
  'POST /v1/customers/{customer}/scim-tokens/{token}/revoke': 'revoked is revoked',
  'POST /v1/quotes/billed': 'names the digest of each quote: billed once',
  'POST /v1/sign-in/password': 'a second session takes the place of the first',
  'POST /v1/sign-in/second-factor': 'a code is good once: the second is refused',
  'POST /v1/sign-in/link': 'a second letter; the limit of letters holds',
  'POST /v1/sign-in/link/redeem': 'a link is good once: the second is refused',
  'POST /v1/sign-in/choose': 'a step is good once: the second is refused',
  'POST /v1/sign-in/new-password': 'a step is good once: the second is refused',
  'POST /v1/sign-in/demo': 'a second session takes the place of the first',
  'POST /v1/sign-in/invitation': 'changes nothing',
  'POST /v1/sign-in/invitation/accept': 'accepted once: the second is refused',
  'POST /v1/sign-in/welcome': 'good once: the second is refused',
  'POST /v1/sign-in/passkey/challenge': 'a new question takes the place of the one before',
  'POST /v1/sign-in/passkey': 'a question is good for one answer: the second is refused',
  'POST /v1/sign-in/single-sign-on/{provider}': 'a new visit takes the place of the one before',
  'POST /v1/account/passkeys/challenge': 'a new question takes the place of the one before',
  'POST /v1/account/passkeys': 'a question is good for one answer: the second is refused',
  'POST /v1/account/single-sign-on': 'a new visit takes the place of the one before',
  'POST /v1/session/again': 'a new session takes the place of the one before',
  'POST /v1/session/everywhere': 'ended is ended',
  'POST /v1/account/second-factor': 'a new secret takes the place of one not confirmed',
  'POST /v1/account/second-factor/confirm': 'confirmed once: second_factor_set',
  'POST /v1/account/second-factor/remove': 'a code is good once: the second is refused',
  'POST /v1/accounts/staff/{person}': 'one account a person: account_known',
  'POST /v1/accounts/customers/{customer}': 'one account an address: account_email_taken',
  'POST /v1/accounts/partners/{partner}': 'one account an address: account_email_taken',
  'POST /v1/accounts/{account}/{step}': 'closed is closed; a second letter ends the link of the first',
  'POST /v1/portal/{customer}/people': 'one account an address: account_email_taken',
  'POST /v1/portal/{customer}/people/{account}/{step}':
    'closed is closed; a second letter ends the link of the first',
  'POST /v1/api-tokens': 'a second token lets nobody in who was not let in; each is listed',
  'POST /v1/api-tokens/{token}/revoke': 'revoked is revoked',
};

/** PUT and PATCH of things without a version, and why. */
const withoutVersion: Readonly<Record<string, string>> = {
  'PUT /v1/customers/{customer}/alert-wishes/{who}':
    'the whole wish of one person, kept by address: the last word holds',
  'PUT /v1/portal/{customer}/alert-wish': 'the whole wish of whoever asks, their own: the last word holds',
  'PUT /v1/paper-imports/{id}/map':
    'read by whoever brought the file; what is applied names the digest that was seen',
  'PUT /v1/session': 'how whoever asks is called and reads, their own: the last word holds',
  'PUT /v1/account/password': 'names the password before',
  'PUT /v1/account/passkeys/{passkey}': 'one word of one’s own, said anew: the last one holds',
  'PUT /v1/accounts/{account}/role': 'one word, said anew: the last one holds',
  'PUT /v1/portal/{customer}/people/{account}/role': 'one word, said anew: the last one holds',
};

test('the document is OpenAPI 3.1', async () => {
  expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
});

test('each operation says what it is for, and has an id of its own', () => {
  expect(namesOf(operations.filter(({ operation }) => (operation.summary ?? '').length < 8))).toEqual([]);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index)).toEqual([]);
});

test('each operation has an answer when it works, and 404 where its address names something', () => {
  // What leads a browser on to a page has no content.
  const silent = operations.filter(
    ({ operation }) => answersOf(operation, /^2/).length === 0 && !operation.responses?.[303],
  );
  expect(namesOf(silent)).toEqual([]);
  const named = operations.filter(({ path, operation }) => path.includes('{') && !operation.responses?.[404]);
  expect(namesOf(named)).toEqual([]);
});

test('every refusal is a problem', () => {
  const others = operations.flatMap(({ name, operation }) =>
    answersOf(operation, /^(?!2)/)
      .filter(({ type, schema }) => type !== problem || schema?.$ref !== '#/components/schemas/Problem')
      .map(({ code, type }) => `${name} ${code} ${type}`),
  );
  expect(others).toEqual([]);
  expect(namesOf(operations.filter(({ operation }) => !operation.responses?.default))).toEqual([]);
});

test('what comes back or is sent as JSON has a name', () => {
  const inline = operations.flatMap(({ name, operation }) => [
    ...answersOf(operation, /./).flatMap(({ code, type, schema }) =>
      type.includes('json') && schema?.$ref === undefined ? [`${name} ${code}`] : [],
    ),
    ...(operation.requestBody?.content?.[json] && !operation.requestBody.content[json].schema?.$ref
      ? [`${name} body`]
      : []),
  ]);
  expect(inline).toEqual([]);
});

/** Every object schema with three or more properties that stands inside another, as text. */
function inside(schema: Schema, depth = 0): string[] {
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
  ];
  const own = depth > 0 && Object.keys(schema.properties ?? {}).length > 2 ? [JSON.stringify(schema)] : [];
  return [...own, ...parts.flatMap((part) => inside(part, depth + 1))];
}

test('what is shown in two places has one name', () => {
  const seen = Map.groupBy(
    Object.entries(schemas).flatMap(([name, schema]) => inside(schema).map((text) => ({ name, text }))),
    ({ text }) => text,
  );
  const twice = [...seen.values()].filter((found) => found.length > 1);
  expect(twice.map((found) => ({ in: namesOf(found), what: found[0]!.text }))).toEqual([]);
});

test('a list answers its items, where it goes on, and how many there are; and takes cursor and limit', () => {
  const lists = operations.filter(({ method, operation }) => {
    const [answer] = answersOf(operation, /^2/);
    return method === 'get' && answer?.type === json && resolved(answer.schema).properties?.items;
  });
  const unlike = lists.filter(({ operation }) => {
    const { required = [] } = resolved(answersOf(operation, /^2/)[0]!.schema);
    return (
      !['items', 'next', 'total'].every((key) => required.includes(key)) ||
      !takes(operation, 'query', 'cursor') ||
      !takes(operation, 'query', 'limit')
    );
  });
  expect(namesOf(unlike)).toEqual(Object.keys(wholeLists).sort());
});

test('a command sent twice is carried out once, or does no harm', () => {
  const unkept = operations.filter(
    ({ method, operation }) => method === 'post' && !takes(operation, 'header', 'idempotency-key'),
  );
  expect(namesOf(unkept)).toEqual(Object.keys(harmlessTwice).sort());
});

test('who overwrites something says which version they saw', () => {
  const overwriting = operations.filter(({ method }) => method === 'put' || method === 'patch');
  const blind = overwriting.filter(
    ({ operation }) =>
      !operation.parameters?.some((one) => one.name === 'if-match' && one.required) ||
      !operation.responses?.[412] ||
      !operation.responses[428],
  );
  expect(namesOf(blind)).toEqual(Object.keys(withoutVersion).sort());
  const unread = operations.filter(
    ({ operation }) => Boolean(operation.responses?.[428]) !== takes(operation, 'header', 'if-match'),
  );
  expect(namesOf(unread)).toEqual([]);
});
