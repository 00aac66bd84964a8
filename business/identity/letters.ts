import type { Whose } from './account.ts';

/** What a letter about signing in says, without whom it goes to. */
export type Words = { readonly kind: string; readonly subject: string; readonly text: string };

/**
 * Returns the address of a page to sign in on. The secret stands behind the #: browsers send it nowhere, so it is in no
 * log, and programs that open the address to look at it use nothing up.
 */
export function linkAddress(
  publicUrl: string,
  page: 'link' | 'invitation' | 'welcome',
  token: string,
): string {
  return `${publicUrl}/sign-in/${page}#${token}`;
}

/** A link to sign in, for people outside the vendor. */
export function signInLetter({ name, address }: { readonly name: string; readonly address: string }): Words {
  return {
    kind: 'sign-in-link',
    subject: 'Your link to sign in',
    text: paragraphs(
      greeting(name),
      'here is your link to sign in. It works once, for a quarter of an hour.',
      address,
      'If you did not ask for it, nothing has happened, and you need not do anything.',
    ),
  };
}

/** A link by which somebody of the vendor chooses a new password. */
export function recoveryLetter({
  name,
  address,
}: {
  readonly name: string;
  readonly address: string;
}): Words {
  return {
    kind: 'recovery-link',
    subject: 'Choose a new password',
    text: paragraphs(
      greeting(name),
      'by this link you choose a new password. It works once, for a quarter of an hour; where you have a second factor, you will be asked for it as well.',
      address,
      'If you did not ask for it, nothing has happened, and your password is as it was.',
    ),
  };
}

/** An invitation. */
export function invitationLetter(facts: {
  readonly name: string;
  readonly by: string | null;
  readonly whose: Whose;
  /** What the customer or partner is called. */
  readonly where: string | null;
  readonly address: string;
  /** The day it ends, in words. */
  readonly until: string;
}): Words {
  const who = facts.by ?? 'Somebody of the vendor';
  return {
    kind: 'invitation',
    subject:
      facts.where === null ? 'You are invited to Goodterms' : `You are invited to the room of ${facts.where}`,
    text: paragraphs(
      greeting(facts.name),
      `${who} invites you ${inviting(facts.whose, facts.where)}`,
      'Accept the invitation here:',
      facts.address,
      `The link works once, until ${facts.until}.`,
      'If you do not know what this is about, you need not do anything.',
    ),
  };
}

function inviting({ kind }: Whose, where: string | null): string {
  switch (kind) {
    case 'staff':
      return 'to the team that works with licenses here.';
    case 'partner':
      return `to see, for ${where}, how the customers you sell to stand with their licenses.`;
    case 'customer':
      return `to the room of ${where}: what your licenses allow, how much of it you use, and whom to ask.`;
  }
}

/** A password was changed, or a second factor taken away: whoever did not do this has to know. */
export function changeLetter(
  { name, publicUrl }: { readonly name: string; readonly publicUrl: string },
  what: 'password' | 'second-factor-set' | 'second-factor-gone',
): Words {
  const said = {
    password: ['Your password was changed', 'your password was changed, and all other sessions have ended.'],
    'second-factor-set': [
      'Your second factor works',
      'from now on you are asked for a code of your second factor when you sign in. All other sessions have ended.',
    ],
    'second-factor-gone': [
      'Your second factor was taken away',
      'your second factor was taken away: a password is enough now.',
    ],
  }[what] as [string, string];
  return {
    kind: 'account-changed',
    subject: said[0],
    text: paragraphs(
      greeting(name),
      said[1],
      `If that was not you, choose a new password at once: ${publicUrl}/sign-in`,
    ),
  };
}

function greeting(name: string): string {
  return name === '' ? 'Hello,' : `Hello ${name},`;
}

function paragraphs(...list: readonly string[]): string {
  return `${list.join('\n\n')}\n`;
}
