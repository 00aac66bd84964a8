import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type AgreementFile, readAgreements } from '#business/agreements/agreementFile.ts';
import { readCatalog } from '#business/catalog/catalogFile.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { decodeText } from '#platform/decodeText.ts';
import { nearest } from '#platform/nearest.ts';
import type { Result } from '#platform/problem.ts';
import { type Answer, type FileProblem, inFile, refused } from './answer.ts';

/** Returns the agreements in a file. */
export function agreementsIn(file: string): Promise<Answer<AgreementFile[]>> {
  return read(file, readAgreements);
}

/** Returns the catalog in a file; an empty one where no file is named. */
export async function catalogIn(file: string | undefined): Promise<Answer<Catalog>> {
  if (file === undefined) return { ok: true, value: { products: [], priceBooks: [], features: [] } };
  return read(file, readCatalog);
}

/** Returns what `reader` makes of a text file, problems with the file named. */
export async function read<T>(file: string, reader: (text: string) => Result<T>): Promise<Answer<T>> {
  try {
    const text = decodeText(await readFile(file));
    return inFile(file, text.ok ? reader(text.value) : text);
  } catch (error) {
    return refused(await unreadable(file, error));
  }
}

/** Returns why a file cannot be read; any other error is a bug and thrown on. */
export async function unreadable(file: string, error: unknown): Promise<FileProblem> {
  const code = (error as NodeJS.ErrnoException).code;
  const title = 'The file cannot be read';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const there = await readdir(dirname(resolve(file))).catch(() => []);
    const meant = nearest(basename(file), there);
    const todo = meant ? `Write ${meant}, if that is meant.` : 'Check the name and the folder.';
    return { code: 'file_missing', title, detail: `There is no file ${resolve(file)}.`, todo, file };
  }
  if (code === 'EISDIR')
    return {
      code: 'file_is_folder',
      title,
      detail: 'This is a folder.',
      todo: 'Name the files in it.',
      file,
    };
  if (code === 'EACCES' || code === 'EPERM')
    return {
      code: 'file_forbidden',
      title,
      detail: 'The file may not be read.',
      todo: 'Allow reading it.',
      file,
    };
  throw error;
}
