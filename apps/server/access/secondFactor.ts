import { createHmac, randomBytes } from 'node:crypto';
import { credentialsOf, noteStep, takeRecoveryCode } from '#business/identity/credential.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { type Instant, second } from '#platform/instant.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** RFC 6238 with what every app of this kind does: SHA-1, six digits, a new one each thirty seconds. */
const [stepLasts, digits] = [30 * second, 6];

/** Returns a new secret, as many bytes as its hash has (RFC 4226, section 4). */
export function newSecondFactor(): Buffer {
  return randomBytes(20);
}

/** Returns a secret as people type it (RFC 4648, base 32). */
export function secretText(secret: Buffer): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of secret) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31];
}

/** Returns the address that apps read, mostly as a QR code. */
export function secretAddress(secret: Buffer, email: string): string {
  const label = `Goodterms:${email}`;
  return `otpauth://totp/${encodeURIComponent(label)}?secret=${secretText(secret)}&issuer=Goodterms`;
}

/** Returns the code of a step of thirty seconds (RFC 4226, section 5.3). */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac[19]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** Returns the step an instant falls into. */
export function stepOf(now: Instant): number {
  return Math.floor(now / stepLasts);
}

/**
 * Returns the step whose code this is: now, the one before or the one after, as clocks differ; `undefined` where it is
 * none, or that step or a later one was used before.
 */
export function stepOfCode(
  { secret, lastStep }: { readonly secret: Buffer; readonly lastStep: number },
  code: string,
  now: Instant,
): number | undefined {
  const current = stepOf(now);
  return [current - 1, current, current + 1].find((step) => step > lastStep && codeOf(secret, step) === code);
}

/** Returns ten new recovery codes of 80 random bits, as `abcd-efgh-ijkl-mnop`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () =>
    secretText(randomBytes(10))
      .toLowerCase()
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/**
 * Whether this is a code of the account's second factor, or one of its recovery codes; uses it up. Two at once with the
 * same code: the second waits for the first, and finds it used.
 */
export async function passesSecondFactor(
  tx: Tx,
  account: string,
  given: string,
  now: Instant,
): Promise<boolean> {
  const code = given.replace(/[\s-]/g, '').toLowerCase();
  const { secondFactor: secret, confirmedAt, lastStep } = await credentialsOf(tx, account, 'lock');
  if (!secret || confirmedAt === null) return false;
  if (/^\d{6}$/.test(code)) {
    const step = stepOfCode({ secret, lastStep }, code, now);
    if (step !== undefined) await noteStep(tx, account, step);
    return step !== undefined;
  }
  return takeRecoveryCode(tx, account, code.replace(/(.{4})(?=.)/g, '$1-'), now);
}
