// The TypeScript part: src/**/*.ts to dist/*.js and .d.ts. Types are checked by `npm run types`, not here, so that a build
// takes no longer than it must and a half-written file elsewhere in the tree stops nobody.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { sha256 } from './contents.mjs';
import { BuildFailure } from './failure.mjs';
import { CACHE, DIST, PACKAGE } from './paths.mjs';
import { writeWhole } from './writeWhole.mjs';

const compilerManifest = createRequire(import.meta.url).resolve('typescript/package.json');

const CONFIG = 'tsconfig.build.json';
/** It, and what it extends. */
const CONFIGS = [CONFIG, 'tsconfig.json', '../tsconfig.base.json'].map((name) => join(PACKAGE, name)).filter((path) => existsSync(path));

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hash of all that decides the JavaScript. */
export function libraryKey() {
  const inputs = [...CONFIGS, ...filesBelow(join(PACKAGE, 'src')).filter((path) => path.endsWith('.ts'))];
  const { version } = JSON.parse(readFileSync(compilerManifest, 'utf8'));
  return sha256([version, ...inputs.map((path) => `${relative(PACKAGE, path)} ${sha256(readFileSync(path))}`)].join('\n'));
}

/** @param {string} key */
function compileTo(key) {
  const kept = join(CACHE, 'library', key);
  if (existsSync(kept)) return kept;
  mkdirSync(dirname(kept), { recursive: true });
  const folder = mkdtempSync(join(dirname(kept), 'compiling-'));
  try {
    const compiler = join(dirname(compilerManifest), 'bin', 'tsc');
    const args = [compiler, '-p', join(PACKAGE, CONFIG), '--noCheck', '--outDir', folder];
    const { status, stdout, stderr, error } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (error) throw error;
    if (status !== 0) throw new BuildFailure(`TypeScript does not compile:\n${stdout}${stderr}`);
    if (!existsSync(kept)) renameSync(folder, kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}

/** Brings dist up to date with src; files of sources that are gone go too. @param {string} key */
export function buildLibrary(key) {
  const from = compileTo(key);
  const wanted = new Set(filesBelow(from).map((path) => relative(from, path)));
  for (const name of wanted) {
    const data = readFileSync(join(from, name));
    const target = join(DIST, name);
    if (!existsSync(target) || !readFileSync(target).equals(data)) writeWhole(target, data);
  }
  for (const path of filesBelow(DIST)) {
    if (/\.(js|d\.ts|map)$/.test(path) && !wanted.has(relative(DIST, path))) rmSync(path);
  }
}
