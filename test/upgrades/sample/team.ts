import type { SampleServer } from './server.ts';

type Person = { readonly id: string; readonly email: string; readonly version: number };

/** The people who work here (one of them left, one is forgotten), their table, rules, wishes and filters. */
export async function team({ ask }: SampleServer): Promise<string> {
  const add = async (name: string, role: string) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@meridian.example`;
    const { items } = await ask<{ items: readonly Person[] }>('POST', '/v1/team', {
      body: { name, email, role },
    });
    return items.find((one) => one.email === email)!;
  };
  const sam = await add('Sam Ortiz', 'license-manager');
  const left = await add('Jo Weber', 'deal-desk');
  const forgotten = await add('Al Osei', 'legal');
  for (const { id, version } of [left, forgotten]) await ask('POST', `/v1/team/${id}/retire`, { version });
  await ask('POST', `/v1/team/${forgotten.id}/erase`, { version: forgotten.version + 1 });
  await ask('PUT', '/v1/triage', { body: { rows: triage(sam.id) }, version: 0 });
  await rules(ask);
  const filter = { name: 'Close or beyond', address: 'status=near&status=beyond' };
  const { items } = await ask<{ items: readonly { id: string; version: number }[] }>(
    'POST',
    '/v1/positions/filters',
    { body: filter },
  );
  const { id, version } = items[0]!;
  await ask('PATCH', `/v1/positions/filters/${id}`, { body: { name: 'Near or beyond' }, version });
  return sam.id;
}

function triage(owner: string): object[] {
  const row = (tests: object, severity: string, sequence: number, dueDays: number | null) => ({
    tests,
    outcome: { severity, sequence, owner, dueDays },
  });
  return [
    row({ flags: { kind: 'hasAny', values: ['legal-hold', 'do-not-contact'] } }, 'low', 9, null),
    row({ stake: { kind: 'between', atLeast: '50', below: null, currency: 'EUR' } }, 'high', 1, 7),
    row({}, 'normal', 6, 30),
  ];
}

async function rules(ask: SampleServer['ask']): Promise<void> {
  const vendor = [
    { id: 'nine-tenths', threshold: { kind: 'percent', percent: '90' } },
    { id: 'before-renewal', threshold: { kind: 'forecast', before: 'renewal' } },
  ];
  await ask('PUT', '/v1/alert-rules', { body: { rules: vendor }, version: 0 });
  const own = [
    { id: 'few-left', threshold: { kind: 'remaining', units: '100' } },
    {
      id: 'bands',
      threshold: { kind: 'bands', bands: [{ upTo: null, left: { kind: 'percent', value: '5' } }] },
    },
  ];
  const ofCalls = '/v1/customers/birch/agreements/AG-birch/clauses/calls/alert-rules';
  await ask('PUT', ofCalls, { body: { rules: own }, version: 0 });
  const wish = (customer: string, who: string, channel: string, kinds: string[]) =>
    ask('PUT', `/v1/customers/${customer}/alert-wishes/${who}`, { body: { channel, kinds } });
  await wish('cedar', 'owner', 'email', ['near']);
  await wish('birch', 'contact', 'none', []);
}

/** Flags, an assignment, notes: one added to, one erased. */
export async function work({ ask }: SampleServer, staff: string): Promise<void> {
  const flag = (customer: string, kind: string, until: string | null) =>
    ask<{ items: readonly { id: string }[] }>('POST', `/v1/customers/${customer}/flags`, {
      body: { kind, until, reason: 'As they asked on the phone.' },
      once: `flag-${customer}`,
    });
  await flag('birch', 'in-renewal-talks', '2027-01-15T00:00:00Z');
  const { items } = await flag('cedar', 'do-not-contact', null);
  const reason = 'They want to hear from us again.';
  await ask('POST', `/v1/customers/cedar/flags/${items[0]!.id}/lift`, { body: { reason } });
  const place = { agreement: 'AG-cedar', clause: 'cad' };
  await ask('POST', '/v1/customers/cedar/assignments', { body: { ...place, staff } });
  type Work = { readonly notes: readonly { readonly id: string }[] };
  const note = (text: string) =>
    ask<Work>('POST', '/v1/customers/cedar/notes', { body: { text, author: staff } });
  const kept = (await note('They expect to order before the renewal.')).notes[0]!.id;
  await ask('POST', `/v1/customers/cedar/notes/${kept}/append`, { body: { text: 'They called again.' } });
  const erased = (await note('Written at the wrong customer.')).notes.find(({ id }) => id !== kept)!.id;
  await ask('POST', `/v1/customers/cedar/notes/${erased}/erase`);
}
