import type { OpenAPIHono } from '@hono/zod-openapi';
import { methods, type OpenApi, type Operation, type Parameter } from '#platform/openApi.ts';
import { namesFirst, orNull } from './orNull.ts';

const info = {
  title: 'Goodterms',
  version: '0.1.0',
  description:
    'Everything the pages of Goodterms do goes through these operations. Whatever is refused is a problem (RFC 9457).',
};

/**
 * Returns the API's document (OpenAPI 3.1) of the routes there are, with what holds for all of them written down: an id
 * of each operation, 404 where the address names something, 409 where a key may have been used for another request, 422 where something is sent, every other refusal as
 * `default`, and If-Match as needed where 428 is an answer.
 */
export function apiDocument(app: OpenAPIHono): OpenApi {
  const written = namesFirst(app).getOpenAPI31Document({ openapi: '3.1.0', info });
  const made = orNull(written) as OpenApi;
  const paths = Object.entries(made.paths).map(([path, item]) => {
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, completed(method, path, operation)] as const] : [];
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  return { ...made, paths: Object.fromEntries(paths) };
}

function completed(method: string, path: string, operation: Operation): Operation {
  const { parameters = [], requestBody, responses = {} } = operation;
  const named = parameters.some((one) => one.in === 'path');
  const sent = parameters.length > 0 || requestBody !== undefined;
  const answers = {
    ...responses,
    ...(named && !responses[404] ? { 404: refused } : {}),
    ...(parameters.some(({ name }) => name === 'idempotency-key') ? { 409: refused } : {}),
    ...(sent && !responses[422] ? { 422: refused } : {}),
    default: refused,
  };
  const needed = Boolean(responses[428]) && !mayNameItInTheBody(operation);
  return {
    operationId: operationId(method, path),
    tags: [chapterOf(path)],
    ...operation,
    ...(parameters.length > 0 ? { parameters: parameters.map((one) => withNeed(one, needed)) } : {}),
    responses: answers,
  };
}

const refused = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function withNeed(parameter: Parameter, needed: boolean): Parameter {
  return needed && parameter.name === 'if-match' ? { ...parameter, required: true } : parameter;
}

/** Commands of findings take the version in the body too. */
function mayNameItInTheBody({ requestBody }: Operation): boolean {
  const { $ref } = requestBody?.content?.['application/json']?.schema ?? {};
  return $ref === '#/components/schemas/FindingOrder';
}

/** `post /v1/customers/{customer}/notes/{note}/erase` is `postCustomersCustomerNotesNoteErase`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'v1');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Returns what an operation is about: `/v1/customers/{customer}/usage` about usage, `/v1/positions` about positions. */
export function chapterOf(path: string): string {
  const words = path.split('/').filter((word) => word !== '' && word !== 'v1' && !word.startsWith('{'));
  const word = (words[0] === 'customers' ? words[1] : words[0]) ?? words[0] ?? path;
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
}
