import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { samePassword } from '#business/identity/password.ts';

const derive = promisify(argon2);

/** The first choice of OWASP's password storage cheat sheet for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([\w+/]+)\$([\w+/]+)$/;

/** Returns what is kept of a password: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, each time with another salt. */
export async function keptPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await hashed(password, { ...cost, salt, length: 32 });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(hash)}`;
}

/**
 * Whether a password is the one that is kept. Where none is kept the same work is done, so that the time does not tell
 * whether there is an account.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = form.exec(kept ?? (await nobodys())) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('what is kept of a password cannot be read');
  const expected = Buffer.from(hash, 'base64');
  const given = await hashed(password, {
    ...{ memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    ...{ salt: Buffer.from(salt, 'base64'), length: expected.length },
  });
  return timingSafeEqual(given, expected) && kept !== null;
}

let made: Promise<string> | undefined;
function nobodys(): Promise<string> {
  made ??= keptPassword(randomBytes(24).toString('hex'));
  return made;
}

/** To be called at the start: the first person nobody knows would wait longer than others else. */
export async function warmUp(): Promise<void> {
  await nobodys();
}

type Cost = typeof cost & { readonly salt: Buffer; readonly length: number };

function hashed(password: string, { salt, length, ...rest }: Cost): Promise<Buffer> {
  return derive('argon2id', { ...rest, message: samePassword(password), nonce: salt, tagLength: length });
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
