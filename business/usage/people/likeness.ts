/**
 * Returns what two keys of one person have in common: letters and digits of the key, without the domain before a
 * backslash, the host or mail domain behind an @, a tag behind a +, capitals, and the order of its parts. Empty where
 * nothing is left.
 */
export function likeness(key: string): string {
  const local = key.toLowerCase().split('\\').at(-1)!.split('@')[0]!.split('+')[0]!;
  return [...local.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([part]) => part)
    .sort()
    .join('');
}

const machineWords =
  /(^|[^a-z])(svc|service|bot|robot|ci|cd|jenkins|gitlab|github|runner|pipeline|deploy|build|backup|cron|scheduler|monitor(ing)?|noreply|no-reply|system|daemon|automation|headless)([^a-z]|$)/i;

/** Returns the word by which a key looks like an account of a machine, or `undefined` where it looks like a person. */
export function machineWord(key: string): string | undefined {
  return machineWords.exec(key)?.[2]?.toLowerCase();
}
