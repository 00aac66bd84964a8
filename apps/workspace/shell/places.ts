/** The places of the workspace, in the order of the menu. */
export const places = [{ to: '/', name: 'Positions' }] as const;
