// One hash over everything of Mosquitto's that the compiler may read, whatever archive it came from.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED, HEADER_FOLDERS, INCLUDED } from './sources.mjs';

/** @param {string | Uint8Array} data */
export const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/**
 * @param {string} root folder of the unpacked source
 * @returns {Map<string, Buffer>} path (with `/`) to content, sorted by path
 */
export function readContents(root) {
  const paths = ['config.h', ...COMPILED, ...INCLUDED];
  for (const folder of HEADER_FOLDERS) {
    const present = statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory();
    if (present) for (const name of readdirSync(join(root, folder))) if (name.endsWith('.h')) paths.push(`${folder}/${name}`);
  }
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path))]));
}

/** @param {Map<string, Buffer>} contents */
export function hashContents(contents) {
  return sha256([...contents].map(([path, data]) => `${sha256(data)}  ${path}\n`).join(''));
}
