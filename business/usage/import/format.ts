import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import type { ImportOption, ReadOptions } from './formatOptions.ts';

/** A format of usage, as every door to it sees it: HTTP, the command line, an upload, a folder that is watched. */
export type ImportFormat = {
  /** What people call it. */
  readonly title: string;
  /** What it holds, in one sentence for somebody who has the file and not the word for it. */
  readonly what: string;
  /** Content types that mean this format when nothing else is said. */
  readonly mediaTypes: readonly string[];
  /** Whether the first 64 KB of a file, as text, are of this format. */
  readonly recognizes: (head: string) => boolean;
  readonly options: readonly ImportOption[];
  readonly decode: (bytes: Bytes, options: ReadOptions & DecoderOptions) => Decoded;
};

/** Options that many formats have. */
export const source: ImportOption = {
  name: 'source',
  kind: 'text',
  needed: true,
  what: 'The name of the server or system that wrote it; one name for all its files',
};

/** The zone of a server's clock, or of days. */
export const zone: ImportOption = {
  name: 'zone',
  kind: 'zone',
  needed: true,
  what: 'The time zone of its clock',
};

/** When a file says how things stood. */
export const at: ImportOption = {
  name: 'at',
  kind: 'time',
  needed: false,
  what: 'When the status was taken, such as 2026-03-01T08:00:00Z, if it does not say',
};
