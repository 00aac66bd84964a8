import { methods, type OpenApi, type Operation, type Parameter, typeOf } from '#platform/openApi.ts';

/** One operation as the page shows it. `schema` texts are laid out as types, one line a property. */
export type ShownOperation = {
  /** Where it stands on the page: the part of the address behind #. */
  readonly id: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly { name: string; place: string; needed: boolean; type: string }[];
  readonly body: readonly { type: string; schema: string }[];
  readonly answers: readonly { status: string; type: string; schema: string }[];
  readonly example: string;
};

/** What belongs together: the operations under one first word of the address. */
export type Chapter = { readonly name: string; readonly operations: readonly ShownOperation[] };

/** Returns the operations of a document in chapters, both in order of their addresses. */
export function chaptersOf({ paths }: OpenApi, origin: string): Chapter[] {
  const chapters = new Map<string, ShownOperation[]>();
  for (const [path, item] of Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const name = operation.tags?.[0] ?? 'Other';
      chapters.set(name, [...(chapters.get(name) ?? []), shownOf(method, path, operation, origin)]);
    }
  }
  return [...chapters]
    .map(([name, operations]) => ({ name, operations }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the schemas with a name, in order of their names. */
export function schemasOf({ components }: OpenApi): { readonly name: string; readonly text: string }[] {
  return Object.entries(components?.schemas ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => ({ name, text: laidOut(typeOf(schema)) }));
}

type Piece = { readonly text: string } | { readonly name: string };

/** Cuts a type's text at the names of schemas, so that they can be links. */
export function piecesOf(text: string): Piece[] {
  return text.split(/components\["schemas"\]\["([^"]+)"\]/).flatMap((piece, index): Piece[] => {
    if (index % 2 === 1) return [{ name: piece }];
    return piece === '' ? [] : [{ text: piece }];
  });
}

function shownOf(method: string, path: string, operation: Operation, origin: string): ShownOperation {
  const { summary = '', parameters = [], requestBody, responses = {} } = operation;
  const body = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => ({
    type,
    schema: laidOut(typeOf(schema ?? {})),
  }));
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content).map(([type, { schema }]) => ({
      status,
      type,
      schema: laidOut(typeOf(schema ?? {})),
    })),
  );
  return {
    id: operation.operationId ?? `${method} ${path}`,
    key: `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary,
    parameters: parameters.map(({ name, in: place, required, schema }) => ({
      name,
      place: place === 'path' ? 'address' : place,
      needed: required ?? false,
      type: typeOf(schema ?? {}),
    })),
    body,
    answers,
    example: exampleOf({ method, path, type: body[0]?.type, headers: headersOf(parameters) }, origin),
  };
}

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly type: string | undefined;
  readonly headers: readonly string[];
};

function exampleOf({ method, path, type, headers }: Asked, origin: string): string {
  const order = method === 'get' ? '' : ` -X ${method.toUpperCase()}`;
  const said = headers.map((header) => ` -H '${header}'`).join('');
  const sent = type ? ` -H 'content-type: ${type}' --data-binary @FILE` : '';
  return `curl${order}${said}${sent} '${origin}${path}'`;
}

/** The headers a careful program sends. */
function headersOf(parameters: readonly Parameter[]): string[] {
  const examples: Readonly<Record<string, string>> = {
    'if-match': '"7"',
    'idempotency-key': 'a-key-of-your-own',
  };
  return parameters.flatMap(({ in: place, name }) =>
    place === 'header' && examples[name] ? [`${name}: ${examples[name]}`] : [],
  );
}

/** Breaks a type at its braces, each level two spaces deeper. */
export function laidOut(type: string): string {
  let depth = 0;
  let quoted = false;
  let text = '';
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const sign of type) {
    if (sign === '"') quoted = !quoted;
    if (sign === ' ' && /\n *$/.test(text)) continue;
    if (quoted || !'{};'.includes(sign)) text += sign;
    else if (sign === '{') {
      depth += 1;
      text += `{${line()}`;
    } else if (sign === '}') {
      depth -= 1;
      text = `${text.trimEnd()}${line()}}`;
    } else text = `${text.trimEnd()};${line()}`;
  }
  return text
    .replace(/\{\s*\}/g, '{}')
    .replace(/\} \)/g, '})')
    .replace(/"([A-Za-z_]\w*)"(\??:)/g, '$1$2');
}
