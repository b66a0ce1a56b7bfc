// Mosquitto's source tree, got by the first of three ways that works, checked by hash, unpacked once into the cache:
// MOSQUITTO_SOURCE (an archive or a folder), upstream's archive, Debian's source package.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashContents, readContents, sha256 } from './contents.mjs';
import { fromDebian } from './debian.mjs';
import { BuildFailure, reason } from './failure.mjs';
import { CACHE } from './paths.mjs';
import { ARCHIVE, ARCHIVE_HASHES, CONTENTS_HASH, UPSTREAM_URL, VERSION } from './sources.mjs';
import { unpack } from './tar.mjs';

const UNPACKED = join(CACHE, `mosquitto-${VERSION}`);
const NO_ANSWER_MS = 20_000;
const WHOLE_MS = 120_000;

/**
 * Checks that a folder holds the pinned version, to the byte, in all that is compiled.
 * @param {string} root
 */
function checkTree(root) {
  let hash;
  try {
    hash = hashContents(readContents(root));
  } catch (error) {
    throw new Error(`it is not a whole source tree of Mosquitto ${VERSION}: ${reason(error)}`);
  }
  if (hash !== CONTENTS_HASH) {
    throw new Error(`its files are not those of Mosquitto ${VERSION}: hash ${hash}, expected ${CONTENTS_HASH}`);
  }
}

/** Unpacks beside the final place and moves the whole when it is checked. @param {Buffer} archive @param {string} target */
function unpackChecked(archive, target) {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'unpacking-'));
  try {
    unpack(archive, folder);
    checkTree(folder);
    // Another build may have been quicker; what it left is checked by the next call.
    if (!existsSync(target)) renameSync(folder, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return target;
}

async function fromUpstream() {
  const quiet = new AbortController();
  const timer = setTimeout(() => quiet.abort(new Error(`no answer within ${NO_ANSWER_MS / 1000} s`)), NO_ANSWER_MS);
  try {
    const response = await fetch(UPSTREAM_URL, { signal: AbortSignal.any([quiet.signal, AbortSignal.timeout(WHOLE_MS)]) });
    clearTimeout(timer);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Buffer} archive @param {string} expected */
function checkArchive(archive, expected) {
  const hash = sha256(archive);
  if (hash !== expected) throw new Error(`what came is not the release: SHA-256 ${hash}, expected ${expected}`);
  return archive;
}

/** @param {string} given */
function fromEnvironment(given) {
  const path = resolve(given);
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw new Error('there is no such file or folder');
    if (found.isDirectory()) {
      checkTree(path);
      return path;
    }
    const archive = readFileSync(path);
    const target = join(CACHE, `given-${sha256(archive).slice(0, 16)}`);
    if (!existsSync(target)) return unpackChecked(archive, target);
    checkTree(target);
    return target;
  } catch (error) {
    throw new BuildFailure(`MOSQUITTO_SOURCE=${given} cannot be used: ${reason(error)}.
It must name the release archive ${ARCHIVE} (Debian's mosquitto_${VERSION}.orig.tar.gz will do) or the folder it unpacks to.
Without MOSQUITTO_SOURCE the build fetches the source itself.`);
  }
}

/** @returns {Promise<string>} the folder of the unpacked source, in which all that is compiled has been checked */
export async function ensureSource() {
  const given = process.env.MOSQUITTO_SOURCE;
  if (given) return fromEnvironment(given);
  if (existsSync(UNPACKED)) {
    try {
      checkTree(UNPACKED);
      return UNPACKED;
    } catch {
      // Touched by somebody: fetch it anew rather than build from it.
      rmSync(UNPACKED, { recursive: true, force: true });
    }
  }
  const ways = [
    { name: UPSTREAM_URL, get: fromUpstream, hash: ARCHIVE_HASHES.upstream },
    { name: "Debian's source package, by apt-get", get: fromDebian, hash: ARCHIVE_HASHES.debian },
  ];
  const problems = [];
  for (const { name, get, hash } of ways) {
    try {
      return unpackChecked(checkArchive(await get(), hash), UNPACKED);
    } catch (error) {
      problems.push(`  - ${name}: ${reason(error)}`);
    }
  }
  throw new BuildFailure(`Mosquitto ${VERSION} is built from its source, and the source could not be got. Tried:
  - MOSQUITTO_SOURCE: not set
${problems.join('\n')}
What to do: fetch ${UPSTREAM_URL} on a machine that can, copy it here and run again with
  MOSQUITTO_SOURCE=/path/to/${ARCHIVE}`);
}
