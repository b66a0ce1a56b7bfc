// The files of the machine that a configuration names, brought into the broker's memory under the names it knows them by, and its sessions brought back.
// Paths are relative to the working directory, as Mosquitto takes them.
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Broker } from '../api.js';
import { forBroker, type HostSettings, readSettings, readStatement, type Statement } from './configuration.js';

/** Deeper than upstream follows an `include_dir` within an included file. */
const INCLUDE_DEPTH = 10;

export interface Configuration {
  readonly text: string;
  readonly settings: HostSettings;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** `null` when there is no such file or it cannot be read: the broker says so in its own words when it looks for it. */
function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

const statementsOf = (text: string): Statement[] => text.split('\n').flatMap((line) => readStatement(line) ?? []);

/** Upstream takes the files that end in `.conf`, in the order of their names. */
function includedFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * Reads a configuration file and all that it names.
 * @returns `null` when the file itself cannot be read
 */
export function readConfiguration(configPath: string): Configuration | null {
  const main = readIfThere(configPath);
  if (main === null) return null;
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const files: Record<string, Uint8Array> = {};
  const statements: Statement[] = [];

  const take = (text: string, depth: number): void => {
    for (const statement of statementsOf(text)) {
      statements.push(statement);
      if (statement.key !== 'include_dir' || depth === INCLUDE_DEPTH) continue;
      for (const path of includedFiles(statement.value)) {
        const included = decoder.decode(readIfThere(path) ?? new Uint8Array());
        files[path] = encoder.encode(forBroker(included));
        take(included, depth + 1);
      }
    }
  };

  const text = decoder.decode(main);
  take(text, 0);
  const settings = readSettings(statements);
  for (const path of settings.namedFiles) {
    const content = readIfThere(path);
    if (content !== null) files[path] = content;
  }
  return { text: forBroker(text), settings, files };
}

/**
 * Writes a file so that there is the old one or the new one at every instant, also when the machine goes down meanwhile.
 * @throws the file system's error; the old file is untouched then
 */
export function replaceFile(path: string, content: Uint8Array): void {
  const next = `${path}.${process.pid}.new`;
  try {
    const file = openSync(next, 'w', 0o600);
    try {
      for (let written = 0; written < content.length; ) written += writeSync(file, content, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** The persistence file: read before the start, written back each time the broker has written it in its memory. */
export class SessionFile {
  readonly #path: string | null;
  #latest: Uint8Array | null = null;

  /** @param path as the broker names it; `null`: it keeps no sessions */
  constructor(path: string | null) {
    this.#path = path;
  }

  /** What an earlier run left. */
  read(): Readonly<Record<string, Uint8Array>> {
    const content = this.#path === null ? null : readIfThere(this.#path);
    return this.#path === null || content === null ? {} : { [this.#path]: content };
  }

  /** What is there now is on the disk already. */
  startFrom(broker: Pick<Broker, 'readFile'>): void {
    if (this.#path !== null) this.#latest = broker.readFile(this.#path);
  }

  /** Writes the file when the broker has written it since the last time. @throws the file system's error; the older file stays then */
  bringHome(broker: Pick<Broker, 'readFile'>): void {
    if (this.#path !== null) this.#write(this.#path, broker.readFile(this.#path));
  }

  /** The same from the files that a stopped broker leaves. */
  bringLast(files: Readonly<Record<string, Uint8Array>>): void {
    if (this.#path !== null) this.#write(this.#path, files[this.#path] ?? null);
  }

  #write(path: string, content: Uint8Array | null): void {
    if (content === null || content === this.#latest) return;
    this.#latest = content;
    replaceFile(path, content);
  }
}
