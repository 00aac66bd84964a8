/** A list as somebody opens it, goes on in it, and narrows it. `from`: where the page after the first begins. */
export type List = {
  readonly name: string;
  readonly path: string;
  /** A query that narrows it, where it can be narrowed. */
  readonly filtered?: string;
  /** How the list is read on from its middle: by a cursor, by an offset, or not at all as all of it comes at once. */
  readonly onwards: 'cursor' | 'offset' | 'whole';
};

/** Returns every list of the server; `heavy`: the customer with much of everything, `finding`: one of its findings. */
export function everyList(heavy: string, finding: string): readonly List[] {
  const of = `/v1/customers/${heavy}`;
  return [
    {
      name: 'positions',
      path: '/v1/positions',
      filtered: 'words=kestrel+seats&status=beyond',
      onwards: 'cursor',
    },
    {
      name: 'positions by severity',
      path: '/v1/positions?order=severity',
      filtered: 'severity=high',
      onwards: 'cursor',
    },
    {
      name: 'positions by renewal',
      path: '/v1/positions?order=renews',
      filtered: 'flag=none',
      onwards: 'cursor',
    },
    {
      name: 'positions by customer',
      path: '/v1/positions?order=customer',
      filtered: 'product=atlas',
      onwards: 'cursor',
    },
    { name: 'choices of filters', path: '/v1/positions/choices', onwards: 'whole' },
    { name: 'saved filters', path: '/v1/positions/filters', onwards: 'whole' },
    { name: 'customers', path: '/v1/customers', filtered: 'words=kestrel&segment=retail', onwards: 'cursor' },
    { name: 'alerts', path: '/v1/alerts?show=all', filtered: 'show=silenced', onwards: 'cursor' },
    { name: 'messages of alerts', path: '/v1/alert-deliveries', filtered: 'status=sent', onwards: 'cursor' },
    { name: 'duties', path: '/v1/duties', filtered: 'state=overdue', onwards: 'cursor' },
    { name: 'imports of usage', path: '/v1/usage-imports', filtered: 'status=failed', onwards: 'cursor' },
    { name: 'customers to import for', path: '/v1/usage-imports/customers?words=tarn', onwards: 'whole' },
    { name: 'imports of papers', path: '/v1/paper-imports', onwards: 'cursor' },
    {
      name: 'rows of such an import',
      path: '/v1/paper-imports/500/rows',
      filtered: 'outcome=changed',
      onwards: 'cursor',
    },
    { name: 'sources', path: '/v1/sources', filtered: 'show=unmatched&search=sato', onwards: 'cursor' },
    { name: 'silent sources', path: '/v1/sources?show=silent', filtered: 'search=sato', onwards: 'cursor' },
    { name: 'quotes', path: '/v1/quotes', filtered: 'status=quoted', onwards: 'cursor' },
    { name: 'partners', path: '/v1/partners', onwards: 'whole' },
    { name: 'team', path: '/v1/team', onwards: 'whole' },
    { name: 'triage', path: '/v1/triage', onwards: 'whole' },
    { name: 'control audits', path: '/v1/control-audits', onwards: 'whole' },
    { name: 'page of a customer', path: '/v1/customers/cu-00001/page', onwards: 'whole' },
    { name: 'page of the largest', path: `${of}/page`, onwards: 'whole' },
    { name: 'its people', path: `${of}/people`, filtered: 'search=person.4', onwards: 'cursor' },
    { name: 'people to merge', path: `${of}/people/suggestions`, onwards: 'whole' },
    { name: 'its conflicts', path: `${of}/conflicts`, filtered: 'source=%2Fgateway', onwards: 'offset' },
    { name: 'evidence of a finding', path: `${of}/findings/${finding}/evidence?window=0`, onwards: 'offset' },
    { name: 'its agreements', path: `${of}/agreements`, onwards: 'whole' },
    { name: 'its flags', path: `${of}/flags`, onwards: 'whole' },
    { name: 'work on it', path: `${of}/work`, onwards: 'whole' },
  ];
}
