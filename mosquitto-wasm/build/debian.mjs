// Mosquitto's source by way of Debian: the source package of the release that holds the pinned version, from the mirror that
// this machine's apt already uses. Needs apt-get, no privileges, and touches none of the system's own lists.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { VERSION } from './sources.mjs';

const run = promisify(execFile);
const SUITE = 'trixie';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const TIME_LIMIT_MS = 180_000;

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The machine's apt sources, both of the one-line and of the paragraph kind. @returns {string[]} */
function aptSources() {
  const folder = '/etc/apt/sources.list.d';
  let names = /** @type {string[]} */ ([]);
  try {
    names = readdirSync(folder).filter((name) => /\.(list|sources)$/.test(name));
  } catch {
    // No such folder: the single file below may still be there.
  }
  return [readIfThere('/etc/apt/sources.list'), ...names.sort().map((name) => readIfThere(join(folder, name)))];
}

/**
 * The addresses under which apt finds Debian's own packages.
 * @param {string[]} sources contents of apt's source files
 */
export function debianMirrors(sources) {
  const found = new Set();
  for (const text of sources) {
    for (const line of text.split('\n')) {
      const words = /^\s*(?:deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?|URIs:\s*)(\S.*)$/.exec(line)?.[1]?.split(/\s+/) ?? [];
      for (const word of words) if (/^https?:\/\/\S+\/debian\/?$/.test(word)) found.add(word.replace(/\/$/, ''));
    }
  }
  return [...found];
}

/**
 * @param {string} mirror
 * @param {string} folder an empty folder of one's own
 */
async function download(mirror, folder) {
  const lists = join(folder, 'lists');
  const into = join(folder, 'package');
  for (const path of [join(lists, 'partial'), join(folder, 'cache', 'archives', 'partial'), into]) mkdirSync(path, { recursive: true });
  const signedBy = readIfThere(KEYRING) ? `[signed-by=${KEYRING}] ` : '';
  writeFileSync(join(folder, 'sources.list'), `deb-src ${signedBy}${mirror} ${SUITE} main\n`);
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': lists,
    'Dir::Cache': join(folder, 'cache'),
    'APT::Get::List-Cleanup': '0',
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '1',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
    'Debug::NoLocking': 'true',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  const how = { cwd: into, timeout: TIME_LIMIT_MS, env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', [...options, '-qq', 'update'], how);
  await run('apt-get', [...options, '-qq', 'source', '--download-only', 'mosquitto'], how);
  const name = readdirSync(into).find((file) => file === `mosquitto_${VERSION}.orig.tar.gz`);
  if (name === undefined) throw new Error(`Debian ${SUITE} no longer holds version ${VERSION}.`);
  return readFileSync(join(into, name));
}

/** @returns {Promise<Buffer>} the archive, unchecked */
export async function fromDebian() {
  if (process.platform !== 'linux') throw new Error('this is not a Debian machine');
  const mirrors = debianMirrors(aptSources());
  if (mirrors.length === 0) throw new Error('no Debian mirror among the apt sources of this machine');
  const problems = [];
  for (const mirror of mirrors) {
    const folder = mkdtempSync(join(tmpdir(), 'mosquitto-source-'));
    try {
      return await download(mirror, folder);
    } catch (error) {
      const { code, stderr, message } = /** @type {Error & { code?: unknown, stderr?: string }} */ (error);
      problems.push(code === 'ENOENT' ? 'apt-get is not installed' : (stderr || message).trim().replaceAll('\n', ' '));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  throw new Error(problems.join('; '));
}
