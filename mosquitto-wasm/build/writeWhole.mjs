// Writes a file so that nobody ever sees half of it: beside its place first, then moved.

import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @param {string} path
 * @param {string | Uint8Array} data
 */
export function writeWhole(path, data) {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}.new`;
  try {
    writeFileSync(beside, data);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
