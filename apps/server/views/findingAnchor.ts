/** Returns the id under which the page of a customer shows a finding: what follows `#` in its address. */
export function findingAnchor(key: string): string {
  return `finding-${key.replace(/[^\w-]+/g, '-')}`;
}
