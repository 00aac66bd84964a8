import { SaxesParser } from 'saxes';

/** A file in a bucket as it is listed. */
export type Listed = { readonly key: string; readonly etag: string; readonly modified: string };

/** One page of a bucket's list, and the token of the next. */
export type Listing = { readonly items: readonly Listed[]; readonly next: string | null };

/** Returns the answer to ListObjectsV2 (S3 API, 2006-03-01). Throws for what is none, and for a DOCTYPE. */
export function listingOf(xml: Uint8Array): Listing {
  const items: Listed[] = [];
  let item: Record<string, string> = {};
  let page: Record<string, string> = {};
  const path: string[] = [];
  const refuse = () => {
    throw new Error('the bucket answered with something that is no list');
  };
  const parser = new SaxesParser();
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name }) => {
    path.push(name);
    if (name === 'Contents') item = {};
  });
  parser.on('text', (text) => {
    const name = path.at(-1) ?? '';
    if (path.length === 3 && path[1] === 'Contents') item = { ...item, [name]: (item[name] ?? '') + text };
    if (path.length === 2) page = { ...page, [name]: (page[name] ?? '') + text };
  });
  parser.on('closetag', () => {
    const name = path.pop();
    if (name !== 'Contents') return;
    const { Key: key, ETag: etag, LastModified: modified } = item;
    if (key === undefined || etag === undefined || modified === undefined) refuse();
    else items.push({ key, etag, modified });
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(xml)).close();
  const next = page.IsTruncated === 'true' ? (page.NextContinuationToken ?? null) : null;
  return { items, next };
}
