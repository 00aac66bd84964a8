import SCIMMY from 'scimmy';

/** What a directory is told when a request cannot be carried out (RFC 7644, 3.12). */
export class ScimError extends Error {
  readonly status: number;
  readonly scimType: string | null;
  constructor(status: number, scimType: string | null, detail: string) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
  }
}

/** A resource as it stands in an answer or a request. */
export type Resource = Record<string, unknown>;
export type Kind = 'User' | 'Group';

SCIMMY.Resources.declare(SCIMMY.Resources.User).extend(SCIMMY.Schemas.EnterpriseUser, false);
SCIMMY.Resources.declare(SCIMMY.Resources.Group);
SCIMMY.Config.set({
  patch: true,
  etag: true,
  sort: false,
  changePassword: false,
  bulk: false,
  filter: { supported: true, maxResults: 500 },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A token made for one customer in Goodterms',
    },
  ],
});

const schemas = { User: SCIMMY.Schemas.User, Group: SCIMMY.Schemas.Group };
/** Never kept, and none of our business: a password. */
const neverKept = ['password', 'meta', 'id', 'groups', 'schemas'];

/** Returns the attributes of a body as they are kept. Refuses with a `ScimError` what its schema does not allow. */
export function accepted(kind: Kind, body: unknown): Resource {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ScimError(400, 'invalidSyntax', 'The body is no JSON object.');
  const parsed = plain(refusing(() => new schemas[kind](body as never, 'in')));
  for (const name of neverKept) delete parsed[name];
  return parsed;
}

/** Returns the attributes after a patch (RFC 7644, 3.5.2), operations taken in their order. */
export async function patched(kind: Kind, before: Resource, message: unknown): Promise<Resource> {
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw new ScimError(400, 'invalidSyntax', 'The body is no JSON object.');
  let result = before;
  try {
    const patch = new SCIMMY.Messages.PatchOp(message as never);
    await patch.apply(new schemas[kind](before as never, 'out') as never, async (instance) => {
      result = plain(instance);
      return instance as never;
    });
  } catch (error) {
    throw asScimError(error);
  }
  return accepted(kind, result);
}

/** Returns a resource as it is answered: with its place, and only the attributes that were asked for. */
export function shown(kind: Kind, resource: Resource, place: string, query: Query = {}): Resource {
  const { attributes } = parsedQuery(kind, query);
  return plain(refusing(() => new schemas[kind](resource as never, 'out', place, attributes as never)));
}

/** The parameters of a list, as they stand in the address. */
export type Query = {
  readonly filter?: string;
  readonly attributes?: string;
  readonly excludedAttributes?: string;
};

/** Returns what of the resources a filter lets through; strings are compared without regard to case. */
export function filtered(kind: Kind, resources: readonly Resource[], query: Query): Resource[] {
  if (query.filter === undefined) return [...resources];
  parsedQuery(kind, query);
  const filter = parsedQuery(kind, { filter: query.filter.toLowerCase() }).filter!;
  return resources.filter((one) => {
    try {
      return filter.match([JSON.parse(JSON.stringify(one).toLowerCase())]).length > 0;
    } catch (error) {
      // The library looks into what a resource does not have: then it does not match.
      if (error instanceof TypeError) return false;
      throw error;
    }
  });
}

/** Returns the value that a filter wants an attribute to have, where that is all it says. */
export function soleEquality(query: Query, attribute: string): string | undefined {
  const match = /^\s*([\w.]+)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*$/i.exec(query.filter ?? '');
  if (match?.[1]?.toLowerCase() !== attribute.toLowerCase()) return undefined;
  return JSON.parse(`"${match[2]}"`) as string;
}

/** Returns the documents a directory reads first: what we can do, which resources there are, what they look like. */
export async function discovery(name: string, id: string | undefined): Promise<Resource> {
  const { ServiceProviderConfig, ResourceType, Schema } = SCIMMY.Resources;
  const kinds = { ServiceProviderConfig, ResourceTypes: ResourceType, Schemas: Schema } as const;
  try {
    const kind = kinds[name as keyof typeof kinds];
    return plain(await (id === undefined ? new kind() : new kind(id)).read());
  } catch (error) {
    throw asScimError(error);
  }
}

function parsedQuery(kind: Kind, query: Query) {
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
  return refusing(() => new SCIMMY.Resources[kind](asked as never)) as unknown as {
    filter?: { match(values: unknown[]): unknown[] };
    attributes?: unknown;
  };
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asScimError(error);
  }
}

/** What the library refuses is the sender's to correct; anything else is thrown on. */
function asScimError(error: unknown): unknown {
  if (error instanceof SCIMMY.Types.Error)
    return new ScimError(error.status, error.scimType ?? null, error.message);
  if (error instanceof TypeError) return new ScimError(400, 'invalidValue', error.message);
  return error;
}

function plain(value: unknown): Resource {
  return JSON.parse(JSON.stringify(value)) as Resource;
}
