/** Returns the id of a finding's place on the page. */
export function findingAnchor(key: string): string {
  return `finding-${key.replace(/[^\w-]+/g, '-')}`;
}
