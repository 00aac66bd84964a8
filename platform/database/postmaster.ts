import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
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
 * Makes the folder ready for a new server after a sudden end of the old one. Its last children are waited for, at last
 * killed: they end by themselves once they notice. Then a postmaster.pid is removed whose number belongs to another
 * program (after a restart of the machine or its container) or to remains that nobody has cleared away (a container
 * whose first process does not), either of which would keep the server from starting.
 */
export async function clearRemains(data: string): Promise<void> {
  for (let tries = 0; tries < 500 && atWorkIn(data).length > 0; tries += 1) {
    // Not remains but another start of this moment, quicker than ours: ours will find it in place.
    if (runningPostmaster(data)) return;
    await sleep(20);
  }
  for (const pid of atWorkIn(data)) sendSignal(pid, 'SIGKILL');
  const file = join(data, 'postmaster.pid');
  const pid = Number(read(file).split('\n')[0]);
  const command = commandOf(pid);
  const remains = / Z /.test(read(`/proc/${pid}/stat`).replace(/\(.*\)/, ''));
  if (remains || (command !== '' && !command.includes('postgres'))) rmSync(file, { force: true });
}

/** Returns the processes whose working directory is the data folder, which is where servers and their children work. */
function atWorkIn(data: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && workingDirectory(pid) === data);
}

function workingDirectory(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
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
