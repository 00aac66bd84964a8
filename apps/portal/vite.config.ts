import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the customer's pages to `dist`; while developing, requests for data go to the server of `GOODTERMS_URL`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/portal/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Colors are written by light-dark(), which must not be taken apart: it follows what `color-scheme` says later.
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    // Nothing inlined: the pages run under a policy that allows scripts and styles from their own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      output: {
        // A few files in place of dozens of small ones: on a slow line each costs a way there and back.
        codeSplitting: {
          groups: [
            {
              name: (id: string) => {
                const firstWords =
                  /words\/(\w\w)\/(shell|overview|dates|counting|terms|standing|vocabulary)\.ts$/;
                const language = firstWords.exec(id)?.[1];
                if (language) return `words-${language}`;
                return /platform\/ui\/(?!chart)|portal\/(clauses|parts)\//.test(id) ? 'parts' : null;
              },
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': process.env.GOODTERMS_URL ?? 'http://127.0.0.1:4300' } },
});
