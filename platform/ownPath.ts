/** An origin that nobody has: what resolves against it and stays there names no other host. */
const here = 'https://here.invalid';

/**
 * Returns where somebody wanted to go, as a path of our own with its query and fragment, or `null`: for no text, another
 * host or scheme however it is written (`//evil`, `/\evil`, `/a/..//evil`, with tabs or percent signs), an address of the API, and the
 * doors themselves, but not the pages behind them, where doors are set up. What is returned is what a browser makes of it, so that nothing is left for it to read otherwise.
 */
export function ownPath(wanted: unknown): string | null {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/(?![/\\])/.test(wanted)) return null;
  // Browsers drop tabs and line breaks from an address, and read a backslash as a slash.
  if (hasControl(wanted) || wanted.includes('\\') || !URL.canParse(wanted, here)) return null;
  const { origin, pathname, search, hash } = new URL(wanted, here);
  if (origin !== here || /^\/(?:\/|%2f|%5c)/i.test(pathname)) return null;
  const isDoor =
    /^\/(?:v1|sign-in)(?:\/|$)/.test(pathname) && !/^\/sign-in\/(?:security$|provider\/)/.test(pathname);
  return isDoor ? null : pathname + search + hash;
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) < 0x20 || text.charCodeAt(i) === 0x7f) return true;
  return false;
}
