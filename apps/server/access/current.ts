import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '#business/identity/principal.ts';

/** Whose customers a request may reach: all of the vendor's, or these. */
export type Reach = 'all' | readonly string[];

type Current = { readonly principal: Principal; readonly reach: Reach };

const current = new AsyncLocalStorage<Current | null>();

/** Runs `work` on behalf of `principal`: whatever it begins, also what goes on after the answer, is done in this name and reach. */
export function onBehalfOf<T>(principal: Principal, reach: Reach, work: () => T): T {
  return current.run({ principal, reach }, work);
}

/** Runs `work`, which is for everybody, in nobody's name, whoever caused it: it reaches what it has to. */
export function onNobodysBehalf<T>(work: () => T): T {
  return current.run(null, work);
}

/** Returns who asks; `undefined` in work that nobody asked for. */
export function principalNow(): Principal | undefined {
  return current.getStore()?.principal;
}

/** Returns whose customers may be reached now; all of them in work that nobody asked for. */
export function reachNow(): Reach {
  return current.getStore()?.reach ?? 'all';
}

/** Returns the context with the actor of each moment: who asks, or else the one it was made with. */
export function inTheNameOfWhoAsks<C extends { readonly actor: string }>(context: C): C {
  return Object.defineProperty({ ...context }, 'actor', {
    enumerable: true,
    get: () => principalNow()?.account ?? context.actor,
  });
}
