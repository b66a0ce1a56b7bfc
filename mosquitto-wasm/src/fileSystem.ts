// The broker's files, in memory, behind WASI's calls. A path without a leading slash is relative to the broker's working
// directory, which is a folder that no absolute path names, so that each file keeps the kind of name it was given.

import { Directory, File, type Inode, OpenFile, PreopenDirectory, wasi } from '@bjorn3/browser_wasi_shim';
import type { BrokerFiles } from './api.js';

/** The working directory, as the broker is told. */
export const WORKING_DIRECTORY = '/.working-directory';

const SMALLEST_BYTES = 1024;

/** The shim's file copies all of itself at every write that makes it longer; a persistence file has many thousands of those. */
class OpenGrowingFile extends OpenFile {
  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    const { file } = this;
    const start = Number(this.file_pos);
    const end = start + data.byteLength;
    const length = Math.max(end, file.data.byteLength);
    if (end > file.data.buffer.byteLength) {
      const larger = new Uint8Array(Math.max(end, 2 * file.data.byteLength, SMALLEST_BYTES));
      larger.set(file.data);
      file.data = larger;
    }
    file.data = new Uint8Array(file.data.buffer, 0, length);
    file.data.set(data, start);
    this.file_pos = BigInt(end);
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.byteLength };
  }
}

class GrowingFile extends File {
  override path_open(oflags: number, _rights: bigint, flags: number): { ret: number; fd_obj: OpenFile } {
    if (oflags & wasi.OFLAGS_TRUNC) this.data = new Uint8Array();
    const open = new OpenGrowingFile(this);
    if (flags & wasi.FDFLAGS_APPEND) open.fd_seek(0n, wasi.WHENCE_END);
    return { ret: wasi.ERRNO_SUCCESS, fd_obj: open };
  }
}

const partsOf = (path: string): string[] => {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
};

const inside = (path: string): string[] => partsOf(path.startsWith('/') ? path : `${WORKING_DIRECTORY}/${path}`);

class Root extends PreopenDirectory {
  /** Files that the broker makes are made with their folders, as a host without folders of its own would expect. */
  override path_open(dirflags: number, path: string, oflags: number, rights: bigint, inheriting: bigint, flags: number) {
    if (oflags & wasi.OFLAGS_CREAT && this.#missing(path)) this.put(partsOf(path), new Uint8Array());
    return super.path_open(dirflags, path, oflags, rights, inheriting, flags);
  }

  #missing(path: string): boolean {
    return this.path_lookup(path, 0).inode_obj === null;
  }

  folder(parts: readonly string[]): Directory | null {
    let folder = this.dir;
    for (const part of parts) {
      let next = folder.contents.get(part);
      if (next === undefined) {
        next = new Directory(new Map());
        folder.contents.set(part, next);
      }
      if (!(next instanceof Directory)) return null;
      folder = next;
    }
    return folder;
  }

  put(parts: readonly string[], content: Uint8Array): void {
    const name = parts.at(-1);
    const folder = this.folder(parts.slice(0, -1));
    if (name === undefined || folder === null || folder.contents.get(name) instanceof Directory) {
      throw new TypeError(`Not a name for a file: ${parts.join('/')}`);
    }
    folder.contents.set(name, new GrowingFile(content));
  }
}

function collect(folder: Directory, prefix: string, into: Record<string, Uint8Array>): void {
  for (const [name, entry] of folder.contents) {
    if (entry instanceof Directory) collect(entry, `${prefix}${name}/`, into);
    else if (entry instanceof File) into[prefix + name] = entry.data.slice();
  }
}

export class FileSystem {
  /** What WASI opens paths in. */
  readonly root = new Root('/', new Map());
  readonly #encoder = new TextEncoder();

  constructor(files: BrokerFiles) {
    this.root.folder(partsOf(WORKING_DIRECTORY));
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  /** @throws TypeError where the path names a folder */
  write(path: string, content: Uint8Array | string): void {
    this.root.put(inside(path), typeof content === 'string' ? this.#encoder.encode(content) : content.slice());
  }

  /** The content itself, no copy. */
  read(path: string): Uint8Array | null {
    let entry: Inode | undefined = this.root.dir;
    for (const part of inside(path)) entry = entry instanceof Directory ? entry.contents.get(part) : undefined;
    return entry instanceof File ? entry.data : null;
  }

  /** Copies of all files: relative names for those in the working directory, absolute for the others. */
  all(): Record<string, Uint8Array> {
    const files: Record<string, Uint8Array> = {};
    const [name = ''] = partsOf(WORKING_DIRECTORY);
    for (const [top, entry] of this.root.dir.contents) {
      if (entry instanceof Directory) collect(entry, top === name ? '' : `/${top}/`, files);
      else if (entry instanceof File) files[`/${top}`] = entry.data.slice();
    }
    return files;
  }
}
