// What a run needs from a broker. The same on the in-page Mosquitto and, later, on a byte stream to a real one.
import type { BrokerMetrics, SessionView } from 'mosquitto-wasm';
import type { Microseconds } from '../engine/time.ts';

/** One accepted network connection, seen from the client's end. */
export interface BrokerConnection {
  /** Bytes that arrive at the broker now. It acts on them before this returns. */
  send(bytes: Uint8Array): void;
  /** The client's FIN arrives at the broker now. */
  close(): void;
  onData: ((bytes: Uint8Array) => void) | null;
  /** The broker closed the connection. */
  onClose: (() => void) | null;
}

export interface RunBroker {
  readonly version: string;
  /** Virtual time goes on. The broker's clock shows `now` until the next call; it never runs backwards. */
  advanceTo(now: Microseconds): void;
  /** The broker's own once-a-second work: keep alive, expiry, `$SYS`. */
  tick(): void;
  /** `null`: the broker refuses the connection at once. */
  connect(address: string): BrokerConnection | null;
  /** Called for each line of the broker's own log. */
  onLog: ((level: string, text: string) => void) | null;
  /** How often it has had something to do so far: between two equal answers nothing in it has changed. */
  readonly turns: number;
  /** The broker's own view of its sessions; none while it is down. */
  sessions(): readonly SessionView[];
  /** The broker's own counters; `null` while it is down. */
  metrics(): BrokerMetrics | null;
  /** Ends its process: `stop` as by SIGTERM, `kill` as by SIGKILL. Its connections close, its files stay. Without effect while it is down. */
  halt(how: 'stop' | 'kill'): void;
  /** Starts it again from the files it left. Its own words where it would not start, `null` when it runs. */
  restart(): string | null;
  /** As SIGUSR1. */
  save(): void;
  /** As SIGHUP, with a new mosquitto.conf where one is given. */
  reload(config?: string): void;
  /** Ends the broker for good and gives its memory back. */
  stop(): void;
}
