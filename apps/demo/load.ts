import type { Pool } from 'pg';
import { customerIds } from '#business/customers/customer.store.ts';
import { withScope } from '#platform/database/scope.ts';
import type { Fetch } from './stories/ask.ts';
import type { DemoFile } from './vendor.ts';

/** Whether no customer has been imported yet. */
export async function isEmpty({ pool, actor }: { pool: Pool; actor: string }): Promise<boolean> {
  return (await withScope(pool, { customers: [], actor }, customerIds)).length === 0;
}

/** Posts the files one after another to the public importers. Throws on the first one that is refused. */
export async function loadFiles(fetch: Fetch, address: string, files: readonly DemoFile[]): Promise<void> {
  for (const { path, type, body } of files) {
    const headers = { 'content-type': type, host: new URL(address).host };
    const response = await fetch(new Request(`${address}${path}`, { method: 'POST', headers, body }));
    if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  }
}
