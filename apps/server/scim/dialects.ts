import { type Resource, ScimError } from './protocol.ts';

/**
 * Returns a body in which what widespread directories write differently reads as the RFCs have it: `active` as a text
 * (Microsoft Entra ID).
 */
export function plainBody(body: unknown): unknown {
  if (!isObject(body)) return body;
  const active = Object.keys(body).find((name) => name.toLowerCase() === 'active');
  return active === undefined ? body : { ...body, [active]: truth(body[active]) };
}

const mostOperations = 500;

/**
 * Returns a patch in the same way: `active` as a text; a list of members to be removed as one removal each; the removal
 * of a member or value that is not there left out, since it is gone already; a value set in an entry that does not exist
 * yet (`emails[type eq "work"].value`) as the addition of that entry.
 */
export function plainPatch(message: unknown, before: Resource): unknown {
  if (!isObject(message) || !Array.isArray(message.Operations)) return message;
  // Each is applied to the whole resource, and everybody else waits meanwhile.
  if (message.Operations.length > mostOperations)
    throw new ScimError(
      413,
      'tooMany',
      `A patch may hold at most ${mostOperations} operations: send several.`,
    );
  return { ...message, Operations: message.Operations.flatMap((one: unknown) => operations(one, before)) };
}

function operations(operation: unknown, before: Resource): unknown[] {
  if (!isObject(operation)) return [operation];
  const { op, path, value } = operation;
  if (typeof op !== 'string') return [operation];
  const one: Resource = { ...operation, op: op.toLowerCase() };
  if (path === undefined || path === '') {
    const { path: _, ...whole } = one;
    return [{ ...whole, ...('value' in one ? { value: plainBody(value) } : {}) }];
  }
  if (typeof path !== 'string') return [one];
  if (path.toLowerCase() === 'active') return [{ ...one, value: truth(value) }];
  if (one.op === 'remove' && path.toLowerCase() === 'members' && Array.isArray(value))
    return value.flatMap((member) =>
      isObject(member) && hasEntry(before, 'members', 'value', member.value)
        ? [{ op: 'remove', path: `members[value eq ${JSON.stringify(member.value)}]` }]
        : [],
    );
  return byEntry(one, path, before);
}

const entry = /^(\w+)\[(\w+) eq "([^"]*)"\](?:\.(\w+))?$/i;

function byEntry(operation: Resource, path: string, before: Resource): unknown[] {
  const [, list, key, named, part] = entry.exec(path) ?? [];
  if (list === undefined || key === undefined || hasEntry(before, list, key, named)) return [operation];
  if (operation.op === 'remove') return [];
  if (part === undefined) return [operation];
  return [{ op: 'add', path: list, value: [{ [key]: named, [part]: operation.value }] }];
}

function hasEntry(before: Resource, list: string, key: string, value: unknown): boolean {
  const entries = before[list];
  return Array.isArray(entries) && entries.some((one) => isObject(one) && one[key] === value);
}

function truth(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : value;
}

function isObject(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
