/**
 * Returns the number to draw for a number as people read it (`1,310`, `−4.5`) or an exact fraction (`67500/31`);
 * `null` where the text is none. For drawing only: what is written is always the text itself.
 */
export function drawable(text: string): number | null {
  const [above, below, ...rest] = text
    .replace(/[,\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .split('/');
  if (!above || rest.length > 0) return null;
  const value = Number(above) / (below === undefined ? 1 : Number(below));
  return Number.isFinite(value) ? value : null;
}
