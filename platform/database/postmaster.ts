import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A PostgreSQL server at work on a data folder, as its postmaster.pid tells. */
export type Postmaster = { readonly pid: number; readonly port: number };

/**
 * Returns the server that runs on this data folder, whoever started it, or `undefined`. A process number alone proves
 * nothing (it may belong to another program since a restart of the machine): its command line must name the folder.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const lines = read(join(data, 'postmaster.pid')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!isServerOf(pid!, data)) return undefined;
  return { pid: pid!, port: port || 0 };
}

/**
 * Removes a postmaster.pid whose process number now belongs to another program (after a restart of the machine or its
 * container), which would keep the server from starting. A number of no process, or of any PostgreSQL, is left for the
 * server itself to judge.
 */
export function removeStalePid(data: string): void {
  const command = commandOf(Number(read(join(data, 'postmaster.pid')).split('\n')[0]));
  if (command !== '' && !command.includes('postgres')) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/**
 * Stops the server and returns when it is gone: gently first (open work is rolled back, all data flushed), after ten
 * seconds at once, at last by force. Each is safe for the data: the next start replays the write-ahead log.
 */
export async function stopPostmaster(data: string, how: 'gently' | 'at once' = 'gently'): Promise<void> {
  const signals: NodeJS.Signals[] =
    how === 'gently' ? ['SIGINT', 'SIGQUIT', 'SIGKILL'] : ['SIGQUIT', 'SIGKILL'];
  for (const signal of signals) {
    const server = runningPostmaster(data);
    if (!server) return;
    sendSignal(server.pid, signal);
    for (let tries = 0; tries < 500 && isServerOf(server.pid, data); tries += 1) await sleep(20);
  }
  if (runningPostmaster(data)) throw new Error(`The PostgreSQL of ${data} could not be stopped.`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself between our look and our signal.
  }
}

function isServerOf(pid: number, data: string): boolean {
  return commandOf(pid).includes(data);
}

/** Returns a process's command line; empty when there is none, or only its remains. */
function commandOf(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  if (existsSync('/proc/self/cmdline')) return read(`/proc/${pid}/cmdline`);
  return String(spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout ?? '');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
