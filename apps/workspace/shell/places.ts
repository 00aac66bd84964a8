/** A place of the workspace: its address and its name in the menu. */
export type Place = { readonly to: string; readonly name: string };

/** What a license manager opens every day, in the order of the menu. */
export const everyDay = [
  { to: '/', name: 'Positions' },
  { to: '/alerts', name: 'Alerts' },
  { to: '/duties', name: 'Duties' },
  { to: '/quotes', name: 'Quotes' },
] as const satisfies readonly Place[];

/** What is opened now and then, under headings of their own. */
export const nowAndThen = [
  {
    name: 'Data',
    places: [
      { to: '/customers', name: 'Customers' },
      { to: '/catalog', name: 'Catalog' },
      { to: '/partners', name: 'Partners' },
      { to: '/papers', name: 'Bring in' },
      { to: '/imports', name: 'Imports' },
      { to: '/sources', name: 'Sources' },
    ],
  },
  {
    name: 'Set-up',
    places: [
      { to: '/alerts/rules', name: 'Alert rules' },
      { to: '/triage', name: 'Triage' },
      { to: '/team', name: 'Team' },
      { to: '/controls', name: 'Controls' },
      { to: '/api', name: 'API' },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly places: readonly Place[] }[];
