import { describe, expect, it } from 'vitest';
import { brokenCloudEvents } from './cloudEvents.broken.ts';
import { cloudEvents } from './cloudEvents.ts';
import { brokenDeclarations } from './declaration.broken.ts';
import { declaration } from './declaration.ts';
import type { Bytes, Decoded } from './decoded.ts';
import { type BrokenInput, bytesOf, everything, instant, usual } from './decoders.testing.ts';
import { brokenFlexDebug } from './flexDebug.broken.ts';
import { flexDebug } from './flexDebug.ts';
import { brokenLmstat } from './lmstat.broken.ts';
import { lmstat } from './lmstat.ts';
import { brokenOtlp } from './otlp.broken.ts';
import { otlp } from './otlp.ts';
import { todos } from './rejections.ts';
import { brokenRlmReports } from './rlmReport.broken.ts';
import { rlmReport } from './rlmReport.ts';
import { brokenRlmstat } from './rlmstat.broken.ts';
import { rlmstat } from './rlmstat.ts';
import { brokenRosters } from './roster.broken.ts';
import { roster } from './roster.ts';
import { brokenSentinel } from './sentinel.broken.ts';
import { sentinel } from './sentinel.ts';
import { brokenUsageCsv } from './usageCsv.broken.ts';
import { usageCsv } from './usageCsv.ts';

const asOf = instant('2026-03-31T22:00:00Z');
const decoders: readonly [string, readonly BrokenInput[], (bytes: Bytes, options: object) => Decoded][] = [
  ['CloudEvents', brokenCloudEvents, (bytes, options) => cloudEvents(bytes, { ...usual, ...options })],
  [
    'a roster',
    brokenRosters,
    (bytes, options) =>
      roster(bytes, { ...usual, source: 'directory', roster: 'seats', feature: 'seat', asOf, ...options }),
  ],
  [
    'lmstat',
    brokenLmstat,
    (bytes, options) => lmstat(bytes, { ...usual, source: 'lic', zone: 'Europe/Berlin', ...options }),
  ],
  [
    'rlmstat',
    brokenRlmstat,
    (bytes, options) => rlmstat(bytes, { ...usual, source: 'lic2', zone: 'Europe/Berlin', ...options }),
  ],
  [
    'FlexNet debug logs',
    brokenFlexDebug,
    (bytes, options) => flexDebug(bytes, { ...usual, source: 'lic1', zone: 'Europe/Berlin', ...options }),
  ],
  [
    'RLM report logs',
    brokenRlmReports,
    (bytes, options) => rlmReport(bytes, { ...usual, source: 'lic2', zone: 'Europe/Berlin', ...options }),
  ],
  [
    'Sentinel RMS usage logs',
    brokenSentinel,
    (bytes, options) => sentinel(bytes, { ...usual, source: 'lic3', ...options }),
  ],
  [
    'a CSV of use',
    brokenUsageCsv,
    (bytes, options) =>
      usageCsv(bytes, { ...usual, source: 'billing', zone: 'UTC', feature: 'f', fields: {}, ...options }),
  ],
  [
    'OpenTelemetry metrics',
    brokenOtlp,
    (bytes, options) => otlp(bytes, { ...usual, source: 'collector', ...options }),
  ],
  [
    'declarations',
    brokenDeclarations,
    (bytes, options) => declaration(bytes, { ...usual, zone: 'UTC', ...options }),
  ],
];

for (const [format, corpus, decode] of decoders) {
  describe(`broken input to ${format}`, () => {
    it('has at least twenty cases', () => expect(corpus.length).toBeGreaterThanOrEqual(20));

    it.each(corpus)('$what: $code in line $line', async ({ input, code, line, options = {} }) => {
      const { fault, rejections, tally } = await everything(decode(bytesOf(input), options));
      const said = rejections[0] ?? fault;
      expect({ code: said?.code, line: said?.line }).toEqual({ code, line });
      expect(said?.todo).toBe(todos[code]);
      expect(tally.accepted + tally.rejected + tally.blank + tally.other).toBe(tally.entries);
    });
  });
}
