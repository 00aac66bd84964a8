import { describe, expect, test } from 'vitest';
import { isPackage, packageOf, reach, readSources, type Source } from './sources.ts';

const sources = readSources();
const isSpec = ({ path }: Source) => /\.spec\.tsx?$/.test(path);
const under = (folder: string) => sources.filter(({ path }) => path.startsWith(folder));
/** Written for tests alone: examples, generators, checks of many kinds of the same. */
const isForTests = (path: string) => /\.(spec|fixture|testing|broken)\.tsx?$|\/given\//.test(path);
const pure = [...under('business/'), ...under('ledger/')].filter(
  ({ path }) => !/\.(store|http|jobs)\.ts$/.test(path) && !isForTests(path),
);
const lines = (found: readonly { from: string; target: string }[]) =>
  found.map(({ from, target }) => `${from} imports ${target}`).sort();

test('there is something to look at', () => {
  expect(pure.length).toBeGreaterThan(20);
  expect(pure.flatMap(({ imports }) => imports).length).toBeGreaterThan(40);
});

describe('pure files', () => {
  /** Packages that only calculate. */
  const calculating = ['fraction.js', 'temporal-polyfill', 'yaml', 'zod', 'csv-parse', 'simple-statistics'];
  const values = pure.flatMap(({ imports }) => imports.filter(({ typeOnly }) => !typeOnly));

  test('import neither node: modules nor packages that do more than calculate', () => {
    const outside = values.filter(({ target }) => target.startsWith('node:') || isPackage(target));
    expect(lines(outside.filter(({ target }) => !calculating.includes(packageOf(target))))).toEqual([]);
  });

  test('use nothing that is written for tests', () => {
    const working = [...pure, ...under('apps/'), ...under('platform/')].filter(
      ({ path }) => !isForTests(path),
    );
    const forTests = working.flatMap(({ imports }) => imports).filter(({ target }) => isForTests(target));
    expect(lines(forTests)).toEqual([]);
  });

  test('import neither stores, routes and jobs nor the database: at most their types', () => {
    const impure =
      /\.(store|http|jobs)\.ts$|^platform\/(database|http)\/|^platform\/journal\/(journal|audit|documents|idempotency)\.ts$|^apps\//;
    expect(lines(values.filter(({ target }) => impure.test(target)))).toEqual([]);
  });

  test('know neither clock nor chance nor the world', () => {
    const worldly =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bTemporal\.Now\b|\bperformance\.|\bprocess\.|\bfetch\(|\bconsole\.|\bsetTimeout\b|\bsetInterval\b/;
    expect(pure.filter(({ code }) => worldly.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the platform', () => {
  test('imports nothing of the business and the apps', () => {
    const up = under('platform/')
      .filter((source) => !isSpec(source))
      .flatMap(({ imports }) => imports);
    expect(lines(up.filter(({ target }) => /^(business|apps|ledger)\//.test(target)))).toEqual([]);
  });

  test('has no business word in a name', () => {
    // `customer` is not among them: whose a row is, is what row-level security is made of.
    const words =
      'agreement clause remedy remediation breach variation permit forbearance price pricing product edition license entitlement overage cure grant tariff seat notice';
    const isBusiness = new RegExp(`^(${words.split(' ').join('|')})s?$`);
    const working = under('platform/').filter((source) => !isSpec(source));
    const found = working.flatMap(({ path, code }) =>
      (code.match(/[A-Za-z][a-z]+|[A-Z]+/g) ?? [])
        .filter((part) => isBusiness.test(part.toLowerCase()))
        .map((part) => `${path}: ${part}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});

describe('slices', () => {
  /** Each may use what stands before it; those on one step do not know each other. */
  const steps = [
    ['customers', 'catalog', 'identity', 'policy'],
    ['partners'],
    ['agreements'],
    ['usage'],
    ['findings'],
    ['forecast'],
    ['remediation'],
    ['alerts', 'settlement', 'questions'],
    ['correspondence', 'upgrades'],
    ['papers', 'assurance', 'portal', 'reviews'],
  ];
  const stepOf = (path: string) => steps.findIndex((step) => step.includes(path.split('/')[1] ?? ''));
  /** Types that go against the arrow for now. Meant only to shrink. */
  const exempt = [
    // A clause names its measure.
    'business/agreements/agreement.fixture.ts imports business/usage/measure.ts',
    'business/agreements/agreement.ts imports business/usage/measure.ts',
    'business/agreements/measureFromForm.ts imports business/usage/measure.ts',
    // What was counted is shown as a finding's evidence.
    'business/usage/counts/one/evidence.ts imports business/findings/finding.ts',
  ];
  const crossing = under('business/')
    .filter((source) => !isSpec(source))
    .flatMap(({ imports }) => imports)
    .filter(
      ({ from, target }) => target.startsWith('business/') && from.split('/')[1] !== target.split('/')[1],
    )
    .filter(({ from, target }) => stepOf(target) >= stepOf(from));

  test('every slice has its step', () => {
    const unknown = under('business/').filter(({ path }) => stepOf(path) === -1);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  test('use only what stands before them', () => {
    expect(lines(crossing.filter(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  test('know types against the arrow only where it is listed, and the list holds nothing more', () => {
    expect(lines(crossing.filter(({ typeOnly }) => typeOnly))).toEqual(exempt);
  });
});

test('the two counts share nothing but types, whatever they import in turn', () => {
  const [one, two] = ['one', 'two'].map((name) => {
    const files = under(`business/usage/counts/${name}/`).filter((source) => !isSpec(source));
    expect(files.length, name).toBeGreaterThan(0);
    return reach(sources, files);
  });
  expect([...one!].filter((path) => two!.has(path))).toEqual([]);
});
