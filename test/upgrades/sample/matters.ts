import type { SampleServer } from './server.ts';

type Listed<T> = { readonly items: readonly T[] };

/** Two keys are one person, a machine is left out, a decision is taken back, a person erased: the finding is gone. */
export async function people({ ask, settle }: SampleServer): Promise<void> {
  const path = '/v1/customers/alder/people';
  const { items } = await ask<Listed<{ id: string; key: string }>>('GET', path);
  const of = (name: string) => items.find(({ key }) => key.startsWith(`${name}@`))!.id;
  const span = { from: '2026-11-01T00:00:00Z', reason: 'They said so.' };
  const body = { identity: of('last.nine'), into: of('nine.last'), ...span };
  await ask('POST', `${path}/merges`, { body, once: 'merge-nine' });
  await ask('POST', `${path}/leave-outs`, { body: { identity: of('svc-backup'), ...span } });
  const { decision } = await ask<{ decision: string }>('POST', `${path}/leave-outs`, {
    body: { identity: of('eight.last'), ...span },
  });
  await ask('POST', `${path}/decisions/${decision}/undo`, { body: { reason: 'A person after all.' } });
  await ask('POST', `${path}/${of('seven.last')}/erase`);
  await settle();
}

type Page = { readonly findings: readonly { readonly key: string; readonly version: number }[] };

/** Two findings are confirmed, one of them settled by a quote; one is dismissed; another waits for somebody. */
export async function findings({ ask, settle }: SampleServer): Promise<void> {
  const tell = async (customer: string, of: string, command: string, order: object) => {
    const { findings } = await ask<Page>('GET', `/v1/customers/${customer}/page`);
    const { key, version } = findings.find((one) => one.key.startsWith(`F-${customer}-${of}`))!;
    const path = `/v1/customers/${customer}/findings/${key}/${command}`;
    await ask('POST', path, { body: { expectedVersion: version, ...order }, once: `${command}-${of}` });
    return key;
  };
  const dismissal = { cause: 'vendor-mistake', reason: 'It was our own mistake.' };
  await tell('cedar', 'cad-2026-09', 'dismiss', dismissal);
  await tell('birch', 'territory', 'confirm', { cause: 'misconfiguration' });
  const key = await tell('birch', 'calls', 'confirm', { cause: 'growth' });
  await settle();
  await quotes({ ask, settle }, key);
}

/** What was agreed is billed by a file and settled; one quote is withdrawn, one is open. */
async function quotes({ ask, settle }: Pick<SampleServer, 'ask' | 'settle'>, finding: string): Promise<void> {
  type Quote = {
    readonly id: string;
    readonly digest: string;
    readonly currency: string;
    readonly total: string;
  };
  const make = (customer: string, body: object) =>
    ask<Quote>('POST', `/v1/customers/${customer}/quotes`, { body, once: `quote-${customer}` });
  const { id, digest, total, currency } = await make('birch', { finding });
  const on = '2026-11-22';
  await ask('POST', `/v1/quotes/${id}/agree`, { body: { digest, on, by: 'Kim of Birch, by letter' } });
  await settle();
  await ask('POST', `/v1/quotes/${id}/bill`, { body: { port: 'csv' } });
  await ask('POST', `/v1/quotes/${id}/settle`, { body: { invoice: 'IN-7', amount: total, currency, on } });
  const account = '/v1/customers/birch/billing-account';
  await ask('PUT', account, { body: { stripe: 'cus_Birch1' }, version: 0 });
  const more = { agreement: 'AG-alder', clause: 'seats', units: '3' };
  const { id: withdrawn } = await make('alder', more);
  await ask('POST', `/v1/quotes/${withdrawn}/withdraw`, { body: { reason: 'They want five.' } });
  await ask('POST', '/v1/customers/alder/quotes', { body: { ...more, units: '5' } });
  await settle();
}

/** An alert is acknowledged for a while, after it was sent. */
export async function alerts({ ask, deliver, settle }: SampleServer): Promise<void> {
  await deliver();
  type Alert = { readonly id: string; readonly version: number };
  const { items } = await ask<Listed<Alert>>('GET', '/v1/alerts?customer=alder');
  const { id, version } = items[0]!;
  const body = { reason: 'They order next week.', until: '2026-12-20T00:00:00Z' };
  await ask('POST', `/v1/customers/alder/alerts/${id}/acknowledge`, { body, version });
  await settle();
}

/** One report has come in, one was thought to have; the checklist of the quarter is run. */
export async function duties({ ask }: SampleServer, staff: string): Promise<void> {
  type Due = {
    readonly agreement: string;
    readonly duty: { readonly id: string };
    readonly dueOn: string;
    readonly receipt: { readonly id: string } | null;
  };
  const path = '/v1/customers/dogwood/duties';
  const due = () => ask<Listed<Due>>('GET', '/v1/duties?customer=dogwood');
  for (const { agreement, duty, dueOn } of (await due()).items.slice(0, 2))
    await ask('POST', `${path}/receive`, {
      body: { agreement, duty: duty.id, dueOn, receivedOn: '2026-11-10' },
    });
  const { agreement, duty, receipt } = (await due()).items[1]!;
  const reason = 'It was the list of another customer.';
  await ask('POST', `${path}/undo`, { body: { agreement, duty: duty.id, receipt: receipt!.id, reason } });
  type Audit = {
    readonly quarter: string;
    readonly controls: readonly {
      readonly code: string;
      readonly task: { readonly status: string } | null;
    }[];
  };
  const { quarter, controls } = await ask<Audit>('POST', '/v1/control-audits');
  const open = controls.filter(({ task }) => task?.status === 'open');
  const tasks = `/v1/control-audits/${quarter}/tasks`;
  await ask('POST', `${tasks}/${open[0]!.code}/assign`, { body: { staff, dueOn: '2026-12-06' } });
  await ask('POST', `${tasks}/${open[1]!.code}/accept`, { body: { reason: 'Known, and small.' } });
}
