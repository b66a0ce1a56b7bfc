// `-d`: Node cannot fork itself, so a second process is started and this one waits until it runs, or hands on how it failed.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import type { LogOutput } from './logOutput.js';

const MARK = 'MOSQUITTO_WASM_BACKGROUND';
const RUNNING = 'running';
const STDERR = 2;

/** This is the process in the background. */
export const isBackground = (): boolean => process.env[MARK] !== undefined && process.send !== undefined;

/** @returns the exit code for the process in the foreground: 0 once the broker runs */
export function goToBackground(words: readonly string[]): Promise<number> {
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, ...words], {
    detached: true,
    env: { ...process.env, [MARK]: '1' },
    // Until it runs, what goes wrong is told here.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', () => {
      child.disconnect();
      child.unref();
      resolve(0);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Tells the process in the foreground, and leaves the terminal. */
export function reportRunning(log: LogOutput): void {
  log.leaveTerminal();
  process.send?.(RUNNING);
  // Whoever reads our stderr to its end must not wait for us: the lowest free descriptor is given again.
  closeSync(STDERR);
  openSync(devNull, 'w');
}
