// A reader of .tar.gz archives over node:zlib: as much of tar as source archives use (ustar with prefix, pax and GNU long
// names), on every system. Symbolic links are left out: Windows makes none without special rights, and the build needs none.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/**
 * @param {Buffer} block
 * @param {number} start
 * @param {number} length
 */
function text(block, start, length) {
  const end = block.indexOf(0, start);
  return block.toString('utf8', start, end < 0 || end > start + length ? start + length : end);
}

/** @param {Buffer} data a pax header: lines of "length key=value" */
function paxPath(data) {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(data.toString('utf8'))?.[1];
}

/**
 * @param {Buffer} archive the .tar.gz
 * @returns {Generator<{ name: string, data: Buffer, executable: boolean }>} its plain files
 */
export function* tarFiles(archive) {
  const tar = gunzipSync(archive);
  /** @type {string | undefined} */
  let longName;
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8);
    if (!Number.isSafeInteger(size) || at + BLOCK + size > tar.length) throw new Error('The archive is cut off or not a tar archive.');
    const data = tar.subarray(at + BLOCK, at + BLOCK + size);
    const type = String.fromCharCode(header[156] ?? 0);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L') longName = text(data, 0, data.length);
    else if (type === 'x') longName = paxPath(data) ?? longName;
    else if (type !== 'g') {
      const prefix = text(header, 345, 155);
      const name = longName ?? (prefix ? `${prefix}/` : '') + text(header, 0, 100);
      longName = undefined;
      const mode = Number.parseInt(text(header, 100, 8).trim() || '0', 8);
      if (type === '0' || type === '\0') yield { name, data, executable: (mode & 0o100) !== 0 };
    }
  }
}

/**
 * Unpacks into `folder`, without the archive's own top folder.
 * @param {Buffer} archive
 * @param {string} folder
 */
export function unpack(archive, folder) {
  for (const { name, data, executable } of tarFiles(archive)) {
    const inside = normalize(name.slice(name.indexOf('/') + 1));
    if (inside.startsWith('..') || /^([/\\]|[A-Za-z]:)/.test(inside))
      throw new Error(`The archive holds a file outside of its folder: ${name}`);
    const path = join(folder, inside);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data, { mode: executable ? 0o755 : 0o644 });
  }
}
