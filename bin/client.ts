import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { apiDocument } from '#apps/server/http/document.ts';
import type { OpenApi } from '#platform/openApi.ts';
import { clientTypes } from './clientTypes.ts';

/** Writes the types of the client that our own pages use, from the same document everybody else reads. */
export const clientFile = join(import.meta.dirname, '..', 'apps/workspace/data/v1.d.ts');

/** Returns the API's document as this code would serve it. */
export function currentDocument(): OpenApi {
  const nowhere = { pool: null as never, clock: () => 0 as never, actor: 'nobody', wake: () => undefined };
  const app = makeApp(nowhere, {
    workspace: 'nowhere',
    identify: identifyAsOurselves,
    report: () => undefined,
  });
  return apiDocument(app);
}

/** Returns those types as a file's text, before it is formatted. */
export function currentTypes(): string {
  return clientTypes(currentDocument());
}

if (import.meta.main) {
  writeFileSync(clientFile, currentTypes());
  execFileSync(join(import.meta.dirname, '../node_modules/.bin/biome'), ['format', '--write', clientFile]);
  console.log(`Written: ${clientFile}`);
}
