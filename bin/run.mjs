// Runs a TypeScript program of this project on its own Node 24: node bin/run.mjs FILE [arguments]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error('name the file to run');
const child = spawn(setup(), ['--disable-warning=ExperimentalWarning', join(root, file), ...rest], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
