// The MQTT control packets of 3.1.1 and 5.0 as values: one union, told apart by `type`, with the standard's names.
// What a field may hold is checked by encode.ts (our mistakes: it throws) and decode.ts (the peer's: it returns an error).
import type {
  AuthProperties,
  ConnackProperties,
  ConnectProperties,
  DisconnectProperties,
  PublishProperties,
  ReasonProperties,
  SubscribeProperties,
  UnsubscribeProperties,
  WillProperties,
} from './properties.ts';

export type ProtocolVersion = '3.1.1' | '5.0';

/** 0: at most once, 1: at least once, 2: exactly once. [v3.1.1 §4.3] [v5.0 §4.3] */
export type QoS = 0 | 1 | 2;

/** The level byte of CONNECT: 3 is MQTT 3.1 (protocol name MQIsdp), 4 is 3.1.1, 5 is 5.0. */
export type ProtocolLevel = 3 | 4 | 5;

/** What the broker publishes when the connection ends without a DISCONNECT. [v3.1.1 §3.1.2.5] [v5.0 §3.1.2.5] */
export interface WillMessage {
  /** At least one character, no wildcards. */
  readonly topicName: string;
  /** 0 to 65,535 bytes. */
  readonly payload: Uint8Array;
  readonly qos: QoS;
  readonly retain: boolean;
  /** 5.0 only. */
  readonly properties?: WillProperties;
}

/** First packet of a connection, client to server. [v3.1.1 §3.1] [v5.0 §3.1] */
export interface ConnectPacket {
  readonly type: 'CONNECT';
  /** Always set by the decoder. For the encoder the default follows the version; 3 asks for an MQTT 3.1 CONNECT. */
  readonly protocolLevel?: ProtocolLevel;
  /** May be empty: then the server chooses one, or refuses (3.1.1 without a clean session). */
  readonly clientId: string;
  /** 5.0: Clean Start. 3.1.1: Clean Session, which also ends the session with the connection. */
  readonly cleanStart: boolean;
  /** Longest silence that the client allows itself. Seconds, 0 to 65,535; 0 turns it off. */
  readonly keepAliveSeconds: number;
  readonly willMessage?: WillMessage;
  readonly userName?: string;
  /** 0 to 65,535 bytes. In 3.1.1 only together with `userName`. */
  readonly password?: Uint8Array;
  /** 5.0 only. */
  readonly properties?: ConnectProperties;
}

/** The server's answer to CONNECT. [v3.1.1 §3.2] [v5.0 §3.2] */
export interface ConnackPacket {
  readonly type: 'CONNACK';
  /** Whether the server held a session for this client. Only `true` together with code 0. */
  readonly sessionPresent: boolean;
  /** 3.1.1 only, and required there: 0 to 5. */
  readonly returnCode?: number;
  /** 5.0 only, and required there. */
  readonly reasonCode?: number;
  /** 5.0 only. */
  readonly properties?: ConnackProperties;
}

/** An application message. [v3.1.1 §3.3] [v5.0 §3.3] */
export interface PublishPacket {
  readonly type: 'PUBLISH';
  /** No wildcards; empty only in 5.0 with a topic alias. */
  readonly topicName: string;
  readonly payload: Uint8Array;
  readonly qos: QoS;
  readonly retain: boolean;
  /** The sender has tried before. Never with QoS 0. */
  readonly dup: boolean;
  /** 1 to 65,535. Required for QoS 1 and 2, absent for QoS 0. */
  readonly packetId?: number;
  /** 5.0 only. */
  readonly properties?: PublishProperties;
}

/** Fields that the four acknowledgements of PUBLISH share. */
interface Acknowledgement {
  /** 1 to 65,535. */
  readonly packetId: number;
  /** 5.0 only; the decoder always sets it there, the encoder takes 0 (success) when it is absent. */
  readonly reasonCode?: number;
  /** 5.0 only. */
  readonly properties?: ReasonProperties;
}

/** Answer to a PUBLISH with QoS 1. [v3.1.1 §3.4] [v5.0 §3.4] */
export interface PubackPacket extends Acknowledgement {
  readonly type: 'PUBACK';
}
/** First answer to a PUBLISH with QoS 2. [v3.1.1 §3.5] [v5.0 §3.5] */
export interface PubrecPacket extends Acknowledgement {
  readonly type: 'PUBREC';
}
/** The sender's answer to PUBREC. [v3.1.1 §3.6] [v5.0 §3.6] */
export interface PubrelPacket extends Acknowledgement {
  readonly type: 'PUBREL';
}
/** Last packet of a QoS 2 exchange. [v3.1.1 §3.7] [v5.0 §3.7] */
export interface PubcompPacket extends Acknowledgement {
  readonly type: 'PUBCOMP';
}

/** One entry of SUBSCRIBE. */
export interface Subscription {
  readonly topicFilter: string;
  /** Highest QoS at which the server may send messages. */
  readonly qos: QoS;
  /** 5.0 only (default `false`): leave out messages that this client published itself. */
  readonly noLocal?: boolean;
  /** 5.0 only (default `false`): forward RETAIN as the publisher set it. */
  readonly retainAsPublished?: boolean;
  /** 5.0 only (default 0). 0: retained messages at subscribe, 1: only for a new subscription, 2: never. */
  readonly retainHandling?: 0 | 1 | 2;
}

/** [v3.1.1 §3.8] [v5.0 §3.8] */
export interface SubscribePacket {
  readonly type: 'SUBSCRIBE';
  readonly packetId: number;
  /** At least one. */
  readonly subscriptions: readonly Subscription[];
  /** 5.0 only. */
  readonly properties?: SubscribeProperties;
}

/** [v3.1.1 §3.9] [v5.0 §3.9] */
export interface SubackPacket {
  readonly type: 'SUBACK';
  readonly packetId: number;
  /** One for each subscription, in order (3.1.1 calls them return codes): 0 to 2 the granted QoS, 0x80 and above a refusal. */
  readonly reasonCodes: readonly number[];
  /** 5.0 only. */
  readonly properties?: ReasonProperties;
}

/** [v3.1.1 §3.10] [v5.0 §3.10] */
export interface UnsubscribePacket {
  readonly type: 'UNSUBSCRIBE';
  readonly packetId: number;
  /** At least one. */
  readonly topicFilters: readonly string[];
  /** 5.0 only. */
  readonly properties?: UnsubscribeProperties;
}

/** [v3.1.1 §3.11] [v5.0 §3.11] */
export interface UnsubackPacket {
  readonly type: 'UNSUBACK';
  readonly packetId: number;
  /** 5.0 only, and required there: one for each filter, in order. */
  readonly reasonCodes?: readonly number[];
  /** 5.0 only. */
  readonly properties?: ReasonProperties;
}

/** [v3.1.1 §3.12] [v5.0 §3.12] */
export interface PingreqPacket {
  readonly type: 'PINGREQ';
}
/** [v3.1.1 §3.13] [v5.0 §3.13] */
export interface PingrespPacket {
  readonly type: 'PINGRESP';
}

/** Last packet of a connection; in 5.0 the server may send it too. [v3.1.1 §3.14] [v5.0 §3.14] */
export interface DisconnectPacket {
  readonly type: 'DISCONNECT';
  /** 5.0 only; the decoder always sets it there, the encoder takes 0 (normal disconnection) when it is absent. */
  readonly reasonCode?: number;
  /** 5.0 only. */
  readonly properties?: DisconnectProperties;
}

/** 5.0 only: a step of enhanced authentication. [v5.0 §3.15] */
export interface AuthPacket {
  readonly type: 'AUTH';
  readonly reasonCode: number;
  readonly properties?: AuthProperties;
}

export type Packet =
  | ConnectPacket
  | ConnackPacket
  | PublishPacket
  | PubackPacket
  | PubrecPacket
  | PubrelPacket
  | PubcompPacket
  | SubscribePacket
  | SubackPacket
  | UnsubscribePacket
  | UnsubackPacket
  | PingreqPacket
  | PingrespPacket
  | DisconnectPacket
  | AuthPacket;

export type PacketType = Packet['type'];

/** Packet types at the index of their number in the fixed header; 0 is reserved. [v3.1.1 §2.2.1] [v5.0 §2.1.2] */
export const PACKET_TYPES: readonly (PacketType | undefined)[] = [
  undefined,
  'CONNECT',
  'CONNACK',
  'PUBLISH',
  'PUBACK',
  'PUBREC',
  'PUBREL',
  'PUBCOMP',
  'SUBSCRIBE',
  'SUBACK',
  'UNSUBSCRIBE',
  'UNSUBACK',
  'PINGREQ',
  'PINGRESP',
  'DISCONNECT',
  'AUTH',
];

/** The largest Remaining Length that four bytes can tell. [v3.1.1 §2.2.3] [v5.0 §1.5.5] */
export const MAXIMUM_REMAINING_LENGTH = 268_435_455;
