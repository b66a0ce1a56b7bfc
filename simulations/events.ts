// RunEvent: the closed list of things that can happen in a run. One log of them feeds picture, text, charts and measures.
import type { SessionView } from 'mosquitto-wasm';
import type { Microseconds } from './engine/time.ts';
import type { QoS } from './scenario.ts';

/** Uplink: from the client to the broker. */
export type Direction = 'uplink' | 'downlink';

/** What the ESP32 is doing, as far as it costs energy differently. */
export type PowerState = 'off' | 'boot' | 'associate' | 'listen' | 'modemSleep' | 'lightSleep' | 'deepSleep' | 'hibernation';

interface Happening {
  readonly at: Microseconds;
}

/** A client put a packet on its link, or the broker did. What becomes of it is told with it. */
export interface PacketSent extends Happening {
  readonly kind: 'packetSent';
  /** Number of the packet in this run, from 0. */
  readonly packet: number;
  /** Name of the device or subscriber whose link it is. */
  readonly client: string;
  readonly direction: Direction;
  /** MQTT control packet type, as in the standard: `PUBLISH`, `PUBACK`, ... */
  readonly type: string;
  /** `PUBLISH q1 id 8 DUP ...`: the packet in one line. */
  readonly summary: string;
  readonly bytes: Uint8Array;
  /** `null` where the packet type has none. */
  readonly packetId: number | null;
  /** QoS of the message that the packet belongs to; `null` outside message exchanges. */
  readonly qos: QoS | null;
  readonly dup: boolean;
  /** Number of the message that it belongs to, from 1, as the payload carries it; `null` outside message exchanges. */
  readonly message: number | null;
  /** Name of the device whose message it is, on both hops; `null` outside message exchanges. */
  readonly device: string | null;
  /** When it arrives (on TCP: its last byte, in order), or, when `lost`, when it vanishes: half-way, or on TCP when the connection that carried it is given up. */
  readonly endsAt: Microseconds;
  readonly lost: boolean;
}

export interface PacketArrived extends Happening {
  readonly kind: 'packetArrived';
  readonly packet: number;
  readonly client: string;
}

export interface PacketLost extends Happening {
  readonly kind: 'packetLost';
  readonly packet: number;
  readonly client: string;
}

/** On TCP: a segment was sent again. */
export interface SegmentResent extends Happening {
  readonly kind: 'segmentResent';
  /** Name of the device or subscriber whose link it is. */
  readonly client: string;
  readonly direction: Direction;
  /** What kind it is; a `data` segment may hold several packets, or a part of one. */
  readonly segment: 'syn' | 'data' | 'fin' | 'ack' | 'reset';
  /** Bytes of MQTT in it. */
  readonly carried: number;
  /** 1 for the first time that it is sent again. */
  readonly count: number;
  /** `timeout`: nothing was acknowledged for too long. `duplicateAcks`: the other side tells of a gap. */
  readonly cause: 'timeout' | 'duplicateAcks';
}

/** A step in the life of one message at the device that sends it. */
export interface MessageStep extends Happening {
  readonly kind: 'message';
  readonly client: string;
  /** From 1. */
  readonly message: number;
  /**
   * `published`: first handed to the link. `acknowledged`: PUBACK or PUBCOMP came. `sentOnce`: QoS 0, nothing more will come.
   * `gaveUp`: the last attempt went unanswered, or the connection was lost. `refused`: the broker answered with an error (5.0).
   * Programs: `made`, with or without a connection; `discarded`: it was never sent, and nobody keeps it any more.
   */
  readonly step: 'made' | 'published' | 'acknowledged' | 'sentOnce' | 'gaveUp' | 'refused' | 'discarded';
}

/** The subscriber's application was given a message. */
export interface Delivered extends Happening {
  readonly kind: 'delivered';
  readonly client: string;
  readonly topicName: string;
  /** The device that published it. */
  readonly device: string;
  /** Number that the payload carries. */
  readonly message: number;
  /** 1 for the first copy; above that, a duplicate. */
  readonly copy: number;
}

/** A client's view of its own connection. */
export interface ConnectionStep extends Happening {
  readonly kind: 'connection';
  readonly client: string;
  /** `refused`: CONNACK with an error. `lost`: the broker closed it. */
  readonly step: 'connecting' | 'connected' | 'refused' | 'disconnected' | 'lost';
  /** Reason or return code of the CONNACK where there is one. */
  readonly code: number | null;
  /** Session present of the CONNACK that accepted; `null` elsewhere. */
  readonly sessionPresent: boolean | null;
}

/** A scripted client, or a program, was given a message. */
export interface Received extends Happening {
  readonly kind: 'received';
  readonly client: string;
  readonly topicName: string;
  /** As text; `null` where it is none (not UTF-8, or with U+0000 in it). */
  readonly payload: string | null;
  readonly qos: QoS;
  readonly dup: boolean;
  readonly retain: boolean;
  readonly packetId: number | null;
  /** Remaining lifetime that the broker passed on (5.0). Seconds. */
  readonly messageExpirySeconds: number | null;
}

/** Somebody pulled a client's cable or plugged it in again. Nobody is told. */
export interface CableChanged extends Happening {
  readonly kind: 'cable';
  readonly client: string;
  readonly state: 'out' | 'in';
}

/** The broker's process. `stopped`: as by SIGTERM. `killed`: as by SIGKILL. */
export interface BrokerStep extends Happening {
  readonly kind: 'broker';
  readonly step: 'stopped' | 'killed' | 'started' | 'startFailed';
  /** Its own words where it would not start. */
  readonly problem: string | null;
}

/** The broker's own view of its sessions after an instant at which it changed; only where the scenario asks for it. */
export interface SessionsSeen extends Happening {
  readonly kind: 'sessions';
  readonly sessions: readonly SessionView[];
}

/** A line on a program's serial monitor (on a computer: its console). */
export interface SerialLine extends Happening {
  readonly kind: 'serial';
  readonly client: string;
  readonly text: string;
}

/** The Wi-Fi as an ESP32 sees it. `off`: not in use. `lost`: it was joined, and the access point is gone. */
export interface WifiChanged extends Happening {
  readonly kind: 'wifi';
  readonly client: string;
  readonly state: 'off' | 'joining' | 'joined' | 'lost';
}

/** Something happened in a program's buffer for the time without a connection. */
export interface BufferChanged extends Happening {
  readonly kind: 'buffer';
  readonly client: string;
  /**
   * `kept`: the message waits. `droppedOldest`: it waits, and the oldest is gone for it. `droppedNewest`, `refused`: it is gone itself; with `refused` the program was told.
   * `handedOver`: it left for the client library. `forgotten`: the memory lost its power, with all that waited; `message` is then `null`.
   */
  readonly change: 'kept' | 'droppedOldest' | 'droppedNewest' | 'refused' | 'handedOver' | 'forgotten';
  /** Number of the message. */
  readonly message: number | null;
  /** That wait now. */
  readonly held: number;
}

export interface PowerChanged extends Happening {
  readonly kind: 'power';
  readonly client: string;
  readonly state: PowerState;
}

/** A line of the broker's own log. */
export interface BrokerLogged extends Happening {
  readonly kind: 'brokerLog';
  readonly level: string;
  readonly text: string;
}

export interface RunEnded extends Happening {
  readonly kind: 'ended';
  /** `limit`: cut at the longest virtual time or the most events that a run may have. */
  readonly reason: 'settled' | 'limit';
}

export type RunEvent =
  | PacketSent
  | PacketArrived
  | PacketLost
  | SegmentResent
  | MessageStep
  | Delivered
  | ConnectionStep
  | PowerChanged
  | SerialLine
  | WifiChanged
  | BufferChanged
  | BrokerLogged
  | Received
  | CableChanged
  | BrokerStep
  | SessionsSeen
  | RunEnded;
