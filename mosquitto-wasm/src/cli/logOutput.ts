// Where the broker's log lines go on the host, in Mosquitto's own form: `1700000000: text`. Lines are written at once, so that none is lost in a crash.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { LogLine } from '../api.js';
import type { LogSettings } from './configuration.js';
import { strftime } from './strftime.js';

/** Before a configuration is read: everything to stderr, with the seconds before it. */
const INITIAL: LogSettings = { stderr: true, stdout: false, file: null, unsupported: [], timestamp: true, timestampFormat: null };

export class LogOutput {
  #settings = INITIAL;
  #file: number | null = null;
  #terminal = true;

  /** Follows a configuration from here on. A file that cannot be opened is reported, and the log goes to stderr instead, as upstream does it. */
  configure(settings: LogSettings): void {
    this.close();
    this.#settings = settings;
    for (const place of settings.unsupported) this.say(`Warning: log_dest ${place} is not offered here; its lines go to stderr.`);
    if (settings.unsupported.length > 0) this.#settings = { ...this.#settings, stderr: true };
    if (settings.file === null) return;
    try {
      this.#file = openSync(settings.file, 'a', 0o600);
    } catch {
      this.#settings = { ...settings, stderr: true, file: null };
      this.say(`Error: Unable to open log file ${settings.file} for writing.`);
    }
  }

  write(line: LogLine): void {
    const text = `${this.#stamp(line.atMs)}${line.text}\n`;
    this.#writeToFile(text);
    if (this.#settings.stderr && this.#terminal) process.stderr.write(text);
    if (this.#settings.stdout && this.#terminal) process.stdout.write(text);
  }

  #writeToFile(text: string): void {
    if (this.#file === null) return;
    try {
      writeSync(this.#file, text);
    } catch (error) {
      // A full disk must not stop the broker.
      this.close();
      this.#settings = { ...this.#settings, stderr: true };
      this.say(`Error: Unable to write log file ${this.#settings.file}: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** A line of the host's own. */
  say(text: string): void {
    this.write({ level: 'warning', text, atMs: Date.now() });
  }

  /** The broker goes to the background: nothing more to stderr and stdout. */
  leaveTerminal(): void {
    this.#terminal = false;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #stamp(atMs: number): string {
    if (!this.#settings.timestamp) return '';
    const { timestampFormat } = this.#settings;
    return `${timestampFormat === null ? Math.floor(atMs / 1000) : strftime(timestampFormat, new Date(atMs))}: `;
  }
}
