import { existsSync, readdirSync } from 'node:fs';

/** `npm run bench -- NAME` runs `run` of bench/NAME.ts; without a name, or an unknown one, it lists what there is. */
const name = process.argv[2] ?? '';
const file = new URL(`./${name}.ts`, import.meta.url);
const names = readdirSync(new URL('.', import.meta.url))
  .filter((entry) => /^[a-z-]+\.ts$/.test(entry) && entry !== 'main.ts')
  .map((entry) => entry.replace('.ts', ''));

if (!names.includes(name) || !existsSync(file)) {
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  const { run } = (await import(file.href)) as { run: (options: readonly string[]) => Promise<void> };
  await run(process.argv.slice(3));
}
