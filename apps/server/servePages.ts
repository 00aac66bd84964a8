import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { notFound, problemAnswer } from './problems.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Where the customer's pages are built to. */
const portal = fileURLToPath(new URL('../portal/dist', import.meta.url));

/**
 * Serves files as built. Below `/portal` and `/sign-in` every other address is a page of the customer's room, everywhere
 * else one of the workspace, whose files are in `workspace`; both show their own "not found".
 */
export function servePages(app: OpenAPIHono, workspace: string): void {
  app.get('*', async (c) => {
    const path = normalize(c.req.path);
    const inside = /^\/(portal|sign-in)(?=\/|$)(.*)/.exec(path);
    if (!inside) return answerFile(c, workspace, extname(path) === '' ? '/index.html' : path);
    // Customers' ids may have a point in them: only what is known to be a file is one.
    const below = inside[2] ?? '';
    const isFile = inside[1] === 'portal' && /^\/(assets\/[^/]+|mark\.svg)$/.test(below);
    return answerFile(c, portal, isFile ? below : '/index.html');
  });
}

async function answerFile(c: Context, folder: string, file: string) {
  const place = join(folder, file);
  const isAsset = file.startsWith('/assets/');
  const takesPressed = isAsset && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  const pressed = takesPressed ? await readFile(`${place}.gz`).catch(() => undefined) : undefined;
  const content = pressed ?? (await readFile(place).catch(() => undefined));
  if (!content) return problemAnswer(c, [notFound('such file')]);
  return c.body(new Uint8Array(content), 200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(isAsset ? { vary: 'accept-encoding' } : {}),
    ...(pressed ? { 'content-encoding': 'gzip' } : {}),
  });
}
