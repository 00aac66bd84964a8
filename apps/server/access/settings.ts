/** Who has to sign in with a second factor: nobody but those who want to, administrators, or all of the vendor's people. */
export type SecondFactorPolicy = 'wished' | 'administrators' | 'staff';

/** How this installation lets people in. */
export type AccessSettings = {
  /** The address people open, without a path: `https://licenses.vendor.example`. */
  readonly publicUrl: string;
  readonly secondFactor: SecondFactorPolicy;
  /** How many reverse proxies of one's own stand before it, each adding to `X-Forwarded-For`. */
  readonly proxies: number;
  /** Whether letters go out: a mail server is set. */
  readonly mail: boolean;
};

/** Returns the settings of an installation on this machine alone. */
export function localAccess(publicUrl = 'http://localhost:4300'): AccessSettings {
  return { publicUrl, secondFactor: 'wished', proxies: 0, mail: true };
}

/** Returns what the environment sets; throws, naming the variable, where it cannot be used. `port` is where we listen, `mail` whether letters go out. */
export function accessFromSettings(port: string, mail: boolean): AccessSettings {
  const wanted = process.env.GOODTERMS_PUBLIC_URL;
  const policy = process.env.GOODTERMS_SECOND_FACTOR;
  const proxies = process.env.GOODTERMS_PROXIES ?? '0';
  if (policy !== undefined && policy !== 'administrators' && policy !== 'staff')
    throw new Error('GOODTERMS_SECOND_FACTOR has to be administrators or staff, or left out');
  if (!/^\d$/.test(proxies)) throw new Error('GOODTERMS_PROXIES has to be a number from 0 to 9');
  return {
    publicUrl: wanted === undefined ? `http://localhost:${port}` : originOf(wanted),
    secondFactor: policy ?? 'wished',
    proxies: Number(proxies),
    mail,
  };
}

/** Passwords and sessions do not go over a network in the clear. */
function originOf(text: string): string {
  if (!URL.canParse(text)) throw new Error('GOODTERMS_PUBLIC_URL is no address');
  const url = new URL(text);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
    throw new Error('GOODTERMS_PUBLIC_URL has to begin with https:// (http:// on this machine only)');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error('GOODTERMS_PUBLIC_URL has to be a name alone, without a path');
  return url.origin;
}
