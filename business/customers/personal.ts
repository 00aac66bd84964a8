/** Attributes that may name a person or lead to one: emptied with the person's key. */
export const personalAttributes = ['user', 'login', 'email', 'name', 'host', 'display'] as const;

/** Whether an attribute may name a person. `who` does not: records hold an id in its place that names nobody. */
export function isPersonal(attribute: string): boolean {
  return (personalAttributes as readonly string[]).includes(attribute.toLowerCase());
}
