/** Whether a text begins as JSON does: with a list or an object. */
export function startsJson(head: string): boolean {
  return /^\s*[[{]/.test(head);
}

/** Returns the names in the first row of a CSV file, in lower case. */
export function headColumns(head: string): readonly string[] {
  return head
    .split('\n', 1)[0]!
    .split(/[,;\t]/)
    .map((cell) => cell.trim().replace(/^"|"$/g, '').trim().toLowerCase());
}
