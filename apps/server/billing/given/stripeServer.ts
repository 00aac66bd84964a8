import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Form = Readonly<Record<string, string>>;
type Stored = { id: string; form: Form; status: string };
type Reply = { readonly status: number; readonly body: object };

/** What goes wrong with one request: an answer instead of what was asked for, or no answer after it was done. */
export type Trouble =
  | {
      readonly kind: 'answers';
      readonly status: number;
      readonly message?: string;
      /** It answers so again, as long as it knows the key. */
      readonly remembers?: boolean;
    }
  | { readonly kind: 'talks nonsense' | 'hangs up before' | 'hangs up after' };

/** One request as it came. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly form: Form;
  readonly headers: IncomingMessage['headers'];
};

/** As much of Stripe as billing needs, on this machine. */
export type StripeServer = {
  readonly url: string;
  readonly received: Received[];
  /** Invoices that are neither deleted nor void, with their items. */
  readonly live: () => readonly { readonly invoice: Stored; readonly items: readonly Stored[] }[];
  /** The request with this number (from 0, of all that come) goes wrong. */
  readonly trouble: Map<number, Trouble>;
  /** Stripe forgets keys after a day. */
  readonly forgetKeys: () => void;
  /** Somebody deletes the drafts by hand. */
  readonly deleteDrafts: () => void;
  /** Something of its own that Stripe adds to each invoice. */
  addition: number;
  readonly stop: () => Promise<void>;
};

export const stripeKey = 'sk_test_4711';

/** Starts it; it knows the customers `cus_1` and `cus_2`. */
export async function stripeServer(): Promise<StripeServer> {
  const received: Received[] = [];
  const trouble = new Map<number, Trouble>();
  const answers = new Map<string, { readonly asked: string; readonly reply: Reply }>();
  const invoices: Stored[] = [];
  const items: Stored[] = [];
  let numbers = 0;
  const of = (invoice: string) => items.filter(({ form }) => form.invoice === invoice);
  const shown = (invoice: Stored) => ({
    id: invoice.id,
    object: 'invoice',
    status: invoice.status,
    currency: invoice.form.currency,
    metadata: metadataOf(invoice.form),
    total: of(invoice.id).reduce((sum, { form }) => sum + Number(form.amount), it.addition),
  });
  const handle = ({ method, path, form }: Received): Reply => {
    const [, , what, id, action] = path.split('/');
    const invoice = invoices.find((one) => one.id === (id ?? form.invoice));
    if (method === 'GET' && !id)
      return listOf(
        what === 'invoices'
          ? [...invoices]
              .reverse()
              .filter((one) => one.form.customer === form.customer)
              .map(shown)
          : of(form.invoice!).map(({ id: item, form: made }) => ({ id: item, metadata: metadataOf(made) })),
        form,
      );
    if (method === 'POST' && !id && !/^cus_[12]$/.test(form.customer ?? '')) return missing('customer');
    if (method === 'POST' && what === 'invoices' && !id) {
      numbers++;
      const made = { id: `in_${numbers}`, form, status: 'draft' };
      invoices.push(made);
      return { status: 200, body: shown(made) };
    }
    if (!invoice) return missing('invoice');
    if (method === 'POST' && what === 'invoiceitems') {
      if (invoice.status !== 'draft') return { status: 400, body: said('The invoice is no draft.') };
      items.push({ id: `ii_${items.length + 1}`, form, status: '' });
      return { status: 200, body: { id: `ii_${items.length}`, metadata: metadataOf(form) } };
    }
    if (method === 'DELETE') invoices.splice(invoices.indexOf(invoice), 1);
    if (action === 'void') invoice.status = 'void';
    return { status: 200, body: shown(invoice) };
  };
  const once = (request: Received): Reply & { readonly replayed: boolean } => {
    const key = request.headers['idempotency-key'];
    const asked = JSON.stringify([request.path, request.form]);
    const first = typeof key === 'string' ? answers.get(key) : undefined;
    if (first && first.asked !== asked)
      return { status: 400, body: said('Keys can only be used with the same parameters.'), replayed: false };
    if (first) return { ...first.reply, replayed: true };
    const reply = handle(request);
    if (typeof key === 'string') answers.set(key, { asked, reply });
    return { ...reply, replayed: false };
  };
  const server = createServer(async (request, response) => {
    const read = await readRequest(request);
    const wrong = trouble.get(received.length);
    received.push(read);
    if (wrong?.kind === 'hangs up before') return void request.socket.destroy();
    if (wrong?.kind === 'answers') {
      const reply = { status: wrong.status, body: said(wrong.message) };
      const key = String(read.headers['idempotency-key']);
      if (wrong.remembers) answers.set(key, { asked: JSON.stringify([read.path, read.form]), reply });
      return send(response, reply);
    }
    if (wrong?.kind === 'talks nonsense') return send(response, { status: 200, body: { hello: 'world' } });
    if (read.headers.authorization !== `Bearer ${stripeKey}`)
      return send(response, { status: 401, body: said(`Invalid API Key provided: ${stripeKey}`) });
    const { replayed, ...reply } = once(read);
    if (wrong?.kind === 'hangs up after') return void request.socket.destroy();
    return send(response, reply, replayed ? { 'idempotent-replayed': 'true' } : {});
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const it: StripeServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    trouble,
    live: () =>
      invoices
        .filter(({ status }) => status !== 'void')
        .map((invoice) => ({ invoice, items: of(invoice.id) })),
    forgetKeys: () => answers.clear(),
    deleteDrafts: () => void invoices.splice(0),
    addition: 0,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
  return it;
}

async function readRequest(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url!, 'http://stripe');
  const body = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const form = Object.fromEntries([...url.searchParams, ...body]);
  return { method: request.method!, path: url.pathname, form, headers: request.headers };
}

/** Pages of two, so that reading on is seen. */
function listOf(all: readonly { readonly id: string }[], form: Form): Reply {
  const from = form.starting_after ? all.findIndex(({ id }) => id === form.starting_after) + 1 : 0;
  return { status: 200, body: { data: all.slice(from, from + 2), has_more: all.length > from + 2 } };
}

function metadataOf(form: Form): Form {
  const parts = Object.entries(form).filter(([name]) => name.startsWith('metadata['));
  return Object.fromEntries(parts.map(([name, value]) => [name.slice('metadata['.length, -1), value]));
}

function missing(what: string): Reply {
  return { status: 404, body: said(`No such ${what}`) };
}

function said(message = 'No.') {
  return { error: { type: 'invalid_request_error', message } };
}

function send(response: ServerResponse, { status, body }: Reply, headers: Form = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
