// What the tests need beyond npm's packages: a browser, a native Mosquitto to compare with, python3 for upstream's own tests.
// On Debian as root they are installed; elsewhere the message says what is missing, and what is then skipped.
import { existsSync } from 'node:fs';
import { answers, giveUp, run, runNode, say, tools } from './steps.mjs';

const NEEDS = [
  { name: 'chromium', found: () => existsSync('/usr/bin/chromium') },
  { name: 'mosquitto', found: () => existsSync('/usr/sbin/mosquitto') || answers('mosquitto', ['-h']) },
  { name: 'python3', found: () => answers('python3') },
];

/** @returns {Promise<void>} */
export async function ensureSystem() {
  const debianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  let missing = NEEDS.filter(({ found }) => !found()).map(({ name }) => name);
  if (missing.length > 0 && debianRoot) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], env);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], env);
    missing = NEEDS.filter(({ found }) => !found()).map(({ name }) => name);
  }
  if (missing.includes('chromium') && (await runNode(tools.playwright, ['install', 'chromium'])) === 0) {
    missing = missing.filter((name) => name !== 'chromium');
  }
  if (missing.includes('chromium'))
    giveUp('The end-to-end tests need a browser: install Chromium, or let "npx playwright install chromium" fetch one.');
  for (const name of missing) say(`Missing: ${name}. What needs it is skipped.`);
  if (missing.length > 0 && process.env.CI) giveUp(`In CI nothing may be skipped: install ${missing.join(' and ')}.`);
}
