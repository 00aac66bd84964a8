import type { Principal } from '#business/identity/principal.ts';
import { principalNow } from './current.ts';

/** Returns who asks. Only for operations that need a right: the guard has let somebody in by then. */
export function whoAsks(): Principal {
  const principal = principalNow();
  if (!principal) throw new Error('an operation that needs a right ran without anybody asking');
  return principal;
}
