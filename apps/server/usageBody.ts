/** How much of a body is looked at to tell its format. */
const beginning = 65_536;

/**
 * Returns a body's first bytes, up to 64 KB or its end, and the whole body to be read once. What was looked at is kept,
 * the rest comes as it is read.
 */
export async function lookedAt(
  body: AsyncIterable<Uint8Array>,
): Promise<{ readonly first: Uint8Array; readonly bytes: AsyncIterable<Uint8Array> }> {
  const pieces = body[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < beginning) {
    const { value, done } = await pieces.next();
    if (done) break;
    taken.push(value);
    length += value.length;
  }
  const bytes = async function* () {
    yield* taken;
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  return { first: Buffer.concat(taken).subarray(0, beginning), bytes: bytes() };
}
