// Starting a broker: options to an instance that has run upstream's main up to its loop, or to an error with Mosquitto's own lines.

import type { Broker, BrokerOptions, LogLine } from './api.js';
import { WasmBroker } from './broker.js';
import { BrokerError } from './errors.js';
import { FileSystem } from './fileSystem.js';
import { loadMosquitto } from './load.js';
import { readLogLines } from './logLines.js';
import { BrokerExit, Machine } from './machine.js';

const DEFAULT_CONFIG_PATH = 'mosquitto.conf';
const DEFAULT_MEMORY_LIMIT_BYTES = 2 ** 31;
/** A broker without a single client takes about half of this. */
const LEAST_MEMORY_BYTES = 2 ** 21;
/** The most that 32 bits can address. */
const MOST_MEMORY_BYTES = 2 ** 32;

/** The caller's clock, kept from running backwards. */
function steady(clock: () => number): () => number {
  let latest = 0;
  return () => {
    const now = clock();
    if (now > latest) latest = now;
    else if (Number.isNaN(now)) throw new RangeError('The clock gave NaN.');
    return latest;
  };
}

/** The line that Mosquitto names when it refuses a configuration; with included files the innermost, which it names first. */
function namedLine(lines: readonly LogLine[]): number | undefined {
  for (const { text } of lines) {
    const found = /^Error found at .*:(\d+)\.$/.exec(text);
    if (found) return Number(found[1]);
  }
  return undefined;
}

function startFailure(machine: Machine, lines: readonly LogLine[]): BrokerError {
  const texts = [...lines.map(({ text }) => text), ...machine.printed];
  const code = machine.call.configured() ? 'start' : 'config';
  return new BrokerError(code, texts.join('\n') || 'Mosquitto ended without a word.', { line: namedLine(lines) });
}

/**
 * Starts a broker, loading its code where `module` is not given.
 *
 * Rejects as {@link startBroker} throws, and with BrokerError code `load` where there is no code to run.
 */
export async function createBroker(options: BrokerOptions = {}): Promise<Broker> {
  return startBroker({ ...options, module: options.module ?? (await loadMosquitto()) });
}

/**
 * Starts a broker at once, without waiting for anything: for a host whose own time must not move on meanwhile.
 *
 * @throws BrokerError code `config` (the configuration was refused), `start` (another reason in Mosquitto's own words)
 *   or `trap`
 * @throws RangeError where `memoryLimitBytes` is out of range, TypeError where a file has no name
 */
export function startBroker(options: BrokerOptions & { readonly module: WebAssembly.Module }): Broker {
  const {
    config,
    configPath = DEFAULT_CONFIG_PATH,
    random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
  } = options;
  const { memoryLimitBytes = DEFAULT_MEMORY_LIMIT_BYTES, onLog = () => undefined } = options;
  if (!(memoryLimitBytes >= LEAST_MEMORY_BYTES && memoryLimitBytes <= MOST_MEMORY_BYTES)) {
    throw new RangeError(`memoryLimitBytes must be from ${LEAST_MEMORY_BYTES} to ${MOST_MEMORY_BYTES}.`);
  }
  const files = new FileSystem(options.files ?? {});
  const args = [...(options.arguments ?? [])];
  if (config !== undefined && (config !== '' || options.configPath !== undefined)) {
    files.write(configPath, config);
    args.unshift('-c', configPath);
  }
  const nowMs = steady(options.clock ?? Date.now);
  const machine = new Machine(options.module, { files, nowMs, random, memoryLimitBytes });
  let answer: number | null;
  try {
    answer = machine.start(args);
  } catch (cause) {
    const lines = readLogLines(machine.call, machine.memory, nowMs()).map(({ text }) => text);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrokerError(
      cause instanceof BrokerExit ? 'start' : 'trap',
      [...lines, ...machine.printed, `The broker failed while it started: ${reason}`].join('\n'),
      { cause },
    );
  }
  if (answer !== null) {
    const lines = readLogLines(machine.call, machine.memory, nowMs());
    for (const line of lines) onLog(line);
    throw startFailure(machine, lines);
  }
  const broker = new WasmBroker(machine, { nowMs, onLog, configPath });
  broker.begin();
  return broker;
}
