// What can be wrong with a received packet: each case in words, with the section of both standards that rules it out and the
// 5.0 reason code a receiver would close the connection with (3.1.1 closes without a word). [v3.1.1 §4.8] [v5.0 §4.13]
import type { ProtocolVersion } from './packet.ts';

const MALFORMED = 0x81;
const PROTOCOL_ERROR = 0x82;

interface ProblemSpec {
  readonly text: string;
  readonly section: { readonly '3.1.1': string; readonly '5.0': string };
  /** 0x81 malformed packet, 0x82 protocol error, or a more exact one. */
  readonly reasonCode: number;
}

function problem(text: string, v311: string, v5: string, reasonCode = MALFORMED): ProblemSpec {
  return { text, section: { '3.1.1': v311, '5.0': v5 }, reasonCode };
}

export const PROBLEMS = {
  wrongLength: problem('the Remaining Length does not fit the bytes of the packet', '2.2.3', '2.1.4'),
  truncated: problem('a field runs past the end of the part that holds it', '2.2.3', '2.1.4'),
  trailingBytes: problem('bytes are left after the last field', '2.2.3', '2.1.4'),
  typeReserved: problem('this packet type is reserved', '2.2.1', '2.1.2'),
  flagsReserved: problem('the reserved flags of the fixed header do not have their fixed value', '2.2.2', '2.1.3'),
  qosReserved: problem('QoS 3 is reserved', '3.3.1.2', '3.3.1.2'),
  dupWithoutQoS: problem('DUP is set on a message with QoS 0', '3.3.1.1', '3.3.1.1'),
  variableByteIntegerTooLong: problem('a variable byte integer has more than four bytes', '2.2.3', '1.5.5'),
  variableByteIntegerNotMinimal: problem('a variable byte integer has more bytes than its value needs', '2.2.3', '1.5.5'),
  packetTooLarge: problem('the packet is larger than the receiver takes', '2.2.3', '3.1.2.11.4', 0x95),
  utf8Invalid: problem('the text is not well-formed UTF-8', '1.5.3', '1.5.4'),
  utf8Nul: problem('the text holds the character U+0000', '1.5.3', '1.5.4'),
  packetIdZero: problem('the Packet Identifier is 0', '2.3.1', '2.2.1'),
  topicNameEmpty: problem('the topic name is empty', '4.7.3', '4.7.3', PROTOCOL_ERROR),
  topicNameWildcard: problem('the topic name holds a wildcard', '4.7.1', '4.7.1', 0x90),
  topicFilterEmpty: problem('the topic filter is empty', '4.7.3', '4.7.3', 0x8f),
  topicFilterWildcard: problem('a wildcard in the topic filter shares its level, or # is not the last one', '4.7.1', '4.7.1', 0x8f),
  sharedFilterInvalid: problem('the shared subscription lacks a share name or a filter', '4.7.1', '4.8.2', 0x8f),
  noLocalOnShared: problem('No Local is set on a shared subscription', '3.8.3', '3.8.3.1', PROTOCOL_ERROR),
  noTopicFilters: problem('the packet names no topic filter', '3.8.3', '3.8.3', PROTOCOL_ERROR),
  noReasonCodes: problem('the packet has no reason code', '3.9.3', '3.9.3', PROTOCOL_ERROR),
  subscriptionOptionsReserved: problem('reserved bits of the subscription options are set', '3.8.3', '3.8.3.1'),
  retainHandlingReserved: problem('Retain Handling 3 is reserved', '3.8.3', '3.8.3.1', PROTOCOL_ERROR),
  protocolName: problem('the protocol name is not MQTT', '3.1.2.1', '3.1.2.1', 0x84),
  protocolLevel: problem('this protocol level is not known', '3.1.2.2', '3.1.2.2', 0x84),
  connectFlagReserved: problem('the reserved connect flag is set', '3.1.2.3', '3.1.2.3'),
  willQoSWithoutWill: problem('Will QoS is set without a will', '3.1.2.6', '3.1.2.6'),
  willRetainWithoutWill: problem('Will Retain is set without a will', '3.1.2.7', '3.1.2.7'),
  passwordWithoutUserName: problem('a password is announced without a user name', '3.1.2.9', '3.1.2.9'),
  connackFlagsReserved: problem('reserved bits of the acknowledge flags are set', '3.2.2.1', '3.2.2.1'),
  sessionPresentWithError: problem('Session Present is set on a refused connection', '3.2.2.2', '3.2.2.1.1', PROTOCOL_ERROR),
  reasonCodeReserved: problem('this code is reserved in this packet', '3.2.2.3', '2.4'),
  propertyUnknown: problem('no property has this identifier', '4.8', '2.2.2.2'),
  propertyNotAllowed: problem('this property does not belong in this packet', '4.8', '2.2.2.2'),
  propertyRepeated: problem('this property may stand only once', '4.8', '2.2.2.2', PROTOCOL_ERROR),
  propertyValue: problem('this property does not take this value', '4.8', '2.2.2.2', PROTOCOL_ERROR),
  authenticationMethodMissing: problem('an Authentication Method is required here', '4.8', '4.12', PROTOCOL_ERROR),
  connectExpected: problem('the first packet of a connection must be CONNECT', '3.1', '3.1', PROTOCOL_ERROR),
} satisfies Record<string, ProblemSpec>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Why a packet was refused. */
export interface DecodeError {
  /** Stable name of the case, for programs. */
  readonly code: ProblemCode;
  /** The case in English. */
  readonly problem: string;
  /** Where: bytes from the first byte of the packet. */
  readonly offset: number;
  /** The rule that is broken, as `[v5.0 §3.3.2.1]`. */
  readonly section: string;
  /** What a 5.0 receiver puts into its DISCONNECT or CONNACK. */
  readonly reasonCode: number;
}

/** `[v5.0 §3.3.2.1]`: how sections of the standard are cited. */
export function citation(version: ProtocolVersion, section: string): string {
  return `[v${version} §${section}]`;
}

/** The error for `code` at `offset`; `section` where a more exact one than the table's is known. */
export function decodeError(code: ProblemCode, offset: number, version: ProtocolVersion, section?: string): DecodeError {
  const spec = PROBLEMS[code];
  return { code, problem: spec.text, offset, section: citation(version, section ?? spec.section[version]), reasonCode: spec.reasonCode };
}
