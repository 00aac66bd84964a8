import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { KnownAccount } from '#business/identity/accounts.store.ts';
import { challengeLasts, type Passkey } from '#business/identity/passkey.store.ts';
import { second } from '#platform/instant.ts';
import type { AccessSettings } from '../settings.ts';

type Where = Pick<AccessSettings, 'publicUrl'>;

/** A passkey is good for this address alone: a page elsewhere that looks like ours gets nothing from it. */
function hostOf({ publicUrl }: Where): string {
  return new URL(publicUrl).hostname;
}

/** In milliseconds, as browsers count. */
const timeout = (challengeLasts / second) * 1000;

/** Returns what a browser needs to make a passkey for an account, that has `known` ones already. */
export function askForPasskey(
  where: Where,
  account: KnownAccount,
  known: readonly Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Goodterms',
    rpID: hostOf(where),
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    // Found without a name being typed, and unlocked by its owner: two factors in one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What is kept of a new passkey. */
export type NewPasskey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports' | 'synced'>;

/** Returns the passkey a browser made; `null` unless it answers this challenge, here, unlocked by its owner. */
export async function readPasskey(
  where: Where,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<NewPasskey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: where.publicUrl,
      expectedRPID: hostOf(where),
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    const transports = (response.response.transports ?? []).filter((one) => /^[a-z-]{1,20}$/.test(one));
    return {
      ...{ id, publicKey, counter },
      transports: transports.slice(0, 10),
      synced: registrationInfo.credentialBackedUp,
    };
  } catch {
    return null;
  }
}

/** Returns what a browser needs to sign in by whichever passkey its owner picks. */
export function askWho(where: Where): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID: hostOf(where), userVerification: 'required', timeout });
}

/**
 * Returns what the device says of itself; `null` unless it signed this challenge, here, unlocked by its owner, for the
 * account it was made for, and has signed more often than before where it counts: a copy of it would not have.
 */
export async function checkPasskey(
  where: Where,
  response: AuthenticationResponseJSON,
  challenge: string,
  { id, account, publicKey, counter, transports }: Passkey,
): Promise<{ readonly counter: number; readonly synced: boolean } | null> {
  const { userHandle } = response.response;
  if (userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() !== account) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: where.publicUrl,
      expectedRPID: hostOf(where),
      credential: { id, publicKey: new Uint8Array(publicKey), counter, transports: [...transports] },
      requireUserVerification: true,
    });
    if (!verified) return null;
    return { counter: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp };
  } catch {
    return null;
  }
}
