// One upstream test as a process: its output kept, its time limited, nothing of it left running. No second try.
import { spawn } from 'node:child_process';

/** The slowest test sleeps for about ten seconds. */
const LIMIT_MS = 90_000;

const running = new Set();

/** Ends every test that is still running, with the brokers it started. */
export function endRunning() {
  for (const pid of running) endGroup(pid);
}

/** A test that fails half-way leaves its broker running, so the whole process group is ended. */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * @param {{ python: string, folder: string, name: string, ports: number[] }} test
 * @returns {Promise<{ name: string, passed: boolean, seconds: number, output: string }>}
 */
export function runTest({ python, folder, name, ports }) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(python, [`./${name}`, ...ports.map(String)], { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) running.add(child.pid);
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const timer = setTimeout(() => {
      output.push(`\nStopped: no end after ${LIMIT_MS / 1000} s.\n`);
      endGroup(child.pid);
    }, LIMIT_MS);
    child.once('error', reject);
    child.once('exit', () => {
      endGroup(child.pid);
      running.delete(child.pid);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      const seconds = (performance.now() - began) / 1000;
      resolve({ name, passed: code === 0, seconds, output: Buffer.concat(output.map((part) => Buffer.from(part))).toString() });
    });
  });
}
