// A running broker. Each method enters the instance once and then hands out what that set off, in the order in which the broker
// did it, after the instance has been left: a handler may therefore call any method again.

import type { Broker, BrokerMetrics, Connection, ConnectOptions, ListenerView, LogLine, SessionView } from './api.js';
import { BrokerConnection, type Wire } from './connection.js';
import { BrokerError } from './errors.js';
import { readLogLine } from './logLines.js';
import type { Machine } from './machine.js';
import { EVENT, INPUT_BYTES, UNLIMITED_ROOM } from './memory.js';
import { MOSQUITTO_VERSION } from './version.js';
import { readListeners, readMetrics, readSessions } from './views.js';

const FIRST_REMOTE_PORT = 49_152;
const LAST_PORT = 65_535;
/** No IP address is as long as this. */
const LONGEST_ADDRESS = 64;
const DEFAULT_RECEIVE_BUFFER_BYTES = 65_536;

export interface Surroundings {
  readonly nowMs: () => number;
  readonly onLog: (line: LogLine) => void;
  readonly configPath: string;
}

export class WasmBroker implements Broker {
  readonly version = MOSQUITTO_VERSION;
  readonly listeners: readonly ListenerView[];
  readonly #surroundings: Surroundings;
  readonly #connections = new Map<number, BrokerConnection>();
  readonly #wire: Wire;
  #machine: Machine | null;
  #end: BrokerError | null = null;
  #draining = false;
  #offset = 0;
  #nowMs = 0;
  #remotePort = FIRST_REMOTE_PORT;

  constructor(machine: Machine, surroundings: Surroundings) {
    this.#machine = machine;
    this.#surroundings = surroundings;
    this.#wire = {
      receive: (socket, bytes) => this.#receive(socket, bytes),
      finish: (socket) => this.#enter(({ call }) => call.receive(socket, 0, 0, this.#nowMs)),
      vanish: (socket) => this.#enter(({ call }) => call.vanish(socket)),
      allow: (socket, bytes) =>
        this.#enter(({ call }) => {
          call.set_room(socket, bytes ?? UNLIMITED_ROOM);
          if (bytes === null) call.writable(socket, this.#nowMs);
        }),
    };
    this.listeners = readListeners(machine.call, machine.memory);
  }

  /** Hands out what the broker logged while it started. */
  begin(): void {
    this.#enter(() => undefined);
  }

  connect(options: ConnectOptions = {}): Connection {
    const { address = '127.0.0.1', remotePort = this.#nextRemotePort(), receiveBufferBytes = DEFAULT_RECEIVE_BUFFER_BYTES } = options;
    if (!Number.isInteger(remotePort) || remotePort < 1 || remotePort > LAST_PORT) throw new RangeError(`Not a port: ${remotePort}.`);
    if (!(receiveBufferBytes >= 1)) throw new RangeError('receiveBufferBytes must be at least 1.');
    const machine = this.#running();
    const index = options.listener ?? this.#listenerFor(options.port, address);
    const port = this.listeners[index]?.port;
    if (port === undefined) throw new BrokerError('refused', `No listener ${index}.`);
    const room = Math.min(Math.floor(receiveBufferBytes), UNLIMITED_ROOM - 1);
    this.#nowMs = this.#surroundings.nowMs();
    const socket = this.#attempt(machine, ({ call, memory }) => {
      const made = address.length > LONGEST_ADDRESS ? -1 : call.connect(index, memory.putTexts([address]).address, remotePort, this.#nowMs);
      if (made >= 0) call.set_room(made, room);
      return made;
    });
    if (socket < 0) throw new TypeError(`Not an IP address: ${address}.`);
    const connection = new BrokerConnection(this.#wire, socket, { port, address }, room);
    this.#connections.set(socket, connection);
    this.#drain(machine);
    return connection;
  }

  /** Listeners may share a port when they are bound to addresses of different families: the client's own is preferred. */
  #listenerFor(port: number | undefined, address: string): number {
    const wanted = port ?? this.listeners[0]?.port;
    const indexes = [...this.listeners.keys()].filter((index) => this.listeners[index]?.port === wanted);
    const [first] = indexes;
    if (first === undefined) throw new BrokerError('refused', `No listener on port ${wanted}.`);
    const fits = (index: number) => this.listeners[index]?.bindAddress?.includes(':') === address.includes(':');
    return indexes.length === 1 ? first : (indexes.find(fits) ?? first);
  }

  #nextRemotePort(): number {
    const port = this.#remotePort;
    this.#remotePort = port === LAST_PORT ? FIRST_REMOTE_PORT : port + 1;
    return port;
  }

  tick(): void {
    this.#enter(({ call }) => call.tick(this.#nowMs));
  }

  reload(config?: string): void {
    if (config !== undefined) this.writeFile(this.#surroundings.configPath, config);
    this.#enter(({ call }) => call.reload(this.#nowMs));
  }

  save(): void {
    this.#enter(({ call }) => call.save(this.#nowMs));
  }

  sessions(): SessionView[] {
    return this.#enter(({ call, memory }) => readSessions(call, memory));
  }

  metrics(): BrokerMetrics {
    return this.#enter(({ memory }) => readMetrics(memory));
  }

  files(): Record<string, Uint8Array> {
    return this.#running().files.all();
  }

  readFile(path: string): Uint8Array | null {
    return this.#running().files.read(path);
  }

  writeFile(path: string, content: Uint8Array | string): void {
    this.#running().files.write(path, content);
  }

  stop(): Record<string, Uint8Array> {
    const machine = this.#running();
    this.#enter(({ call }) => {
      call.stop(this.#nowMs);
      this.#machine = null;
      this.#end = new BrokerError('stopped', 'The broker was stopped.');
    });
    return machine.files.all();
  }

  kill(): Record<string, Uint8Array> {
    const { files } = this.#running();
    this.#abandon(new BrokerError('stopped', 'The broker was killed.'));
    return files.all();
  }

  #running(): Machine {
    if (this.#machine === null) throw this.#end ?? new BrokerError('stopped', 'The broker was stopped.');
    return this.#machine;
  }

  /** The one way into the instance that is not `receive`. */
  #enter<T>(call: (machine: Machine) => T): T {
    const machine = this.#running();
    this.#nowMs = this.#surroundings.nowMs();
    const result = this.#attempt(machine, call);
    this.#drain(machine);
    return result;
  }

  #attempt<T>(machine: Machine, call: (machine: Machine) => T): T {
    try {
      return call(machine);
    } catch (thrown) {
      throw this.#fail(machine, thrown);
    }
  }

  #receive(socket: number, bytes: Uint8Array): void {
    const machine = this.#running();
    const { call, memory } = machine;
    const now = this.#surroundings.nowMs();
    this.#nowMs = now;
    try {
      if (bytes.length <= INPUT_BYTES) {
        if (bytes.length > 0) call.receive(socket, memory.put(bytes), bytes.length, now);
      } else {
        for (let start = 0; start < bytes.length; start += INPUT_BYTES) {
          const part = bytes.subarray(start, start + INPUT_BYTES);
          call.receive(socket, memory.put(part), part.length, now);
        }
      }
    } catch (thrown) {
      throw this.#fail(machine, thrown);
    }
    this.#drain(machine);
  }

  /** Hands out the events. What a handler sets off is handed out by the same loop, behind what was there before. */
  #drain(machine: Machine): void {
    if (this.#draining) return;
    const { call } = machine;
    let failed = false;
    let failure: unknown;
    this.#draining = true;
    try {
      for (let length = call.events_length(); this.#offset < length; length = call.events_length()) {
        try {
          this.#handOut(machine, length);
        } catch (thrown) {
          // A handler's error is its caller's, but must not cost others their events.
          if (!failed) failure = thrown;
          failed = true;
        }
      }
    } finally {
      this.#draining = false;
    }
    if (failed) throw failure;
  }

  #handOut(machine: Machine, length: number): void {
    const { call, memory } = machine;
    const next = memory.readEvent(this.#offset);
    const { kind, number } = memory;
    const bytes = kind === EVENT.data ? memory.eventBytes() : null;
    const line = kind === EVENT.log ? readLogLine(memory, this.#nowMs) : null;
    this.#offset = next;
    if (next === length) {
      // All is read, and must be gone before a handler adds to it.
      call.events_cut(0);
      this.#offset = 0;
    }
    if (bytes !== null) {
      this.#connections.get(number)?.deliver(bytes);
    } else if (line !== null) {
      this.#surroundings.onLog(line);
    } else {
      const connection = this.#connections.get(number);
      this.#connections.delete(number);
      call.release(number);
      connection?.end();
    }
  }

  /** The instance is lost; the host is not. */
  #fail(machine: Machine, cause: unknown): BrokerError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const printed = machine.printed.length > 0 ? `\n${machine.printed.join('\n')}` : '';
    const error = new BrokerError('trap', `The broker failed and is gone: ${reason}${printed}`, { cause });
    this.#abandon(error);
    return error;
  }

  #abandon(end: BrokerError): void {
    this.#machine = null;
    this.#end = end;
    const connections = [...this.#connections.values()];
    this.#connections.clear();
    for (const connection of connections) connection.end();
  }
}
