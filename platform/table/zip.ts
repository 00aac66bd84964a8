import { type UnzipFileInfo, unzipSync } from 'fflate';
import { tableLimits, Unreadable } from './table.ts';

/** Returns the problem of a workbook that is not as its format wants it. */
export function damaged(why: string): Unreadable {
  const detail = `The workbook is damaged: ${why}.`;
  return new Unreadable(
    'table_damaged',
    detail,
    'Open it in a spreadsheet program, save it anew, try again.',
  );
}

/** The parts of a packed file, unpacked one by one as they are asked for. */
export type Parts = {
  readonly names: readonly string[];
  /** Returns a part's bytes, `undefined` where there is none of that name. */
  readonly read: (name: string) => Uint8Array | undefined;
};

/**
 * Opens a packed file. What its parts say of their own size is never exceeded in memory, and `Unreadable` is thrown
 * when the parts that are read would come to more than the limit, or one is packed as nothing honest is.
 */
export function openParts(bytes: Uint8Array): Parts {
  const infos = new Map<string, UnzipFileInfo>();
  unzip(bytes, (info) => {
    if (infos.size >= 10_000) throw damaged('it has more than 10,000 parts');
    // Unpacked by its name, each of them would be, whatever the last one says of its size.
    if (infos.has(info.name)) throw damaged(`its part ${info.name} is there twice`);
    infos.set(info.name, info);
    return false;
  });
  let unpacked = 0;
  return {
    names: [...infos.keys()],
    read: (name) => {
      const info = infos.get(name);
      if (!info) return undefined;
      unpacked += info.originalSize;
      const swollen = info.originalSize > 10_000_000 && info.originalSize > info.size * 500;
      if (swollen || unpacked > tableLimits.unpacked) throw tooLarge();
      const part = unzip(bytes, (one) => one.name === name)[name];
      if (part?.length !== info.originalSize) throw damaged(`its part ${name} is cut off`);
      return part;
    },
  };
}

function unzip(bytes: Uint8Array, filter: (info: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged('it is no whole zip file');
  }
}

function tooLarge(): Unreadable {
  const detail = `Unpacked, the workbook is larger than ${tableLimits.unpacked / 1_000_000} MB, or packed beyond reason.`;
  return new Unreadable('table_too_large', detail, 'Split it, or save the sheet as CSV.');
}
