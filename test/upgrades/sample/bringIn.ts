import { agreements, catalog, customers } from './papers.ts';
import type { SampleServer } from './server.ts';
import { call, serverColumns, servers, usage } from './usage.ts';

const yaml = 'application/yaml';
const bytes = 'application/octet-stream';

/** The papers as whole files. */
export async function papers({ ask }: SampleServer): Promise<void> {
  await ask('POST', '/v1/imports/catalog', { body: catalog, type: yaml });
  await ask('POST', '/v1/imports/customers', { body: customers, type: yaml });
  await ask('POST', '/v1/imports/agreements', { body: agreements, type: yaml });
}

/** Usage as whole files. */
export async function files({ ask, settle }: SampleServer): Promise<void> {
  for (const { customer, query, body } of usage)
    await ask('POST', `/v1/customers/${customer}/usage?${query}`, { body, type: bytes });
  await settle();
}

type Import = { readonly id: string };

/** A file that is looked at before it is taken, and comes again; imports withdrawn, one of them restored; one canceled. */
export async function jobs({ ask, settle }: SampleServer): Promise<void> {
  const path = '/v1/customers/dogwood/usage-imports';
  const upload = (file: string, body: string) =>
    ask<Import>('POST', `${path}?file=${file}`, { body, type: bytes });
  const order = { format: 'csv', options: serverColumns };
  const run = async (file: string) => {
    const { id } = await upload(file, servers);
    await ask('POST', `${path}/${id}/preview`, { body: order });
    await ask('POST', `${path}/${id}/start`, { body: order });
    await settle();
    return id;
  };
  const first = await run('servers.csv');
  const again = await run('servers-again.csv');
  await ask('POST', `${path}/${first}/withdraw`, { body: { reason: 'The list of another site.' } });
  await ask('POST', `${path}/${again}/withdraw`, { body: { reason: 'Withdrawn in haste.' } });
  await ask('POST', `${path}/${again}/restore`, { body: { reason: 'It was the right list.' } });
  const { id: looked } = await upload('looked-at.csv', servers);
  await ask('POST', `${path}/${looked}/cancel`);
  const { id: broken } = await upload('broken.ndjson', '{"specversion":"1.0"');
  await ask('POST', `${path}/${broken}/start`, { body: { format: 'otlp' } });
  await upload('waits.csv', servers);
  await settle();
}

/** Two contents of one record: of each pair one is chosen, one choice is taken back. */
export async function conflicts({ ask }: SampleServer): Promise<void> {
  type Conflict = {
    readonly id: string;
    readonly source: string;
    readonly contents: readonly { readonly quantity: string; readonly digest: string }[];
  };
  const path = '/v1/customers/birch/conflicts';
  const list = await ask<{ conflicts: readonly Conflict[] }>('GET', path);
  for (const wanted of ['twice', 'thrice']) {
    const { id, source, contents } = list.conflicts.find((one) => one.id === wanted)!;
    const { digest } = contents.find(({ quantity }) => quantity === '2')!;
    const reason = 'The gateway sent it again, corrected.';
    await ask('POST', `${path}/choose`, { body: { source, id, digest, reason } });
  }
  await ask('POST', `${path}/undo`, { body: { choice: '2', reason: 'Both were wrong.' } });
}

/** Tables of the sales team: one applied with a map of its own, two undone, one only looked at, one as it came. */
export async function tables({ ask, settle }: SampleServer): Promise<void> {
  const path = '/v1/paper-imports';
  type Paper = { readonly id: number; readonly digest: string };
  const upload = (kind: string, rows: readonly string[]) =>
    ask<Paper>('POST', `${path}?kind=${kind}&file=${kind}.csv`, { body: rows.join('\n'), type: bytes });
  const preview = ({ id }: Paper) => ask<Paper>('POST', `${path}/${id}/preview`);
  const apply = async (paper: Paper) => {
    const { id, digest } = await preview(paper);
    await ask('POST', `${path}/${id}/apply`, { body: { digest, rows: 'good' } });
    return id;
  };
  const undo = (id: number) => ask('POST', `${path}/${id}/undo`, { body: { leaveChanged: false } });

  const mapped = await upload('customers', ['Nr,Firma,Klasse', 'birch,Birch Analytics Ltd,A', '']);
  const map = {
    columns: ['id', 'name', 'size'],
    numbers: null,
    dates: null,
    values: { size: { A: 'large' } },
  };
  await ask('PUT', `${path}/${mapped.id}/map`, { body: { map } });
  await apply(mapped);
  const sold = ['Id,Name,Contact name,Contact email,Contact role,Sells to,Speaks for'];
  await apply(
    await upload('partners', [...sold, 'north,Channel North,Lee Park,lee@north.example,Sales,birch,elm', '']),
  );
  await undo(await apply(await upload('openOrders', orders('cedar', 'OO-1', 'cad'))));
  const lines = ['Agreement,Id,Clause,Product,Quantity,Source', 'AG-cedar,OL-9,cad,forge,4,PO 99', ''];
  await undo(await apply(await upload('orderLines', lines)));
  await preview(await upload('openOrders', orders('nobody', 'OO-2', 'cad')));
  await upload('openOrders', orders('elm', 'OO-3', 'users'));
  await settle();
}

function orders(customer: string, id: string, clause: string): string[] {
  return ['Customer,Id,Clause,Units,Since', `${customer},${id},${clause},1,2026-11-02`, ''];
}

/** A directory pushes users and a group; who is deactivated gives the seat back; another door is closed again. */
export async function directory({ ask, settle }: SampleServer): Promise<void> {
  const path = '/v1/customers/elm/scim-tokens';
  const door = (source: string) =>
    ask<{ id: string; token: string }>('POST', path, { body: { source, feature: 'portal.user' } });
  const { token } = await door('entra');
  const closed = await door('okta');
  await ask('POST', `${path}/${closed.id}/revoke`);
  const push = <T>(method: string, rest: string, message: string, more: object) => {
    const body = JSON.stringify({ schemas: [`urn:ietf:params:scim:${message}`], ...more });
    return ask<T>(method, `/scim/v2/elm${rest}`, { body, type: 'application/scim+json', token });
  };
  const hire = (name: string) =>
    push<{ id: string }>('POST', '/Users', 'schemas:core:2.0:User', {
      userName: `${name}@elm.example`,
      externalId: `e-${name}`,
      active: true,
    });
  const ann = await hire('ann');
  const bob = await hire('bob');
  await hire('cy');
  const Operations = [{ op: 'replace', path: 'active', value: false }];
  await push('PATCH', `/Users/${bob.id}`, 'api:messages:2.0:PatchOp', { Operations });
  await push('POST', '/Groups', 'schemas:core:2.0:Group', {
    displayName: 'Teachers',
    members: [{ value: ann.id }],
  });
  await settle();
}

/** What is known is edited: a customer created, one changed, a partner, an agreement corrected, a permit ended, new prices. */
export async function edits({ ask, settle }: SampleServer): Promise<void> {
  type Text = { readonly version: number; readonly text: string };
  type Form = { readonly version: number; readonly form: { readonly name: string } & object };
  const elm = await ask<Form>('GET', '/v1/customers/elm');
  await ask('PUT', '/v1/customers/elm', {
    body: { ...elm.form, name: 'Elm School Group' },
    version: elm.version,
  });
  await ask('POST', '/v1/customers', { body: { ...elm.form, id: 'fir', name: 'Fir Press' } });
  const north = await ask<{ version: number }>('GET', '/v1/partners/north');
  await ask('PUT', '/v1/partners/north', {
    body: { ...north, name: 'Channel Far North' },
    version: north.version,
  });
  const path = '/v1/customers/dogwood/agreements/AG-dogwood';
  const terms = await ask<Text>('GET', path);
  const text = terms.text.replace('Terms of dogwood', 'Beacon Server for Dogwood Energy');
  const { version } = await ask<Text>('PUT', path, { body: { text }, version: terms.version });
  await ask('POST', `${path}/variations/FB-1/revoke`, { body: {}, version });
  const book = await ask<Text>('GET', '/v1/catalog');
  const next = `${catalogOf(book.text)}`;
  await ask('PUT', '/v1/catalog', { body: { text: next }, version: book.version });
  await settle();
}

/** The catalog with a book of the next year, so that two of a currency stand after another. */
function catalogOf(text: string): string {
  const book = `priceBooks:
  - id: PB-EUR-2027
    currency: EUR
    from: 2027-01-01
    components:
      - { id: user, product: portal, unit: user, per: month, model: unit, price: 9, proration: second }
`;
  return text.replace(/^priceBooks:\n/m, book);
}

/** The last calls of the day: another alert, which waits to be sent. */
export async function lastCalls({ ask, settle }: SampleServer): Promise<void> {
  const body = call('last', '2026-11-21', 250);
  await ask('POST', '/v1/customers/birch/usage?format=cloudevents&file=last.ndjson', { body, type: bytes });
  await settle();
}
