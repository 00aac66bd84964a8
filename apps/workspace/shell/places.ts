import type { Action } from '#business/identity/can.ts';

/**
 * A place of the workspace: its address, its name in the menu, what it takes to open it, and the page of docs/guide that
 * is its help (a part of it after `#`).
 */
export type Place = {
  readonly to: string;
  readonly name: string;
  readonly can: Action;
  readonly help: string;
};

/** Everything the menu holds, by what it is about. */
export const groups = [
  {
    name: 'My work',
    places: [
      { to: '/tasks', name: 'My tasks', can: 'work.read', help: 'workspace#my-tasks' },
      { to: '/notifications', name: 'Notifications', can: 'work.read', help: 'workspace#notifications' },
    ],
  },
  {
    name: 'Customers',
    places: [
      { to: '/', name: 'Positions', can: 'work.read', help: 'positions' },
      { to: '/customers', name: 'Customers', can: 'work.read', help: 'editing' },
      { to: '/questions', name: 'Questions', can: 'work.read', help: 'questions' },
      { to: '/reviews', name: 'Reviews', can: 'work.read', help: 'reviews' },
      { to: '/alerts', name: 'Alerts', can: 'work.read', help: 'alerts' },
      { to: '/duties', name: 'Duties', can: 'work.read', help: 'positions#duties' },
    ],
  },
  {
    name: 'Data',
    places: [
      { to: '/sources', name: 'Sources', can: 'work.read', help: 'sources' },
      { to: '/imports', name: 'Usage files', can: 'work.read', help: 'usage-imports' },
      { to: '/papers', name: 'Spreadsheets', can: 'work.read', help: 'tables' },
    ],
  },
  {
    name: 'Money',
    places: [
      { to: '/orders', name: 'Orders', can: 'work.read', help: 'ways-up' },
      { to: '/quotes', name: 'Quotes', can: 'work.read', help: 'quotes' },
      { to: '/catalog', name: 'Catalog', can: 'work.read', help: 'prices' },
      { to: '/partners', name: 'Partners', can: 'work.read', help: 'editing' },
    ],
  },
  {
    name: 'Policy',
    places: [
      { to: '/alerts/rules', name: 'Alert rules', can: 'work.read', help: 'alerts' },
      { to: '/triage', name: 'Triage', can: 'work.read', help: 'positions#triage' },
      {
        to: '/order-policy',
        name: 'Who orders at once',
        can: 'work.read',
        help: 'ways-up#who-orders-at-once',
      },
      { to: '/controls', name: 'Controls', can: 'work.read', help: 'controls' },
    ],
  },
  {
    name: 'Settings',
    places: [
      { to: '/team', name: 'Team', can: 'work.read', help: 'positions#team-assignments-notes' },
      { to: '/mail', name: 'Mail', can: 'mail.read', help: 'sign-in#letters' },
      { to: '/api', name: 'API', can: 'work.read', help: 'api' },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly places: readonly Place[] }[];

/** All places of the menu, in its order. */
export const places: readonly Place[] = groups.flatMap((group): readonly Place[] => group.places);

/** Pages that stand in no menu, by the beginning and the end of their address. The first that fits counts. */
const within: readonly (Omit<Place, 'to' | 'name'> & { readonly at: RegExp })[] = [
  { at: /^\/customers\/[^/]+\/people$/, can: 'work.read', help: 'people' },
  { at: /^\/customers\/[^/]+\/source$/, can: 'work.read', help: 'sources' },
  { at: /^\/customers\/[^/]+\/directory$/, can: 'work.read', help: 'scim' },
  { at: /^\/(customers|partners)\/[^/]+\/access$/, can: 'work.read', help: 'sign-in#invitations' },
  { at: /^\/customers\/[^/]+\/imports\//, can: 'work.read', help: 'usage-imports' },
  { at: /^\/customers\/(new$|[^/]+\/(edit$|agreements\/))/, can: 'work.read', help: 'editing' },
  { at: /^\/customers\/[^/]+$/, can: 'work.read', help: 'findings' },
];

/** Returns what an address needs and where its help is: of a page within a place, else of the place; `undefined` for none. */
export function placeAt(pathname: string): Pick<Place, 'can' | 'help'> | undefined {
  const inside = within.find(({ at }) => at.test(pathname));
  if (inside) return inside;
  const holding = places.filter(({ to }) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)));
  return holding.sort((a, b) => b.to.length - a.to.length)[0];
}

/** Returns the groups of the menu with the places that somebody may open; groups without any are left out. */
export function groupsFor(may: (action: Action) => boolean): { name: string; places: readonly Place[] }[] {
  return groups
    .map(({ name, places: all }) => ({ name, places: all.filter(({ can }) => may(can)) as readonly Place[] }))
    .filter(({ places: some }) => some.length > 0);
}
