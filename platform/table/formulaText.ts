/*
 * A text that begins like a formula would be worked out by the program that opens the file. It gets an apostrophe in
 * front, and loses it when it comes back: what is written and read again is what it was.
 */

/** Returns the text as it may stand in a cell. */
export function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Returns the text that `guarded` was given; any other text as it is. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
