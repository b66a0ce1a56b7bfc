// One instance of the compiled broker with what it imports: WASI on an in-memory file system, the caller's clock and random
// bytes, and the host calls of the port. Knows nothing of connections.

import { ConsoleStdout, Fd, WASI, wasi } from '@bjorn3/browser_wasi_shim';
import { BrokerError } from './errors.js';
import { type FileSystem, WORKING_DIRECTORY } from './fileSystem.js';
import { Memory, type PortExports } from './memory.js';
import { agreesWithHash } from './passwords.js';

/** Thrown through upstream's main when it has reached its loop, to leave it. */
const RUNNING = Symbol('the broker runs');

/** Upstream called `exit`. */
export class BrokerExit extends Error {}

const PAGE_BYTES = 65_536;

/** What `compare_password` answers, as in port/passwords.c. */
const COMPARED = { agrees: 0, differs: 1, noHash: 2 } as const;

export interface MachineOptions {
  readonly files: FileSystem;
  readonly nowMs: () => number;
  readonly random: (bytes: Uint8Array) => unknown;
  readonly memoryLimitBytes: number;
}

/** `crypto.getRandomValues` takes no more than this at a time. */
const RANDOM_BYTES = 65_536;

export class Machine {
  readonly files: FileSystem;
  readonly memory: Memory;
  readonly call: PortExports;
  /** What was printed rather than logged: usage, failed assertions. */
  readonly printed: string[];

  constructor(module: WebAssembly.Module, options: MachineOptions) {
    const printed: string[] = [];
    const console = () => ConsoleStdout.lineBuffered((line) => printed.push(line));
    const shim = new WASI([], [], [new Fd0(), console(), console(), options.files.root], { debug: false });
    const imports = { ...shim.wasiImport, ...replaced(shim, options) };
    const host = {
      running: () => {
        throw RUNNING;
      },
      out_of_memory: () => {
        throw new Error(`out of memory: it may not grow past ${options.memoryLimitBytes} bytes`);
      },
      compare_password: (stored: number, given: number) => {
        const agrees = agreesWithHash(this.memory.text(stored), this.memory.untilZero(given));
        return agrees === null ? COMPARED.noHash : agrees ? COMPARED.agrees : COMPARED.differs;
      },
    };
    const instance = instantiate(module, { wasi_snapshot_preview1: imports as WebAssembly.ModuleImports, host });
    const call = instance.exports as unknown as PortExports;
    shim.initialize({ exports: { memory: call.memory, _initialize: call._initialize } });
    call.limit_memory(Math.floor(options.memoryLimitBytes / PAGE_BYTES));
    this.files = options.files;
    this.call = call;
    this.memory = new Memory(call);
    this.printed = printed;
  }

  /**
   * Runs upstream's main up to its loop.
   * @returns `null` when the broker runs, otherwise what main answered
   */
  start(args: readonly string[]): number | null {
    const { address, length } = this.memory.putTexts([WORKING_DIRECTORY, 'mosquitto', ...args]);
    try {
      return this.call.start(address, length, args.length + 1);
    } catch (thrown) {
      if (thrown === RUNNING) return null;
      throw thrown;
    }
  }
}

function instantiate(module: WebAssembly.Module, imports: WebAssembly.Imports): WebAssembly.Instance {
  try {
    const instance = new WebAssembly.Instance(module, imports);
    if (instance.exports.start === undefined) throw new Error('it is the code of something else');
    return instance;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrokerError('load', `Mosquitto's code could not be started: ${reason}`, { cause });
  }
}

/** Standard input: empty. */
class Fd0 extends Fd {}

/** WASI calls that must not reach for the real world, or that the shim does not do well. */
function replaced(shim: WASI, { nowMs, random }: MachineOptions) {
  const buffer = () => shim.inst.exports.memory.buffer;
  const close = shim.wasiImport.fd_close as (fd: number) => number;
  return {
    clock_time_get(_id: number, _precision: bigint, address: number): number {
      const now = nowMs();
      const whole = Math.floor(now);
      const nanoseconds = BigInt(whole) * 1_000_000n + BigInt(Math.floor((now - whole) * 1e6));
      new DataView(buffer()).setBigUint64(address, nanoseconds, true);
      return wasi.ERRNO_SUCCESS;
    },
    random_get(address: number, length: number): number {
      for (let start = 0; start < length; start += RANDOM_BYTES) {
        random(new Uint8Array(buffer(), address + start, Math.min(RANDOM_BYTES, length - start)));
      }
      return wasi.ERRNO_SUCCESS;
    },
    fd_close(fd: number): number {
      const result = close(fd);
      // The shim only ever appends to its table, and a broker that saves every second would make it long.
      while (shim.fds.length > 0 && shim.fds.at(-1) === undefined) shim.fds.pop();
      return result;
    },
    proc_exit(code: number): never {
      throw new BrokerExit(`it exited with code ${code}`);
    },
  };
}
