// What start, build, test and bench have in common. Only Node's own modules: this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, '.cache');

/** Where installed command-line tools start; run with Node itself, so that no shell is needed. */
export const tools = {
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
};

/** @param {string} message */
export function say(message) {
  process.stdout.write(`${message}\n`);
}

/**
 * Ends the command with a message for people.
 * @param {string} message
 * @returns {never}
 */
export function giveUp(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/**
 * Runs a program to its end with its output shown. Gives its exit code.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', (error) => {
      say(`${program}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string} script relative to the root
 * @param {string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runNode(script, args = [], env = {}) {
  return run(process.execPath, [join(root, script), ...args], env);
}

/** Whether a program answers. @param {string} program @param {string[]} [args] */
export function answers(program, args = ['--version']) {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!enough) giveUp(`Session Lab needs Node 20.19 or later, or 22.12 or later; this is ${process.versions.node}.`);
}

/** Installs the packages when the lock file is not the one that was installed last. */
export async function ensureInstalled() {
  const lock = fingerprint(['package-lock.json', 'package.json', 'mosquitto-wasm/package.json']);
  if (existsSync(join(root, 'node_modules')) && readStamp('installed') === lock) return;
  say('Installing packages ...');
  const npm = npmCommand();
  const code = await run(npm.program, [...npm.before, 'ci', '--no-audit', '--no-fund']);
  if (code !== 0) giveUp('npm could not install the packages; its message is above. Check the network and try again.');
  writeStamp('installed', lock);
}

/** The npm that runs this script, started by Node itself where npm says where it lives (on Windows it is no program of its own). */
function npmCommand() {
  const path = process.env.npm_execpath;
  return path?.endsWith('.js') ? { program: process.execPath, before: [path] } : { program: 'npm', before: [] };
}

/** Builds the broker when its inputs changed; the package knows that itself. */
export async function ensureBroker() {
  const code = await runNode('mosquitto-wasm/build/build.mjs');
  if (code !== 0) giveUp('The broker could not be built; the reason is above.');
}

/** Builds the static site into dist/ when its inputs changed. */
export async function ensureSite() {
  const inputs = fingerprint(SITE_INPUTS);
  if (existsSync(join(root, 'dist/index.html')) && readStamp('site') === inputs) {
    say('The site is up to date.');
    return;
  }
  if ((await runNode(tools.vite, ['build', '--logLevel', 'warn'])) !== 0) giveUp('The site could not be built; the reason is above.');
  writeStamp('site', inputs);
}

const SITE_INPUTS = ['app', 'content', 'simulations', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'mosquitto-wasm/dist'];

/** One hash over files and folders: names and contents. @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addPath(hash, path);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addPath(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addPath(hash, `${path}/${name}`);
    return;
  }
  hash.update(path).update('\0').update(readFileSync(full)).update('\0');
}

/** @param {string} name */
function readStamp(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** @param {string} name @param {string} value */
function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}
