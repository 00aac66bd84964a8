import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { guide } from './help/guidePlugin.ts';

/** Builds the pages to `dist`; while developing, requests for data go to the server of `GOODTERMS_URL`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [guide(), react()],
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
    // One file: it comes from the machine beside, and holds all pages.
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/v1': process.env.GOODTERMS_URL ?? 'http://127.0.0.1:4300' } },
});
