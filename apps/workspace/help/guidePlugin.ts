import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { guidePage } from './guideTree.ts';

/** Makes each page of the guide (`*.md?guide`) a module of what it shows, when the pages are built. */
export function guide(): Plugin {
  return {
    name: 'guide',
    enforce: 'pre',
    async load(id) {
      const [file, query] = id.split('?');
      if (query !== 'guide' || !file?.endsWith('.md')) return null;
      const page = guidePage(await readFile(file, 'utf8'));
      return { code: `export default ${JSON.stringify(page)};`, moduleType: 'js' };
    },
  };
}
