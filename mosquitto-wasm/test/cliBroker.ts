// Starts the command line in a folder of its own and tells what it says. For the tests; waits for lines, never for time.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../bin/mosquitto-wasm.mjs', import.meta.url));

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

export class CliBroker {
  readonly folder: string;
  readonly exited: Promise<number | null>;
  stderr = '';
  stdout = '';
  readonly #child: ChildProcess;
  readonly #waiting = new Set<() => void>();
  #ended = false;

  constructor(
    words: readonly string[],
    files: Readonly<Record<string, string>> = {},
    folder = mkdtempSync(join(tmpdir(), 'mosquitto-wasm-')),
  ) {
    this.folder = folder;
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    this.#child = spawn(process.execPath, [PROGRAM, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#hear({ stderr: chunk.toString(), stdout: '' }));
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#hear({ stderr: '', stdout: chunk.toString() }));
    this.exited = new Promise((resolve) => {
      this.#child.once('close', (code) => {
        this.#ended = true;
        this.#hear({ stderr: '', stdout: '' });
        resolve(code);
      });
    });
  }

  /** Waits until the log (stderr and stdout) holds the pattern, rejects when the program ends without it. */
  saw(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(this.stderr) ?? pattern.exec(this.stdout);
        if (found === null && !this.#ended) return;
        this.#waiting.delete(look);
        if (found !== null) resolve(found);
        else reject(new Error(`It ended without ${pattern}:\n${this.stderr}${this.stdout}`));
      };
      this.#waiting.add(look);
      look();
    });
  }

  async running(): Promise<this> {
    await this.saw(/mosquitto version \S+ running/);
    return this;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }

  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null> {
    this.signal('SIGTERM');
    return this.exited;
  }

  /** For the end of a test, whatever came before. */
  async remove(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
    rmSync(this.folder, { recursive: true, force: true });
  }

  #hear({ stderr, stdout }: { stderr: string; stdout: string }): void {
    this.stderr += stderr;
    this.stdout += stdout;
    for (const look of [...this.#waiting]) look();
  }
}

/** A broker on a free port that lets everybody in, running. */
export async function startOpenBroker(more = ''): Promise<{ broker: CliBroker; port: number }> {
  const port = await freePort();
  const broker = new CliBroker(['-c', 'm.conf'], { 'm.conf': `listener ${port} 127.0.0.1\nallow_anonymous true\n${more}\n` });
  await broker.running();
  return { broker, port };
}
