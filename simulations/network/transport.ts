// What a client's wire needs from the transport below it. Two models stand behind it: `vanishingPackets.ts`, the chapter's teaching model, and `tcp/`.
// The wire hands over whole packets and is told what becomes of each: at once where packets vanish, when its last byte arrives or never will where TCP carries it.
import type { Microseconds } from '../engine/time.ts';
import type { Direction } from '../events.ts';

/** What becomes of a packet: when it arrives or, when lost, when it vanishes. */
export interface Passage {
  readonly endsAt: Microseconds;
  readonly lost: boolean;
}

/** One packet on its way. */
export interface Load {
  readonly bytes: number;
  /** Never taken by loss where packets vanish whole. */
  readonly spared: boolean;
  /** Called once, as soon as it is known. */
  readonly onDecided: (passage: Passage) => void;
  /** Called once, when it arrives or is lost, after `onDecided`. */
  readonly onEnd: (lost: boolean) => void;
}

/** Who stands at the two ends of a connection. */
export interface ConnectionEnds {
  /** The client's side: the connection stands. */
  readonly onOpen: () => void;
  /** The client's side: it ended, or could not be made. */
  readonly onLost: () => void;
  /** The broker hands bytes to its side. */
  readonly onBrokerData: (bytes: Uint8Array) => void;
}

export interface Connection {
  send(direction: Direction, load: Load): void;
  /** Gives the broker bytes that have arrived; without effect when its side of the connection is gone. */
  giveToBroker(bytes: Uint8Array): void;
  /** The client ends it: FIN, after all that was sent. */
  close(): void;
  /** The client's side is gone from one moment to the next and tells nobody. Whatever still reaches its place is answered with a reset. */
  abandon(): void;
  /** It breaks between the two ends: what is on its way arrives, then each end learns of it. Without effect while the cable is out. */
  cut(): void;
}

/** A client's link with one connection after the other on it. */
export interface Transport {
  connect(ends: ConnectionEnds): Connection;
  /** Nothing crosses from now on, in either direction; what is already on its way arrives. Neither side is told. */
  pullCable(): void;
  plugCable(): void;
}
