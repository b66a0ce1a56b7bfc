// What a run needs from a broker. The same on the in-page Mosquitto and, later, on a byte stream to a real one.
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
  /** Ends the broker and gives its memory back. */
  stop(): void;
}
