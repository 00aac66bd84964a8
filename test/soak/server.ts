import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type SignedIn, signedIn } from './signedIn.ts';

/** The server as a process of its own, so that its memory can be looked at. */
export type SoakServer = {
  readonly address: string;
  /** What a program and a browser bring along to be let in. */
  readonly signedIn: SignedIn;
  /** Its resident memory now, in MB. */
  readonly memory: () => number;
  readonly send: (method: string, path: string, body?: string, type?: string) => Promise<unknown>;
  /** Ends it: in good order, or as a power cut would. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const program = join(import.meta.dirname, '../../apps/server/main.ts');

/** Starts a server over a database or a folder; resolves when it answers. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<SoakServer> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, '--no-demo', '--port', String(port)],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let wanted = false;
  const ended = new Promise<void>((done) =>
    child.once('exit', (code, signal) => {
      if (!wanted) console.error(`the server ended by itself: ${code ?? signal}`);
      done();
    }),
  );
  // Ended ourselves, we leave no server behind.
  process.once('exit', () => child.kill());
  const printed = await started(child);
  const address = `http://localhost:${port}`;
  const own = await signedIn(address, printed);
  return {
    address,
    signedIn: own,
    memory: () => memoryOf(child.pid!),
    send: async (method, path, body, type = 'application/json') => {
      const answer = await fetch(address + path, {
        method,
        headers: { 'content-type': type, authorization: own.authorization },
        ...(body === undefined ? {} : { body }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
      return answer.json();
    },
    stop: async (signal = 'SIGTERM') => {
      wanted = true;
      child.kill(signal);
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Returns what it printed. */
function started(child: ChildProcess): Promise<string> {
  return new Promise((ready, fail) => {
    child.stdout!.on('data', (text: Buffer) => {
      if (text.toString().includes('Goodterms is at')) ready(text.toString());
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
}

/** Nothing of a process that has ended. */
function memoryOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}
