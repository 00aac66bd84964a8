import { Document, isCollection, type Node, Scalar, visit } from 'yaml';
import type { Plain } from './yamlNodes.ts';

/** A line of explanation above the value at a place, given by its keys from the outside in. */
export type Remark = { readonly at: readonly (string | number)[]; readonly words: string };

/**
 * Returns a form as YAML 1.2, one value a line, that `readDocuments` reads back as the very same: numbers and days without
 * quotes, texts folded at 100 characters. `remarks` stand as comments above what they are about.
 */
export function yamlText(form: Plain, remarks: readonly Remark[] = []): string {
  const document = new Document(texts(form), { version: '1.2', schema: 'failsafe' });
  visit(document, {
    Scalar: (_, node) => {
      if (node.type !== Scalar.PLAIN && meansOther(String(node.value))) node.type = Scalar.QUOTE_DOUBLE;
    },
    // A list or map without entries has no block form.
    Collection: (_, node) => {
      if (node.items.length === 0) node.flow = true;
    },
  });
  for (const { at, words } of remarks) remark(document, at, words);
  return document.toString({ lineWidth: 100 });
}

/** Numbers and truth as the plain words they are written as. */
function texts(form: Plain): unknown {
  if (form === null || typeof form === 'boolean') return written(String(form));
  if (typeof form === 'string') return form;
  if (Array.isArray(form)) return form.map((one) => texts(one as Plain));
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, texts(value)]));
}

function written(word: string): Scalar {
  const scalar = new Scalar(word);
  scalar.type = Scalar.PLAIN;
  return scalar;
}

function meansOther(text: string): boolean {
  return /^(~|null|Null|NULL|true|True|TRUE|false|False|FALSE|)$/.test(text);
}

function remark(document: Document, at: readonly (string | number)[], words: string): void {
  const around = at.length > 1 ? document.getIn(at.slice(0, -1), true) : document.contents;
  const key = at.at(-1);
  if (!isCollection(around) || key === undefined) return;
  const comment = ` ${words}`;
  const pair = around.items.find((item) => keyOf(item) === String(key));
  const place = (pair as { key?: Node } | undefined)?.key ?? (document.getIn(at, true) as Node | undefined);
  if (place) place.commentBefore = comment;
}

function keyOf(item: unknown): string | undefined {
  const { key } = item as { key?: { value?: unknown } };
  return key === undefined ? undefined : String(key.value);
}

/** A part of a form, by its keys. */
export type Dated = { readonly [key: string]: Plain };

type Said = Plain | undefined;

/** Returns a part of a form without what says nothing: keys without a value, and empty lists. */
export function without(form: { readonly [key: string]: Said }): Dated {
  const said = Object.entries(form).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as Dated;
}
