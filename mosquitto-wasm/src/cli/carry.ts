// Carries bytes between a connection of the broker and whatever the peer is on: TCP or WebSocket. Neither side can run the other out of memory:
// a peer that reads slowly makes the connection pause, and what waits then waits in the broker's own queues, under its limits.
import type { Connection } from '../api.js';

/** The far end as the carrier sees it. */
export interface Peer {
  /** @returns false when the peer wants no more until it has said that it is ready */
  write(bytes: Uint8Array): boolean;
  /** Flushes and closes. */
  finish(): void;
}

export interface Carrier {
  /** The peer sent bytes. */
  receive(bytes: Uint8Array): void;
  /** The peer takes bytes again. */
  ready(): void;
  /** The peer closed, or is gone and the operating system knows it. */
  gone(): void;
}

/** @param guarded runs what enters the broker, and deals with a broker that fails */
export function carry(connection: Connection, peer: Peer, guarded: (action: () => void) => void): Carrier {
  let paused = false;
  guarded(() => {
    connection.onData = (bytes) => {
      if (peer.write(bytes) || paused) return;
      paused = true;
      connection.pause();
    };
    connection.onClose = () => peer.finish();
  });
  return {
    receive: (bytes) => guarded(() => connection.send(bytes)),
    ready: () => {
      if (!paused) return;
      paused = false;
      guarded(() => connection.resume());
    },
    gone: () => guarded(() => connection.close()),
  };
}
