import type { GuidePage } from './guideTree.ts';

const files = import.meta.glob<GuidePage>('../../../docs/guide/*.md', { query: '?guide', import: 'default' });

/** Reads a page of the guide by its name (`alerts`); refuses a name there is no page of. */
export async function readGuide(name: string): Promise<GuidePage> {
  const read = files[`../../../docs/guide/${name}.md`];
  if (!read) throw new Error(`There is no page “${name}” in the guide.`);
  return read();
}
