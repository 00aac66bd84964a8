import { methods, type OpenApi, type Operation, typeOf } from '#platform/openApi.ts';

/** One operation as the page shows it. `schema` texts are laid out as types, one line a property. */
export type ShownOperation = {
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
      const name = chapterOf(path);
      chapters.set(name, [...(chapters.get(name) ?? []), shownOf(method, path, operation, origin)]);
    }
  }
  return [...chapters]
    .map(([name, operations]) => ({ name, operations }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `/v1/customers/{customer}/usage` is about usage, `/v1/positions` about positions. */
function chapterOf(path: string): string {
  const words = path.split('/').filter((word) => word !== '' && word !== 'v1' && !word.startsWith('{'));
  const word = (words[0] === 'customers' ? words[1] : words[0]) ?? words[0] ?? path;
  return word.charAt(0).toUpperCase() + word.slice(1).replaceAll('-', ' ');
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
    example: exampleOf(method, path, body[0]?.type, origin),
  };
}

function exampleOf(method: string, path: string, type: string | undefined, origin: string): string {
  const order = method === 'get' ? '' : ` -X ${method.toUpperCase()}`;
  const sent = type ? ` -H 'content-type: ${type}' --data-binary @FILE` : '';
  return `curl${order}${sent} '${origin}${path}'`;
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
