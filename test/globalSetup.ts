import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { databaseAccount, makeFolder } from '#platform/database/account.ts';
import { appRole } from '#platform/database/connect.ts';
import { type Embedded, startEmbedded } from '#platform/database/embedded.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { runningPostmaster, stopPostmaster } from '#platform/database/postmaster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the login of the run's PostgreSQL, which the first question starts. */
    databaseDoor: string;
  }
}

export const template = 'goodterms_template';
export const appPassword = 'only for tests';
const prefix = 'goodterms-test-';

/**
 * One PostgreSQL for the whole run, in a temporary folder, started when the first spec file asks for it: runs without
 * database tests do not wait. It is stopped and removed at the end; what a killed run left behind, at the next start.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  let server: Promise<Embedded> | undefined;
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const door = createServer((_, response) => {
    server ??= start(folder);
    server.then(
      ({ login }) => response.end(JSON.stringify(login)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('databaseDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  const data = join(folder, 'cluster', 'data');
  process.once('exit', () => {
    const left = runningPostmaster(data);
    if (left) process.kill(left.pid, 'SIGQUIT');
  });
  return async () => {
    door.close();
    await server?.catch(() => undefined);
    await stopPostmaster(data, 'at once');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

async function start(folder: string): Promise<Embedded> {
  rmSync(folder, { recursive: true, force: true });
  makeFolder(folder);
  const server = await startEmbedded(folder, { account: databaseAccount(), unsafe: true });
  await query(server, 'postgres', `CREATE DATABASE ${template}`);
  await migrate({ ...server.login, database: template }, readMigrations('apps/server/migrations'));
  await query(server, template, `ALTER ROLE ${appRole} LOGIN PASSWORD '${appPassword}'`);
  return server;
}

async function query({ login }: Embedded, database: string, text: string): Promise<void> {
  const client = new Client({ ...login, database });
  await client.connect();
  await client.query(text);
  await client.end();
}

async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await stopPostmaster(join(tmpdir(), name, 'cluster', 'data'), 'at once');
    rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
