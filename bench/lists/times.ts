/** How often each question is asked. */
export const rounds = 15;

/** Returns how long work takes, in milliseconds, so many times; what it times itself, it returns. */
export async function timesOf(work: () => Promise<unknown>, times = rounds): Promise<number[]> {
  const taken: number[] = [];
  // Once before it counts: the first of its kind also loads code and fills caches.
  await work();
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    const own = await work();
    taken.push(typeof own === 'number' ? own : performance.now() - start);
  }
  return taken;
}

/** Returns the one in the middle. */
export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
