// The in-page Mosquitto as a run's broker: its clock is the run's clock, its chance comes from the run's seed.
import type { Broker, BrokerMetrics, BrokerOptions, Connection } from 'mosquitto-wasm';
import { type RandomStream, randomStream } from '../engine/random.ts';
import { type Microseconds, START, toMilliseconds } from '../engine/time.ts';
import type { BrokerConnection, RunBroker } from './runBroker.ts';

/** Where virtual time starts on the broker's calendar: 2026-01-01T00:00:00Z. Milliseconds since the Unix epoch. */
export const VIRTUAL_EPOCH_MS = 1_767_225_600_000;

/** `startBroker` of `mosquitto-wasm` with its compiled code bound: it answers at once, so that virtual time stands still meanwhile. */
export type StartBroker = (options: BrokerOptions) => Broker;

export interface MosquittoBrokerOptions {
  readonly startBroker: StartBroker;
  /** mosquitto.conf. */
  readonly config: string;
  /** What it names: path to text. Default none. */
  readonly files?: Readonly<Record<string, string>>;
  readonly seed: number;
}

/** Starts Mosquitto for one run. Clients dial its first listener that they can reach. What it logs while starting is given as soon as `onLog` is set. Throws with the broker's own message when it refuses the configuration. */
export function startMosquitto(options: MosquittoBrokerOptions): RunBroker {
  return new MosquittoBroker(options);
}

class MosquittoBroker implements RunBroker {
  readonly version: string;
  readonly #options: MosquittoBrokerOptions;
  readonly #chance: RandomStream;
  readonly #early: { level: string; text: string }[] = [];
  #files: Record<string, Uint8Array | string>;
  #now: Microseconds = START;
  #turns = 0;
  #listener: RunBroker['onLog'] = null;
  /** `null` while it is down. */
  #broker: Broker | null;

  constructor(options: MosquittoBrokerOptions) {
    this.#options = options;
    this.#chance = randomStream(options.seed, 'broker');
    this.#files = { ...options.files };
    const broker = this.#start();
    this.#broker = broker;
    this.version = broker.version;
  }

  get onLog(): RunBroker['onLog'] {
    return this.#listener;
  }

  set onLog(listener) {
    this.#listener = listener;
    if (listener !== null) for (const { level, text } of this.#early.splice(0)) listener(level, text);
  }

  advanceTo(now: Microseconds): void {
    this.#now = now;
  }

  get turns(): number {
    return this.#turns;
  }

  tick(): void {
    this.#turns++;
    this.#broker?.tick();
  }

  connect(address: string): BrokerConnection | null {
    const broker = this.#broker;
    if (broker === null) return null;
    const listener = broker.listeners.findIndex(({ bindAddress }) => isWithinReach(bindAddress, address));
    if (listener === -1) return null;
    this.#turns++;
    try {
      return this.#counted(broker.connect({ address, listener }));
    } catch (error) {
      if (codeOf(error) === 'refused') return null;
      throw error;
    }
  }

  sessions(): ReturnType<RunBroker['sessions']> {
    return this.#broker?.sessions() ?? [];
  }

  metrics(): BrokerMetrics | null {
    return this.#broker?.metrics() ?? null;
  }

  halt(how: 'stop' | 'kill'): void {
    const broker = this.#broker;
    if (broker === null) return;
    this.#turns++;
    this.#broker = null;
    this.#files = how === 'stop' ? broker.stop() : broker.kill();
  }

  restart(): string | null {
    if (this.#broker !== null) return null;
    this.#turns++;
    try {
      this.#broker = this.#start();
      return null;
    } catch (error) {
      const code = codeOf(error);
      if (error instanceof Error && (code === 'config' || code === 'start')) return error.message;
      throw error;
    }
  }

  save(): void {
    this.#broker?.save();
  }

  reload(config?: string): void {
    this.#turns++;
    this.#broker?.reload(config);
  }

  stop(): void {
    this.#listener = null;
    this.#broker?.kill();
    this.#broker = null;
  }

  #counted(connection: Connection): BrokerConnection {
    return {
      send: (bytes) => {
        this.#turns++;
        connection.send(bytes);
      },
      close: () => {
        this.#turns++;
        connection.close();
      },
      set onData(listener: BrokerConnection['onData']) {
        connection.onData = listener;
      },
      get onData() {
        return connection.onData;
      },
      set onClose(listener: BrokerConnection['onClose']) {
        connection.onClose = listener;
      },
      get onClose() {
        return connection.onClose;
      },
    };
  }

  #start(): Broker {
    const { startBroker, config } = this.#options;
    return startBroker({
      config,
      files: this.#files,
      clock: () => VIRTUAL_EPOCH_MS + toMilliseconds(this.#now),
      random: (bytes) => this.#chance.fill(bytes),
      onLog: ({ level, text }) => {
        if (this.#listener === null) this.#early.push({ level, text });
        else this.#listener(level, text);
      },
    });
  }
}

/** A listener on the loopback address hears its own machine only, which the network sees to, not the broker. [RFC 1122 §3.2.1.3] */
function isWithinReach(bindAddress: string | null, address: string): boolean {
  return isLoopback(address) || bindAddress === null || !isLoopback(bindAddress);
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
