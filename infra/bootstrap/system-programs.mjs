import { accessSync, chmodSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, runOrExit } from './step.mjs';

const wanted = [
  {
    name: 'Chromium',
    debian: 'chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    chosen: process.env.CHROMIUM_PATH,
  },
  { name: 'Redis', debian: 'redis-server', programs: ['redis-server'] },
];
const servicePolicy = '/usr/sbin/policy-rc.d';

/** Makes sure that the programs the tests need are there: installs them as root on Debian, else says what to install and ends. */
export async function requireTestPrograms() {
  const missing = wanted
    .filter(({ programs, chosen }) => !chosen && !programs.some(isInstalled))
    .filter(({ name }) => !(name === 'Chromium' && isChromeOnMac()));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(' and ');
  const packages = missing.map(({ debian }) => debian);
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.error(`The tests need ${names}. Install what is missing and start again:`);
    console.error(`  Debian, Ubuntu:  sudo apt-get install ${packages.join(' ')}`);
    console.error(
      `  macOS:           brew install ${missing.map(({ debian }) => (debian === 'redis-server' ? 'redis' : '--cask chromium')).join(' && brew install ')}`,
    );
    process.exit(1);
  }
  await withoutStartingServices(async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('Fetching the list of system packages', 'apt-get', ['update'], { env });
    await runOrExit(`Installing ${names}`, 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  });
}

/** We want the programs, not a Redis that listens on this machine; this is Debian's way to say so. */
async function withoutStartingServices(work) {
  const isOurs = !existsSync(servicePolicy);
  const remove = () => isOurs && rmSync(servicePolicy, { force: true });
  if (isOurs) {
    writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n');
    chmodSync(servicePolicy, 0o755);
    process.once('exit', remove);
  }
  await work();
  remove();
}

function isInstalled(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => canRun(path.join(folder, program)));
}

function isChromeOnMac() {
  return ['Google Chrome', 'Chromium'].some((name) => canRun(`/Applications/${name}.app/Contents/MacOS/${name}`));
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
