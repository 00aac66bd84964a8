// npm start: installs what is missing and starts the server; passes its arguments on (--fresh, --port 8080).
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

const program = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  join(root, 'bin', 'stopWithParent.mjs'),
];
const child = spawn(setup(), [...program, join(root, 'apps/server/main.ts'), ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));

// Killed npm, killed server: else it would go on unseen and keep the data for itself. npm starts us through a shell.
function whoStartedUs() {
  try {
    const shell = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').replace(/\(.*\)/, '');
    return `${process.ppid} ${shell.split(' ')[3]}`;
  } catch {
    return String(process.ppid);
  }
}
if (process.env.npm_lifecycle_event) {
  const npm = whoStartedUs();
  setInterval(() => whoStartedUs() !== npm && child.kill('SIGTERM'), 500).unref();
}
