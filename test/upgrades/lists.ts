/** Somebody with an account, by the side whose list it stands in (`staff`, `customers/birch`) and their address. */
export type Who = { readonly side: string; readonly email: string };

/** What is asked for, and what of each item is compared. */
export type List = {
  readonly path: string;
  readonly say: readonly string[];
  /** Where the items stand in the answer; `whole`: the answer is the one item. */
  readonly items?: string;
  /** Who asks; the program itself when left out. */
  readonly as?: Who;
};

const member: Who = { side: 'customers/birch', email: 'lou@birch.example' };
const administrator: Who = { side: 'customers/birch', email: 'it@birch.example' };
const partner: Who = { side: 'partners/north', email: 'lee@north.example' };
const manager: Who = { side: 'staff', email: 'sam.ortiz@meridian.example' };
const account = ['email', 'role', 'status', 'invitedUntil', 'hasSecondFactor', 'signedInAt'];
const question = ['id', 'status', 'open', 'late', 'claim', 'outcome', 'promisedOn'];
const order = ['id', 'status', 'seen', 'madeAt', 'agreedAt', 'version'];
const review = ['id', 'status', 'cause', 'from', 'until', 'offeredBy', 'meeting', 'outcomes', 'open'];

/** Lists of the API, and what of their items a later release has to say as well: numbers and states, no wording. */
export const lists: Readonly<Record<string, List>> = {
  alerts: { path: '/v1/alerts?show=all', say: ['id', 'status', 'version', 'used', 'limit'] },
  audits: { path: '/v1/control-audits', say: ['quarter', 'status', 'open'] },
  customers: { path: '/v1/customers', say: ['id', 'name', 'size', 'agreements', 'flags'] },
  decisions: {
    path: '/v1/customers/alder/people/decisions',
    say: ['kind', 'identity', 'into', 'from', 'until', 'undone'],
  },
  deliveries: { path: '/v1/alert-deliveries', say: ['alert', 'recipient', 'status', 'attempts'] },
  duties: { path: '/v1/duties', say: ['agreement', 'duty', 'dueOn', 'state'] },
  filters: { path: '/v1/positions/filters', say: ['name', 'address', 'positions'] },
  papers: { path: '/v1/paper-imports', say: ['id', 'kind', 'status', 'counts'] },
  partners: { path: '/v1/partners', say: ['id', 'name', 'sellsTo', 'speaksFor', 'version'] },
  quotes: { path: '/v1/quotes', say: ['id', 'status', 'units', 'firstDay', 'lastDay', 'total', 'currency'] },
  sources: { path: '/v1/sources', say: ['customer', 'source', 'records', 'conflicts', 'disagreeing'] },
  team: { path: '/v1/team', say: ['name', 'role', 'active'] },
  usageImports: { path: '/v1/usage-imports', say: ['id', 'format', 'status', 'withdrawn'] },

  accountsOfCustomer: { path: '/v1/accounts/customers/birch', say: account },
  accountsOfPartner: { path: '/v1/accounts/partners/north', say: account },
  accountsOfStaff: { path: '/v1/accounts/staff', say: account },
  answerPolicy: {
    ...{ path: '/v1/answer-policy', items: 'whole' },
    say: ['questionDays', 'contestDays', 'holdDays', 'closeDays', 'zone', 'workdays', 'closedOn', 'version'],
  },
  apiTokens: { path: '/v1/api-tokens', say: ['name', 'role', 'createdAt', 'until', 'usedAt', 'revokedAt'] },
  changes: {
    path: '/v1/portal/elm/changes?since=2026-11-22T09:01:00Z',
    say: ['kind', 'at', 'clause', 'before', 'after'],
  },
  changesSeen: { path: '/v1/portal/birch/changes', as: member, items: 'whole', say: ['since'] },
  contests: {
    path: '/v1/portal/alder/contests?agreement=AG-alder&clause=seats',
    say: [...question, 'counted', 'recount', 'holdsUntil'],
  },
  insights: { path: '/v1/portal/birch/insights', items: 'whole', say: ['quarter', 'insights'] },
  lessons: {
    ...{ path: '/v1/portal/birch/onboarding', as: member, items: 'lessons' },
    say: ['state', 'changed', 'doneAt'],
  },
  mail: { path: '/v1/mail?limit=200', say: ['id', 'kind', 'status'] },
  notifications: { path: '/v1/notifications', as: manager, say: ['kind', 'place', 'at', 'seen'] },
  orderPolicy: { path: '/v1/order-policy', items: 'whole', say: ['version', 'rows', 'gaps'] },
  orders: { path: '/v1/orders', say: [...order, 'policy'] },
  ordersOfCustomer: { path: '/v1/portal/birch/orders', as: administrator, say: [...order, 'commands'] },
  ownAlerts: { path: '/v1/portal/birch/alerts', say: ['id', 'version', 'threshold', 'met', 'toldAt'] },
  ownWish: { path: '/v1/portal/birch/alert-wish', as: member, items: 'whole', say: ['channel', 'kinds'] },
  portal: { path: '/v1/portal', as: partner, say: ['id', 'name'] },
  questions: { path: '/v1/questions?show=all&limit=200', say: question },
  questionsOfPartner: { path: '/v1/portal/birch/questions', as: partner, say: question },
  reviewHeld: { path: '/v1/reviews/R-cedar-1', items: 'whole', say: [...review, 'digest', 'asOf', 'frozen'] },
  reviewPolicy: {
    ...{ path: '/v1/review-policy', items: 'whole' },
    say: ['everyMonths', 'beforeRenewalDays', 'version'],
  },
  reviews: { path: '/v1/reviews', say: review },
  singleSignOn: { path: '/v1/customers/birch/single-sign-on', items: 'whole', say: ['provider', 'version'] },
  upcomingDates: { path: '/v1/portal/birch/dates', as: member, say: ['kind', 'on', 'agreement'] },
  waysUp: {
    ...{ path: '/v1/portal/elm/ways-up', items: 'clauses' },
    say: ['limit', 'used', 'percent', 'openOrder'],
  },
};
