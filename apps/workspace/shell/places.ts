/** The places of the workspace, in the order of the menu. */
export const places = [
  { to: '/', name: 'Positions' },
  { to: '/alerts', name: 'Alerts' },
  { to: '/papers', name: 'Bring in' },
  { to: '/imports', name: 'Imports' },
  { to: '/controls', name: 'Controls' },
  { to: '/api', name: 'API' },
] as const;
