// What a client library does by itself: the form in which each library's file in this folder tells its habits, with the version looked at and where each fact stands.
import type { RandomStream } from '../../engine/random.ts';
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';

/** The clean flag of CONNECT, on the first connection after the program has started and on those after it. */
export interface CleanFlags {
  readonly first: boolean;
  readonly again: boolean;
}

export interface ClientHabits {
  /** As its makers write it, and the version that the facts are of. */
  readonly name: string;
  readonly version: string;
  readonly protocolVersions: readonly ProtocolVersion[];
  /** Highest QoS at which it can publish and subscribe. */
  readonly publishQos: QoS;
  readonly subscribeQos: QoS;
  /** Where the program says nothing about it. */
  readonly cleanStart: Readonly<Record<ProtocolVersion, CleanFlags>>;
  /** Session expiry in a CONNECT of 5.0 where the program gives none. Seconds; `null`: the property is left out. */
  readonly sessionExpirySeconds: (cleanStart: boolean) => number | null;
  /** Receive Maximum in a CONNECT of 5.0; `null`: left out. */
  readonly receiveMaximum: number | null;
  /** Where the program says nothing. Seconds. */
  readonly keepAliveSeconds: number;
  /**
   * The client id where the program gives none; empty: the broker is to assign one. `macAddress`: `null` on a computer.
   * `keepsAssigned`: an id that the broker assigned is used for the next connection.
   */
  readonly clientId: { readonly make: (chance: RandomStream, macAddress: string | null) => string; readonly keepsAssigned: boolean };
  /** Before the connection number `failures` in a row, from 1, is tried. Milliseconds. `null`: it does not reconnect by itself. */
  readonly reconnectWaitMs: ((failures: number, chance: RandomStream) => number) | null;
  /** It subscribes again by itself on each new connection to what the program has subscribed to. */
  readonly resubscribes: boolean;
  /** PINGREQ after this share of the keep alive without a packet sent (or received, where it counts so), and how much longer it waits for the answer, as a share too. */
  readonly pingAfterShare: number;
  readonly pingAnswerShare: number;
  /** TCP and CONNACK must come within this. Milliseconds. */
  readonly connectTimeoutMs: number;
  readonly outbox: OutboxHabits;
  /** Largest packet that it sends, fixed header included. Bytes; `null`: no limit of its own. */
  readonly largestPacketBytes: number | null;
  /** What its user should know, each with where it stands. */
  readonly facts: readonly HabitFact[];
}

/** What happens to the messages that the program publishes. */
export interface OutboxHabits {
  /** Keeps a message published without a connection, by its QoS, and sends it when there is one. */
  readonly keepsOffline: Readonly<Record<QoS, boolean>>;
  /** Sends what is unanswered again on the next connection, with DUP: always, only where CONNACK says that the session is there, or never. */
  readonly resendsOnReconnect: 'always' | 'sessionPresent' | 'never';
  /** Sends what is unanswered again on the same connection after so long, which MQTT 5.0 forbids. Milliseconds; `null`: does not. */
  readonly resendsAfterMs: number | null;
  /** Forgets a message that is unanswered for so long. Milliseconds; `null`: never. */
  readonly expiresAfterMs: number | null;
  /** Messages above QoS 0 under way at the same time; `null`: as many as the program publishes. */
  readonly inFlightLimit: number | null;
}

export interface HabitFact {
  /** One plain sentence in our words. */
  readonly text: string;
  /** File, function, or manual, with what is of which version. */
  readonly source: string;
}
