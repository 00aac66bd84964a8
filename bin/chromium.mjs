// The browser of the journeys: Debian's chromium, installed when it is missing and we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const path = '/usr/bin/chromium';

/** Whether chromium is there in the end; says why when not. */
export function installChromium() {
  if (existsSync(path)) return true;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command) => {
    const [first, ...rest] = [...asRoot, ...command];
    return (
      spawnSync(first, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status === 0
    );
  };
  if (!run('true')) {
    console.error(
      `${path} is missing and may not be installed by this user: have root run "apt-get install chromium".`,
    );
    return false;
  }
  console.error('Installing chromium for the browser tests (once)…');
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  if (existsSync(path)) return true;
  console.error(`${path} is still missing; apt-get's words are above.`);
  return false;
}
