// `npm run build`: dist/mosquitto.wasm from Mosquitto's pinned source and the port, dist/*.js and *.d.ts from src.
// Nothing is done again that is there already: both halves are kept under the hash of all that goes into them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readContents, sha256 } from './contents.mjs';
import { BuildFailure } from './failure.mjs';
import { buildLibrary, libraryKey } from './library.mjs';
import { patchConf } from './patches.mjs';
import { CACHE, DIST, PACKAGE } from './paths.mjs';
import { ensureSource } from './source.mjs';
import { COMPILE_FLAGS, CONTENTS_HASH, EXTRA_FLAGS, LINK_FLAGS } from './sources.mjs';
import { TOOLCHAIN_VERSION } from './toolchain.mjs';
import { writeWhole } from './writeWhole.mjs';

/** @returns {Map<string, Buffer>} */
function readPort() {
  const entries = readdirSync(join(PACKAGE, 'port'), { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => /\.[ch]$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [relative(PACKAGE, path).replaceAll('\\', '/'), readFileSync(path)]));
}

/** @param {Map<string, Buffer>} port */
function moduleKey(port) {
  const patches = readFileSync(join(PACKAGE, 'build', 'patches.mjs'));
  const flags = JSON.stringify([COMPILE_FLAGS, EXTRA_FLAGS, LINK_FLAGS]);
  return sha256(
    [TOOLCHAIN_VERSION, CONTENTS_HASH, sha256(patches), flags, ...[...port].map(([path, data]) => `${path} ${sha256(data)}`)].join('\n'),
  );
}

/** @param {Map<string, Buffer>} port */
async function buildModule(port) {
  const source = await ensureSource();
  const files = new Map([...readContents(source), ...port]);
  const conf = 'src/conf.c';
  files.set(conf, Buffer.from(patchConf(files.get(conf)?.toString('utf8') ?? '')));
  const { compile } = await import('./compile.mjs');
  return compile(files);
}

/**
 * Makes dist what it should be. Quick when it is so already.
 * @param {(line: string) => void} [say] told in a line what is being done
 */
export async function ensureBuilt(say = () => undefined) {
  const port = readPort();
  const key = moduleKey(port);
  const kept = join(CACHE, 'modules', `${key}.wasm`);
  const target = join(DIST, 'mosquitto.wasm');
  const stamp = join(DIST, 'built.json');
  const library = libraryKey();
  const wanted = JSON.stringify({ module: key, library });
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    say('mosquitto-wasm is built.');
    return;
  }
  const started = performance.now();
  if (!existsSync(kept)) {
    say('mosquitto-wasm: building Mosquitto from source; this takes some seconds, once.');
    writeWhole(kept, await buildModule(port));
  }
  writeWhole(target, readFileSync(kept));
  buildLibrary(library);
  writeWhole(stamp, wanted);
  say(`mosquitto-wasm is built, in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureBuilt((line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
