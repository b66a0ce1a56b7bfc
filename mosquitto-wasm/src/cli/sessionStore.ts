// The persistence file: read before the start, written back after each time the broker has written it in its memory.
import type { BrokerFiles, LogLine } from '../api.js';
import { readIfThere, replaceFile } from './hostFiles.js';

export class SessionStore {
  readonly #path: string | null;
  #due = false;

  /** @param path as the broker names it; `null`: it keeps no sessions */
  constructor(path: string | null) {
    this.#path = path;
  }

  /** What an earlier run left. */
  read(): BrokerFiles {
    const content = this.#path === null ? null : readIfThere(this.#path);
    return this.#path === null || content === null ? {} : { [this.#path]: content };
  }

  /** The broker has written the file since it was last brought home. */
  get isDue(): boolean {
    return this.#due;
  }

  notice(line: LogLine): void {
    if (this.#path !== null && line.text.startsWith('Saving in-memory database')) this.#due = true;
  }

  /** @throws the file system's error; the older file stays then */
  write(files: Readonly<Record<string, Uint8Array>>): void {
    this.#due = false;
    const content = this.#path === null ? undefined : files[this.#path];
    if (this.#path !== null && content !== undefined) replaceFile(this.#path, content);
  }
}
