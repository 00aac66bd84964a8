import { z } from '@hono/zod-openapi';
import type { GivenOptions } from '#business/usage/import/formatOptions.ts';
import { decoderOf, type FormatName, formatNames, optionsOf } from '#business/usage/import/formats.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { type Problem, type Result, success } from '#platform/problem.ts';
import { readYaml } from '#platform/yamlFile.ts';
import { OptionValues } from '../schemas.ts';

/** The name of the file that says how the files beside it are read. */
export const sourceFileName = 'source.yaml';

/** How the files of one place are read. */
export type SourceSetup = { readonly format: FormatName; readonly options: GivenOptions };

const SourceForm = z.strictObject({
  goodterms: z.literal('source/1'),
  format: z.enum(formatNames as [FormatName, ...FormatName[]]),
  options: OptionValues.default({}),
});

/** Returns what a `source.yaml` says, or everything that is wrong with it. */
export function readSourceFile(text: string, now: Instant): Result<SourceSetup> {
  const read = readYaml<z.infer<typeof SourceForm>>(text, { 'source/1': SourceForm as never });
  if (!read.ok) return read;
  const { format, options } = read.value[0]!.value;
  const setup = { format, options: options as GivenOptions };
  const usable = decoderOf(format, optionsFor(setup, now), {
    receivedAt: now,
    digest: (digested) => digested,
  });
  return usable.ok ? success(setup) : usable;
}

/** Returns the options for one file: where its format must be told the moment, that is when the file was last changed. */
export function optionsFor({ format, options }: SourceSetup, modified: Instant): GivenOptions {
  const needsMoment = optionsOf(format).some(({ name, needed }) => name === 'at' && needed);
  return needsMoment && !options.at ? { ...options, at: formatInstant(modified) } : options;
}

/** Returns problems as lines of text. */
export function problemText(problems: readonly Problem[]): string {
  return problems
    .map(({ line, detail, todo }) => `${line === undefined ? '' : `Line ${line}: `}${detail}\n  ${todo}\n`)
    .join('');
}
