import { expect, test } from 'vitest';
import { readSources } from './sources.ts';

/** Files of the workspace that ask the server by themselves, and why the typed client cannot. */
const byThemselves: Readonly<Record<string, string>> = {
  'apps/workspace/data/api.ts': "the API's document, which is no operation of it",
  'apps/workspace/imports/upload.ts': 'an upload that tells how far it is',
  'apps/workspace/papers/paperData.ts': 'an upload of a file as it is',
  'apps/workspace/quotes/quoteData.ts': 'a file whose name is in a header',
};

test('screens ask the server by the typed client alone', () => {
  const asking = readSources()
    .filter(({ path }) => path.startsWith('apps/workspace/') && !path.startsWith('apps/workspace/fixtures/'))
    .filter(({ code }) => /(?<![.\w])fetch\(|XMLHttpRequest\(|EventSource\(/.test(code))
    .map(({ path }) => path);
  expect(asking).toEqual(Object.keys(byThemselves).sort());
});
