// Compiles and links mosquitto.wasm in memory, on a few threads. Object files are kept by the hash of all that went into them.

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sha256 } from './contents.mjs';
import { BuildFailure } from './failure.mjs';
import { CACHE } from './paths.mjs';
import { COMPILE_FLAGS, COMPILED, EXTRA_FLAGS, LINK_FLAGS, PORT } from './sources.mjs';
import { clang, TOOLCHAIN_VERSION, toTree } from './toolchain.mjs';
import { writeWhole } from './writeWhole.mjs';

/** More threads than this only wait for the longest file. */
const MOST_THREADS = 4;

/** @param {string} path */
const argsOf = (path) => [...COMPILE_FLAGS, ...(EXTRA_FLAGS[path] ?? [])];

/**
 * @param {string[]} paths
 * @param {import('./toolchain.mjs').Tree} tree
 * @param {(path: string, object: Uint8Array) => void} done
 */
async function compileAll(paths, tree, done) {
  const waiting = [...paths];
  const problems = /** @type {string[]} */ ([]);
  const work = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./compileWorker.mjs', import.meta.url), { workerData: { tree } });
      const next = () => {
        const path = waiting.shift();
        if (path === undefined) void worker.terminate().then(resolve);
        else worker.postMessage({ path, args: argsOf(path) });
      };
      worker.on('error', reject);
      worker.on('message', ({ path, object, problem }) => {
        if (problem === undefined) done(path, object);
        else problems.push(problem);
        next();
      });
      next();
    });
  const threads = Math.min(MOST_THREADS, availableParallelism(), paths.length);
  await Promise.all(Array.from({ length: threads }, work));
  if (problems.length > 0) throw new BuildFailure(problems.join('\n'));
}

/**
 * @param {Map<string, Uint8Array>} files upstream's (patched) and the port's, by path
 * @returns {Promise<Uint8Array>} the module
 */
export async function compile(files) {
  const objects = join(CACHE, 'objects');
  mkdirSync(objects, { recursive: true });
  // Any header, and any upstream file that a port file includes, may change any object: cheap enough, and never wrong.
  const shared = sha256(
    [...files]
      .filter(([path]) => !COMPILED.includes(path) && !PORT.includes(path))
      .map(([path, data]) => `${path} ${sha256(data)}`)
      .join('\n'),
  );
  /** @param {string} path */
  const place = (path) =>
    join(objects, `${sha256([TOOLCHAIN_VERSION, shared, path, sha256(files.get(path) ?? ''), ...argsOf(path)].join('\n'))}.o`);

  const all = [...COMPILED, ...PORT];
  const missing = all.filter((path) => !existsSync(place(path)));
  const tree = toTree(files);
  await compileAll(missing, tree, (path, object) => writeWhole(place(path), object));

  const named = all.map((path) => /** @type {const} */ ([path.replaceAll('/', '_').replace(/c$/, 'o'), readFileSync(place(path))]));
  const linked = await clang([...LINK_FLAGS, ...named.map(([name]) => name), '-o', 'mosquitto.wasm'], toTree(named));
  return /** @type {Uint8Array} */ (linked['mosquitto.wasm']);
}
