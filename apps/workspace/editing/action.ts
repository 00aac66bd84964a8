/** What is entered, by the names of the fields. */
export type Values = Readonly<Record<string, string>>;

/** One field of a guided change. */
export type Field = {
  /** The name of what it fills; a problem at a place that ends in it is shown here. */
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'date' | 'area' | 'select' | 'radio';
  readonly hint?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string;
  readonly optional?: true;
  /** Asked only where another field has this value. */
  readonly when?: { readonly field: string; readonly is: string };
};

/** A guided change: what is asked, and the form that comes of the answers. */
export type Action<F> = {
  readonly key: string;
  readonly title: string;
  readonly explain: string;
  readonly fields: readonly Field[];
  readonly apply: (values: Values) => F;
};

/** Returns whether a field is asked, given what was entered so far. */
export function isAsked({ when }: Field, values: Values): boolean {
  return when === undefined || values[when.field] === when.is;
}

/** Returns what fields hold before anything is entered: what is said, else the first choice, else nothing. */
export function initialValues(fields: readonly Field[]): Values {
  const first = ({ kind, options, initial, optional }: Field) =>
    initial ?? (kind === 'select' && !optional ? (options?.[0]?.value ?? '') : '');
  return Object.fromEntries(fields.map((field) => [field.name, first(field)]));
}

/** Returns what is missing to go on: the names of asked fields that are blank and may not be. */
export function missing(fields: readonly Field[], values: Values): string[] {
  return fields
    .filter((field) => isAsked(field, values) && !field.optional && (values[field.name] ?? '').trim() === '')
    .map(({ name }) => name);
}

/** Returns a part of a form without what was left blank. */
export function said<T extends Readonly<Record<string, unknown>>>(form: T): T {
  return Object.fromEntries(
    Object.entries(form).filter(([, value]) => value !== '' && value !== undefined),
  ) as T;
}

/** Returns the values of a list that is set apart by commas. */
export function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Returns the name of the field a problem is about, by its place; `undefined` where none of them is. */
export function fieldOf(fields: readonly Field[], pointer = ''): string | undefined {
  const parts = pointer.split('/').reverse();
  const place = parts.find((part) => fields.some(({ name }) => name === part));
  return place;
}
