// From the bytes of one packet to the packet. Malformed input is a returned error, never an exception.
// [v3.1.1 §2, §3, §4.8] [v5.0 §2, §3, §4.13] One code path serves both this and the inspector (inspect.ts), which adds spans.
import { ByteReader } from './byteReader.ts';
import { readConnack, readConnect } from './decodeConnect.ts';
import { readAcknowledgement, readPublish, readPublishFlags } from './decodeMessage.ts';
import { readProperties } from './decodeProperties.ts';
import { readSuback, readSubscribe, readUnsuback, readUnsubscribe } from './decodeSubscription.ts';
import { FIELD, REASON_FIELD } from './fields.ts';
import type { AuthPacket, DisconnectPacket, Packet, PacketType, ProtocolVersion } from './packet.ts';
import { PACKET_TYPES } from './packet.ts';
import { type DecodeError, decodeError } from './problems.ts';
import { reasonName } from './reasonCodes.ts';

export type DecodeResult = { readonly ok: true; readonly packet: Packet } | { readonly ok: false; readonly error: DecodeError };

function readDisconnect(reader: ByteReader): DisconnectPacket {
  if (reader.version === '3.1.1') return { type: 'DISCONNECT' };
  const { reasonCode, properties } = readReason(reader, 'DISCONNECT');
  return { type: 'DISCONNECT', reasonCode, ...properties };
}

function readAuth(reader: ByteReader): AuthPacket {
  const isShort = reader.position === reader.end;
  const { reasonCode, properties } = readReason(reader, 'AUTH');
  const methodMissing = properties.properties?.authenticationMethod === undefined;
  // A packet of Remaining Length 0 is the one form that the standard lets go without. [v5.0 §3.15.2.1]
  if (methodMissing && !isShort) reader.fail('authenticationMethodMissing', 0, '3.15.2.2.2');
  return { type: 'AUTH', reasonCode, ...properties };
}

/** Reason code and properties, each of which may be left out with all that follows. [v5.0 §3.14.2.1, §3.15.2.1] */
function readReason(reader: ByteReader, type: 'DISCONNECT' | 'AUTH') {
  reader.open(FIELD.variableHeader);
  const at = reader.position;
  const reasonCode = at < reader.end ? reader.byte(REASON_FIELD[type]) : 0;
  if (reasonName('5.0', type, reasonCode) === undefined) reader.fail('reasonCodeReserved', at, REASON_FIELD[type].section['5.0']);
  const properties = reader.position < reader.end ? readProperties(reader, type) : undefined;
  reader.close();
  return { reasonCode, properties: properties === undefined ? {} : { properties } };
}

/** Flags that the fixed header of every other packet than PUBLISH must have. [v3.1.1 §2.2.2] [v5.0 §2.1.3] */
function checkReservedFlags(reader: ByteReader, type: PacketType): void {
  const expected = type === 'PUBREL' || type === 'SUBSCRIBE' || type === 'UNSUBSCRIBE' ? 2 : 0;
  if (reader.bits(FIELD.reservedFlags, 0, 3, 0) !== expected) reader.fail('flagsReserved', 0);
}

function readRemainingLength(reader: ByteReader, type: PacketType): void {
  // CONNECT alone tells which version's rule holds for it: readConnect looks at the length again.
  const version = reader.version;
  if (type === 'CONNECT') reader.version = '3.1.1';
  const length = reader.variableByteInteger(FIELD.remainingLength);
  reader.version = version;
  reader.close();
  if (!reader.failed && reader.position + length !== reader.end) reader.fail('wrongLength', 1);
}

function readBody(reader: ByteReader, type: Exclude<PacketType, 'PUBLISH'>): Packet {
  switch (type) {
    case 'CONNECT':
      return readConnect(reader);
    case 'CONNACK':
      return readConnack(reader);
    case 'PUBACK':
    case 'PUBREC':
    case 'PUBREL':
    case 'PUBCOMP':
      return readAcknowledgement(reader, type);
    case 'SUBSCRIBE':
      return readSubscribe(reader);
    case 'SUBACK':
      return readSuback(reader);
    case 'UNSUBSCRIBE':
      return readUnsubscribe(reader);
    case 'UNSUBACK':
      return readUnsuback(reader);
    case 'DISCONNECT':
      return readDisconnect(reader);
    case 'AUTH':
      return readAuth(reader);
    default:
      return { type };
  }
}

/** Reads the packet that `reader` holds; what it gives after a failure is without meaning. */
export function readPacket(reader: ByteReader): Packet | undefined {
  if (reader.end === 0) {
    reader.fail('truncated', 0);
    return undefined;
  }
  reader.open(FIELD.fixedHeader);
  const number = reader.bits(FIELD.packetType, 0, 7, 4);
  const type = number === 15 && reader.version === '3.1.1' ? undefined : PACKET_TYPES[number];
  reader.position = 1;
  if (type === 'PUBLISH') {
    const flags = readPublishFlags(reader);
    readRemainingLength(reader, type);
    return reader.failed ? undefined : readPublish(reader, flags);
  }
  if (type === undefined) {
    reader.bits(FIELD.reservedFlags, 0, 3, 0);
    reader.fail('typeReserved', 0);
    return undefined;
  }
  checkReservedFlags(reader, type);
  readRemainingLength(reader, type);
  if (reader.failed) return undefined;
  const packet = readBody(reader, type);
  if (!reader.failed && reader.position !== reader.end) reader.fail('trailingBytes', reader.position);
  return packet;
}

/** The outcome of `readPacket`. */
export function resultOf(reader: ByteReader, packet: Packet | undefined): DecodeResult {
  if (reader.failure === undefined && packet !== undefined) return { ok: true, packet };
  const { code, offset, section } = reader.failure ?? { code: 'truncated' as const, offset: 0, section: undefined };
  return { ok: false, error: decodeError(code, offset, reader.version, section) };
}

/**
 * Decodes one whole packet: `bytes` must hold it and nothing else. `version` is that of the connection; a CONNECT says for
 * itself which version it speaks. Payloads and other binary values share memory with `bytes`. Never throws: whatever a
 * receiver must close the connection for comes back as an error.
 */
export function decode(bytes: Uint8Array, version: ProtocolVersion): DecodeResult {
  const reader = new ByteReader(bytes, version, undefined);
  return resultOf(reader, readPacket(reader));
}
