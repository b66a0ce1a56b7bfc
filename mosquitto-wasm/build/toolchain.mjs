// The compiler: LLVM itself compiled to WebAssembly, from npm, so that nothing need be installed on the machine.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** @typedef {{ [name: string]: Tree | string | Uint8Array }} Tree */

const entry = createRequire(import.meta.url).resolve('@yowasp/clang');
export const TOOLCHAIN_VERSION = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')).version;

/** @type {Promise<typeof import('@yowasp/clang')> | undefined} */
let toolchain;

/** Loaded only when something is compiled, because it is large; and without its report of how far it is. */
function loaded() {
  toolchain ??= import('@yowasp/clang').then(async (module) => {
    await module.runLLVM(undefined, {}, { fetchProgress: () => undefined });
    return module;
  });
  return toolchain;
}

/**
 * @param {string[]} args as on clang's command line
 * @param {Tree} tree the files it sees
 * @returns {Promise<Tree>} the files it wrote
 * @throws Error whose message is what clang printed
 */
export async function clang(args, tree) {
  let printed = '';
  const decoder = new TextDecoder();
  const print = (/** @type {Uint8Array | null} */ bytes) => {
    if (bytes) printed += decoder.decode(bytes, { stream: true });
  };
  const { commands } = await loaded();
  try {
    return (await commands.clang(args, tree, { stdout: print, stderr: print })) ?? {};
  } catch (error) {
    throw new Error(printed.trim() || String(error));
  }
}

/**
 * @param {Iterable<readonly [string, Uint8Array]>} files path (with `/`) and content
 * @returns {Tree}
 */
export function toTree(files) {
  /** @type {Tree} */
  const root = {};
  for (const [path, data] of files) {
    const parts = path.split('/');
    const name = /** @type {string} */ (parts.pop());
    let folder = root;
    for (const part of parts) folder = /** @type {Tree} */ ((folder[part] ??= {}));
    folder[name] = data;
  }
  return root;
}
