// What a client library does by itself: the form in which each library's file in this folder tells its habits, with the version looked at and where each fact stands.
import type { RandomStream } from '../../engine/random.ts';
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';

/** The clean flag of CONNECT, from the start of the program until a CONNACK has come, and after that. */
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
  /** It remembers which QoS 2 messages it has received, and gives one that the broker has to send again to the program once only. [v3.1.1 MQTT-4.3.3-2] [v5.0 §4.3.3] */
  readonly remembersReceived: boolean;
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
  /** Where it does reconnect by itself: also when the broker has refused it, and when TCP could not be opened the first time after the program has started. */
  readonly comesBack: { readonly afterRefusal: boolean; readonly afterFailedStart: boolean };
  /** It subscribes again by itself to what the program has subscribed to: on every new connection, or only where CONNACK says that no session was there. */
  readonly resubscribes: 'everyConnection' | 'withoutSession' | 'never';
  /** PINGREQ when this share of the keep alive is over, counted from `pingCountsFrom`, and how much longer it waits for the answer, as a share too. */
  readonly pingAfterShare: number;
  readonly pingAnswerShare: number;
  /**
   * `silence`: the last packet sent or the last received, whichever is longer ago. `answers`: the last answer received (CONNACK, SUBACK, UNSUBACK, PINGRESP, and all four
   * about a PUBLISH). `pings`: the last CONNACK or PINGRESP, whatever else is sent and received.
   */
  readonly pingCountsFrom: 'silence' | 'answers' | 'pings';
  /** TCP must stand within this, and after that CONNACK come within that. Milliseconds. */
  readonly tcpTimeoutMs: number;
  readonly connackTimeoutMs: number;
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
  /** Sends what is unanswered again on the next connection: always, only where CONNACK says that the session is there, or never. */
  readonly resendsOnReconnect: 'always' | 'sessionPresent' | 'never';
  /** On a new connection what is unanswered and what was kept goes out, oldest first, at once and whatever `inFlightLimit` says; or each when the one before it is answered. */
  readonly keptGoOut: 'allAtOnce' | 'oneByOne';
  /** What it sends again has DUP set, as both versions ask. [v3.1.1 MQTT-3.3.1-1] [v5.0 MQTT-3.3.1-1] */
  readonly marksDuplicates: boolean;
  /**
   * Sends the oldest unanswered message again on the same connection, and once more each time so long is over, which MQTT 5.0 forbids [v5.0 MQTT-4.4.0-1].
   * Milliseconds; `null`: does not.
   */
  readonly resendsAfterMs: number | null;
  /** Forgets a message so long after it was first sent, or, while it has not been, after it was published. Milliseconds; `null`: never. */
  readonly expiresAfterMs: number | null;
  /** Messages above QoS 0 under way at the same time; `null`: as many as the program publishes. */
  readonly inFlightLimit: number | null;
  /** 5.0: has no more of them under way than the broker's Receive Maximum. [v5.0 §4.9] */
  readonly honoursReceiveMaximum: boolean;
}

export interface HabitFact {
  /** Plain words, one to three sentences. Code stands between backticks. */
  readonly text: string;
  /** File, function, or manual, with what is of which version. */
  readonly source: string;
}
