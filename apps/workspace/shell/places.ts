/** The places of the workspace, in the order of the menu. */
export const places = [
  { to: '/', name: 'Positions' },
  { to: '/duties', name: 'Duties' },
  { to: '/alerts', name: 'Alerts' },
  { to: '/papers', name: 'Bring in' },
  { to: '/imports', name: 'Imports' },
  { to: '/controls', name: 'Controls' },
  { to: '/triage', name: 'Triage' },
  { to: '/team', name: 'Team' },
  { to: '/api', name: 'API' },
] as const;
