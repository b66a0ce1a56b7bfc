// Reason codes of 5.0 by packet, and the return codes of CONNACK and SUBACK in 3.1.1, with the standard's names, as data.
// [v5.0 §2.4 table 2-6] [v3.1.1 §3.2.2.3 table 3.1] [v3.1.1 §3.9.3]
import type { PacketType, ProtocolVersion } from './packet.ts';

/** The packets that tell a reason. */
export type ReasonOwner = Extract<
  PacketType,
  'CONNACK' | 'PUBACK' | 'PUBREC' | 'PUBREL' | 'PUBCOMP' | 'SUBACK' | 'UNSUBACK' | 'DISCONNECT' | 'AUTH'
>;

export interface ReasonCode {
  /** 0 to 255; 0x80 and above is a failure. */
  readonly code: number;
  readonly name: string;
  readonly packets: readonly ReasonOwner[];
}

const REFUSALS: readonly ReasonOwner[] = ['CONNACK', 'PUBACK', 'PUBREC', 'SUBACK', 'UNSUBACK', 'DISCONNECT'];
const ENDINGS: readonly ReasonOwner[] = ['CONNACK', 'DISCONNECT'];

/** Every reason code of 5.0, in the standard's order. */
export const REASON_CODES: readonly ReasonCode[] = [
  { code: 0x00, name: 'Success', packets: ['CONNACK', 'PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP', 'UNSUBACK', 'AUTH'] },
  { code: 0x00, name: 'Normal disconnection', packets: ['DISCONNECT'] },
  { code: 0x00, name: 'Granted QoS 0', packets: ['SUBACK'] },
  { code: 0x01, name: 'Granted QoS 1', packets: ['SUBACK'] },
  { code: 0x02, name: 'Granted QoS 2', packets: ['SUBACK'] },
  { code: 0x04, name: 'Disconnect with Will Message', packets: ['DISCONNECT'] },
  { code: 0x10, name: 'No matching subscribers', packets: ['PUBACK', 'PUBREC'] },
  { code: 0x11, name: 'No subscription existed', packets: ['UNSUBACK'] },
  { code: 0x18, name: 'Continue authentication', packets: ['AUTH'] },
  { code: 0x19, name: 'Re-authenticate', packets: ['AUTH'] },
  { code: 0x80, name: 'Unspecified error', packets: REFUSALS },
  { code: 0x81, name: 'Malformed Packet', packets: ENDINGS },
  { code: 0x82, name: 'Protocol Error', packets: ENDINGS },
  { code: 0x83, name: 'Implementation specific error', packets: REFUSALS },
  { code: 0x84, name: 'Unsupported Protocol Version', packets: ['CONNACK'] },
  { code: 0x85, name: 'Client Identifier not valid', packets: ['CONNACK'] },
  { code: 0x86, name: 'Bad User Name or Password', packets: ['CONNACK'] },
  { code: 0x87, name: 'Not authorized', packets: REFUSALS },
  { code: 0x88, name: 'Server unavailable', packets: ['CONNACK'] },
  { code: 0x89, name: 'Server busy', packets: ENDINGS },
  { code: 0x8a, name: 'Banned', packets: ['CONNACK'] },
  { code: 0x8b, name: 'Server shutting down', packets: ['DISCONNECT'] },
  { code: 0x8c, name: 'Bad authentication method', packets: ENDINGS },
  { code: 0x8d, name: 'Keep Alive timeout', packets: ['DISCONNECT'] },
  { code: 0x8e, name: 'Session taken over', packets: ['DISCONNECT'] },
  { code: 0x8f, name: 'Topic Filter invalid', packets: ['SUBACK', 'UNSUBACK', 'DISCONNECT'] },
  { code: 0x90, name: 'Topic Name invalid', packets: ['CONNACK', 'PUBACK', 'PUBREC', 'DISCONNECT'] },
  { code: 0x91, name: 'Packet Identifier in use', packets: ['PUBACK', 'PUBREC', 'SUBACK', 'UNSUBACK'] },
  { code: 0x92, name: 'Packet Identifier not found', packets: ['PUBREL', 'PUBCOMP'] },
  { code: 0x93, name: 'Receive Maximum exceeded', packets: ['DISCONNECT'] },
  { code: 0x94, name: 'Topic Alias invalid', packets: ['DISCONNECT'] },
  { code: 0x95, name: 'Packet too large', packets: ENDINGS },
  { code: 0x96, name: 'Message rate too high', packets: ['DISCONNECT'] },
  { code: 0x97, name: 'Quota exceeded', packets: ['CONNACK', 'PUBACK', 'PUBREC', 'SUBACK', 'DISCONNECT'] },
  { code: 0x98, name: 'Administrative action', packets: ['DISCONNECT'] },
  { code: 0x99, name: 'Payload format invalid', packets: ['CONNACK', 'PUBACK', 'PUBREC', 'DISCONNECT'] },
  { code: 0x9a, name: 'Retain not supported', packets: ENDINGS },
  { code: 0x9b, name: 'QoS not supported', packets: ENDINGS },
  { code: 0x9c, name: 'Use another server', packets: ENDINGS },
  { code: 0x9d, name: 'Server moved', packets: ENDINGS },
  { code: 0x9e, name: 'Shared Subscriptions not supported', packets: ['SUBACK', 'DISCONNECT'] },
  { code: 0x9f, name: 'Connection rate exceeded', packets: ENDINGS },
  { code: 0xa0, name: 'Maximum connect time', packets: ['DISCONNECT'] },
  { code: 0xa1, name: 'Subscription Identifiers not supported', packets: ['SUBACK', 'DISCONNECT'] },
  { code: 0xa2, name: 'Wildcard Subscriptions not supported', packets: ['SUBACK', 'DISCONNECT'] },
];

/** Return codes of 3.1.1; the other packets of that version tell no reason. */
export const RETURN_CODES: readonly ReasonCode[] = [
  { code: 0x00, name: 'Connection Accepted', packets: ['CONNACK'] },
  { code: 0x01, name: 'Connection Refused, unacceptable protocol version', packets: ['CONNACK'] },
  { code: 0x02, name: 'Connection Refused, identifier rejected', packets: ['CONNACK'] },
  { code: 0x03, name: 'Connection Refused, Server unavailable', packets: ['CONNACK'] },
  { code: 0x04, name: 'Connection Refused, bad user name or password', packets: ['CONNACK'] },
  { code: 0x05, name: 'Connection Refused, not authorized', packets: ['CONNACK'] },
  { code: 0x00, name: 'Success - Maximum QoS 0', packets: ['SUBACK'] },
  { code: 0x01, name: 'Success - Maximum QoS 1', packets: ['SUBACK'] },
  { code: 0x02, name: 'Success - Maximum QoS 2', packets: ['SUBACK'] },
  { code: 0x80, name: 'Failure', packets: ['SUBACK'] },
];

/** The codes that `owner` may carry in `version`. */
export function reasonCodesOf(version: ProtocolVersion, owner: ReasonOwner): readonly ReasonCode[] {
  return (version === '5.0' ? REASON_CODES : RETURN_CODES).filter((entry) => entry.packets.includes(owner));
}

const OWNERS = [...new Set(REASON_CODES.flatMap((entry) => entry.packets))];

function namesOf(version: ProtocolVersion): ReadonlyMap<ReasonOwner, ReadonlyMap<number, string>> {
  return new Map(OWNERS.map((owner) => [owner, new Map(reasonCodesOf(version, owner).map((entry) => [entry.code, entry.name]))]));
}

const NAMES = { '3.1.1': namesOf('3.1.1'), '5.0': namesOf('5.0') };

/** The standard's name for `code` in a packet of type `owner`; `undefined` for a code that is reserved there. */
export function reasonName(version: ProtocolVersion, owner: ReasonOwner, code: number): string | undefined {
  return NAMES[version].get(owner)?.get(code);
}
