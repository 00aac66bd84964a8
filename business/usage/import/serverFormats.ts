import { flexDebug } from './flexDebug.ts';
import { at, type ImportFormat, source, zone } from './format.ts';
import { lmstat } from './lmstat.ts';
import { rlmReport } from './rlmReport.ts';
import { rlmstat } from './rlmstat.ts';
import { sentinel } from './sentinel.ts';

/** What license servers print and write. */
export const serverFormats = {
  lmstat: {
    title: 'lmstat',
    what: 'What lmstat -a prints: who holds a FlexNet license right now',
    mediaTypes: ['text/plain'],
    recognizes: (head) =>
      /^(lm(util|stat) - Copyright|Flexible License Manager status on |Users of .+: {1,2}\(|NOTE: lmstat -i )/m.test(
        head,
      ),
    options: [source, zone, at],
    decode: (bytes, { at, ...options }) =>
      lmstat(bytes, {
        ...options,
        source: options.source!,
        zone: options.zone!,
        ...(at === undefined ? {} : { at }),
      }),
  },
  rlmstat: {
    title: 'rlmstat',
    what: 'What rlmutil rlmstat -a prints: who holds an RLM license right now',
    mediaTypes: [],
    recognizes: (head) =>
      /^(rlmutil v\S|[ \t]+rlm status on |[ \t]+\S+ (ISV server|license (pool|usage)) status on |Error connecting to "rlm" server)/m.test(
        head,
      ),
    options: [source, zone, at],
    decode: (bytes, { at, ...options }) =>
      rlmstat(bytes, {
        ...options,
        source: options.source!,
        zone: options.zone!,
        ...(at === undefined ? {} : { at }),
      }),
  },
  flexdebug: {
    title: 'FlexNet debug log',
    what: 'The debug log of lmgrd and its vendor daemons: OUT and IN by the second; weaker evidence than a report',
    mediaTypes: [],
    recognizes: (head) =>
      /^ ?\d{1,2}:\d\d:\d\d \([\w@.-]+\) (OUT|IN|DENIED|TIMESTAMP|FlexNet|FLEXnet|Server started|={3}|Started|Start-Date)/m.test(
        head,
      ),
    options: [
      source,
      zone,
      {
        name: 'day',
        kind: 'day',
        needed: false,
        what: 'The day of its first line, if the log does not say',
      },
      {
        name: 'grouping',
        kind: 'choice',
        needed: false,
        what: 'By what checkouts share a license in the license file: U user, H host, V the vendor’s own text',
        choices: ['U', 'H', 'V', 'UH', 'UV', 'HV', 'UHV'],
      },
    ],
    decode: (bytes, { day, grouping, ...options }) =>
      flexDebug(bytes, {
        ...options,
        source: options.source!,
        zone: options.zone!,
        ...(day === undefined ? {} : { day }),
        ...(grouping === undefined ? {} : { grouping }),
      }),
  },
  rlmreport: {
    title: 'RLM report log',
    what: 'The report log of an RLM server: every checkout and return, in its standard, detailed or small form',
    mediaTypes: [],
    recognizes: (head) => /^RLM Report Log Format \d/m.test(head),
    options: [source, zone],
    decode: (bytes, options) =>
      rlmReport(bytes, { ...options, source: options.source!, zone: options.zone! }),
  },
  sentinel: {
    title: 'Sentinel RMS usage log',
    what: 'The usage log (lservsta) of a Sentinel RMS license server: every issue, denial and release',
    mediaTypes: [],
    recognizes: (head) =>
      /^(# (Startup|Shutdown) Sentinel|\d \d \S+ (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4} {1,2}\d{9,11} )/m.test(
        head,
      ),
    options: [source],
    decode: (bytes, options) => sentinel(bytes, { ...options, source: options.source! }),
  },
} as const satisfies Record<string, ImportFormat>;
