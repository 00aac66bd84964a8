import {
  type Content,
  methods,
  type OpenApi,
  type Operation,
  type Parameter,
  typeOf,
} from '#platform/openApi.ts';

/**
 * Returns the types of a document's operations in the shape that `openapi-fetch` reads, as the text of a TypeScript
 * declaration file: paths in order of their names, so that the same document always gives the same text.
 */
export function clientTypes({ paths, components }: OpenApi): string {
  const named = Object.entries(components?.schemas ?? {})
    .sort(byName)
    .map(([name, schema]) => `${JSON.stringify(name)}: ${typeOf(schema)};`)
    .join('\n');
  const operations = Object.entries(paths).sort(byName);
  return [
    '/** Made from the OpenAPI document by `npm run client`; not to be edited. */',
    'export type paths = {',
    ...operations.map(([path, item]) => `${JSON.stringify(path)}: ${pathType(item)};`),
    '};',
    `export type components = { schemas: ${named === '' ? 'Record<never, never>' : `{ ${named} }`} };`,
    '',
  ].join('\n');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function pathType(item: Readonly<Record<string, Operation>>): string {
  const parts = methods.map((method) => {
    const operation = item[method];
    return operation ? `${method}: ${operationType(operation)}` : `${method}?: never`;
  });
  return `{ parameters: { query?: never; header?: never; path?: never; cookie?: never }; ${parts.join('; ')} }`;
}

function operationType({ summary, parameters = [], requestBody, responses = {} }: Operation): string {
  const places = (['query', 'header', 'path', 'cookie'] as const).map((place) =>
    parametersType(
      place,
      parameters.filter((one) => one.in === place),
    ),
  );
  const optional = requestBody?.required ? '' : '?';
  const body = requestBody ? `requestBody${optional}: ${contentType(requestBody)}` : 'requestBody?: never';
  const answers = Object.entries(responses).map(([status, answer]) => `${status}: ${contentType(answer)}`);
  const said = summary ? `/** ${summary.replaceAll('*/', '* /')} */\n` : '';
  return `{ ${said}parameters: { ${places.join('; ')} }; ${body}; responses: { ${answers.join('; ')} } }`;
}

function parametersType(place: string, parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return `${place}?: never`;
  const needed = parameters.some(({ required }) => required);
  const each = parameters.map(
    ({ name, required, schema }) => `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema ?? {})}`,
  );
  return `${place}${needed ? '' : '?'}: { ${each.join('; ')} }`;
}

function contentType({ content }: Content): string {
  if (!content) return '{ headers: Record<string, unknown>; content?: never }';
  const each = Object.entries(content).map(
    ([type, { schema }]) => `${JSON.stringify(type)}: ${typeOf(schema ?? {})}`,
  );
  return `{ headers: Record<string, unknown>; content: { ${each.join('; ')} } }`;
}
