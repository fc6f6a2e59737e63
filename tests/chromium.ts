/**
 * The browser that the tests drive: Debian's Chromium. Where there is none, root on Debian gets it; anyone else is told what to
 * install, and the tests fail. They never skip.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Flags for a browser in a container that talks to nobody. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium, or undefined. `CHROMIUM` names one that stands elsewhere. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named && existsSync(named)) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

if (import.meta.main) {
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    process.stdout.write('No Chromium is found; installing Debian’s.\n');
    spawnSync('apt-get', ['update'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const path = findChromium();
  if (!path) {
    process.stderr.write(
      'The tests need Chromium: install it (on Debian: apt-get install chromium), or name it: CHROMIUM=/path npm test\n',
    );
    process.exit(1);
  }
  process.stdout.write(`${execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim()}\n`);
}
