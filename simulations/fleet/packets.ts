// The packets of a fleet as bytes. All devices say the same but for their number, so each packet is encoded once, and the number is written into the one array that every device uses in turn.
import { encode } from '../mqtt/encode.ts';
import type { Packet } from '../mqtt/packet.ts';
import type { ProtocolVersion } from '../scenario.ts';
import type { FleetMessages, FleetSessions } from './fleetScenario.ts';

const DIGITS = 5;
/** Where the number comes: letters that stand nowhere else in the packets. */
const LETTER = 'Q';
const PLACEHOLDER = LETTER.repeat(DIGITS);
const ZERO = 48;

/** A packet with a device's number in it. */
export class NumberedPacket {
  readonly #bytes: Uint8Array;
  readonly #places: readonly number[];

  constructor(packet: Packet, version: ProtocolVersion) {
    this.#bytes = encode(packet, version);
    this.#places = placesOf(this.#bytes);
  }

  /** The same array at each call: who keeps it copies it. @param device 0 to 99,999 */
  bytes(device: number): Uint8Array {
    let rest = device;
    for (let digit = DIGITS - 1; digit >= 0; digit--) {
      const value = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
      for (const place of this.#places) this.#bytes[place + digit] = value;
    }
    return this.#bytes;
  }
}

function placesOf(bytes: Uint8Array): number[] {
  const letter = LETTER.charCodeAt(0);
  const places: number[] = [];
  for (let at = 0; at + DIGITS <= bytes.length; at++) {
    if (!bytes.subarray(at, at + DIGITS).every((byte) => byte === letter)) continue;
    places.push(at);
    at += DIGITS - 1;
  }
  return places;
}

/** The topic of a device's subscription; the first one is the same for all where the fleet shares its messages. */
function topicOf({ topicBytes }: FleetSessions, index: number, isShared: boolean): string {
  const who = isShared && index === 0 ? 'every' : PLACEHOLDER;
  return `fleet/${who}/in/${String(index).padStart(2, '0')}`.padEnd(topicBytes, 'x');
}

export function connectPacket({ protocolVersion, sessionExpirySeconds }: FleetSessions): NumberedPacket {
  const connect: Packet = { type: 'CONNECT', clientId: `device-${PLACEHOLDER}`, cleanStart: false, keepAliveSeconds: 0 };
  if (protocolVersion === '3.1.1') return new NumberedPacket(connect, '3.1.1');
  return new NumberedPacket({ ...connect, properties: { sessionExpirySeconds: sessionExpirySeconds ?? 0xffff_ffff } }, '5.0');
}

/** `null` for a fleet without subscriptions. */
export function subscribePacket(sessions: FleetSessions, { qos, shared }: FleetMessages): NumberedPacket | null {
  if (sessions.subscriptionsEach === 0) return null;
  const subscriptions = Array.from({ length: sessions.subscriptionsEach }, (_, index) => ({
    topicFilter: topicOf(sessions, index, shared),
    qos,
  }));
  return new NumberedPacket({ type: 'SUBSCRIBE', packetId: 1, subscriptions }, sessions.protocolVersion);
}

/** What the publisher sends; it speaks 5.0. */
export class NumberedPublish {
  readonly #packet: NumberedPacket;
  readonly #idAt: number;

  constructor(sessions: FleetSessions, { payloadBytes, qos, shared, expirySeconds }: FleetMessages) {
    const topicName = topicOf(sessions, 0, shared);
    const payload = new Uint8Array(payloadBytes).fill('m'.charCodeAt(0));
    const properties = expirySeconds === null ? {} : { properties: { messageExpirySeconds: expirySeconds } };
    const publish: Packet = { type: 'PUBLISH', topicName, payload, qos, retain: false, dup: false, packetId: 1, ...properties };
    this.#packet = new NumberedPacket(publish, '5.0');
    // Behind the fixed header stand the topic's length in two bytes, the topic, and the packet id.
    const bytes = this.#packet.bytes(0);
    let header = 1;
    while ((bytes[header] ?? 0) & 0x80) header++;
    this.#idAt = header + 3 + topicName.length;
  }

  bytes(device: number, packetId: number): Uint8Array {
    const bytes = this.#packet.bytes(device);
    bytes[this.#idAt] = packetId >> 8;
    bytes[this.#idAt + 1] = packetId & 0xff;
    return bytes;
  }
}
