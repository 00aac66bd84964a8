/** A JSON Schema of 2020-12, as far as OpenAPI documents made from zod use it. */
type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};
type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
type Parameter = {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: Schema;
};
type Operation = {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses?: Readonly<Record<string, Content>>;
};

/** An OpenAPI 3.1 document, as far as it is read here. */
export type OpenApi = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

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

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined)
    return `components["schemas"][${JSON.stringify(schema.$ref.split('/').at(-1))}]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return `(${either.map(typeOf).join(' | ')})`;
  if (schema.allOf) return `(${schema.allOf.map(typeOf).join(' & ')})`;
  if (typeof schema.type !== 'string' && schema.type)
    return `(${schema.type.map((type) => typeOf({ ...schema, type })).join(' | ')})`;
  return plainType(schema);
}

function plainType(schema: Schema): string {
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return schema.prefixItems
        ? `[${schema.prefixItems.map(typeOf).join(', ')}]`
        : `(${typeOf(schema.items ?? {})})[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const each = Object.entries(properties).map(
    ([name, schema]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  const other =
    typeof additionalProperties === 'object' ? ` & Record<string, ${typeOf(additionalProperties)}>` : '';
  return each.length === 0 && other ? other.slice(3) : `{ ${each.join('; ')} }${other}`;
}
