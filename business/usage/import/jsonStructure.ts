/** What the structure scanner stops at, outside of texts. */
export type Stop = { readonly at: number; readonly character: ',' | 'closed'; readonly depth: number };

/** Follows the brackets, commas and texts of JSON that comes in pieces, without keeping any of it. */
export type StructureScanner = ReturnType<typeof structureScanner>;

/** Returns a scanner at the start of a JSON text. It looks at structure only: `{]` is not found out here. */
export function structureScanner() {
  let depth = 0;
  let inText = false;
  let escaped = false;
  const outside = /["{}[\],]/g;
  const inside = /["\\]/g;

  /** Goes to the end of the text that `from` lies in; the index behind it. */
  const skipText = (piece: string, from: number): number => {
    let at = from;
    if (escaped && at < piece.length) {
      escaped = false;
      at += 1;
    }
    for (;;) {
      inside.lastIndex = at;
      const found = inside.exec(piece);
      if (!found) return piece.length;
      at = found.index + 1;
      if (found[0] === '"') {
        inText = false;
        return at;
      }
      if (at >= piece.length) escaped = true;
      at += 1;
    }
  };
  return {
    /** How many brackets are open; a text counts as one more. */
    get open(): number {
      return depth + (inText ? 1 : 0);
    },
    /** Returns the next comma, or bracket that closed, at or after `from`; `undefined` where the piece has no more. */
    next(piece: string, from: number): Stop | undefined {
      let at = from;
      while (at < piece.length) {
        if (inText) at = skipText(piece, at);
        outside.lastIndex = at;
        const found = inText ? null : outside.exec(piece);
        if (!found) return undefined;
        at = found.index + 1;
        const character = found[0];
        if (character === '"') inText = true;
        else if (character === '{' || character === '[') depth += 1;
        else if (character === ',') return { at: found.index, character, depth };
        else {
          depth -= 1;
          return { at: found.index, character: 'closed', depth };
        }
      }
      return undefined;
    },
  };
}
