// From a packet to its bytes, in the shortest form that the standard allows. [v3.1.1 §2, §3] [v5.0 §2, §3]
// A packet that a receiver would have to refuse is our own mistake and throws: what is encoded, `decode` takes.
import { ByteWriter, refuse } from './byteWriter.ts';
import { writeConnack, writeConnect } from './encodeConnect.ts';
import { writeProperties } from './encodeProperties.ts';
import { writeSuback, writeSubscribe, writeUnsuback, writeUnsubscribe } from './encodeSubscription.ts';
import type {
  AuthPacket,
  DisconnectPacket,
  Packet,
  ProtocolVersion,
  PubackPacket,
  PubcompPacket,
  PublishPacket,
  PubrecPacket,
  PubrelPacket,
} from './packet.ts';
import { PACKET_TYPES } from './packet.ts';
import { type ReasonOwner, reasonName } from './reasonCodes.ts';
import { topicNameProblem } from './topic.ts';

const writer = new ByteWriter();

/** First byte of each packet type but PUBLISH. [v3.1.1 §2.2.2] [v5.0 §2.1.3] */
const FIRST_BYTE: ReadonlyMap<string, number> = new Map(
  PACKET_TYPES.map((type, number) => [type ?? '', (number << 4) | (/^(PUBREL|SUBSCRIBE|UNSUBSCRIBE)$/.test(type ?? '') ? 2 : 0)]),
);

function writePublish(packet: PublishPacket, version: ProtocolVersion): number {
  const { topicName, qos, dup, retain, packetId, properties } = packet;
  if (qos !== 0 && qos !== 1 && qos !== 2) refuse(`QoS is not 0, 1 or 2: ${qos}`);
  if (dup && qos === 0) refuse('DUP is set on a message with QoS 0');
  const aliased = topicName === '' && properties?.topicAlias !== undefined;
  if (!aliased && topicNameProblem(topicName) !== undefined) refuse(`not a topic name: ${JSON.stringify(topicName)}`);
  writer.utf8String(topicName, 'Topic Name');
  if (qos === 0 && packetId !== undefined) refuse('a message with QoS 0 has no Packet Identifier');
  if (qos > 0) writer.packetId(packetId);
  if (version === '5.0') writeProperties(writer, 'PUBLISH', properties);
  writer.raw(packet.payload);
  return 0x30 | (dup ? 8 : 0) | (qos << 1) | (retain ? 1 : 0);
}

/** Reason code and properties, left out as far as they say nothing. [v5.0 §3.4.2.1, §3.14.2.1] */
function writeReason(packet: PubackPacket | PubrecPacket | PubrelPacket | PubcompPacket | DisconnectPacket | AuthPacket): void {
  const { type, reasonCode = 0, properties } = packet;
  if (reasonName('5.0', type, reasonCode) === undefined) refuse(`${type} has no reason code ${reasonCode}`);
  if (reasonCode === 0 && properties === undefined) return;
  writer.byte(reasonCode, 'Reason Code');
  if (properties !== undefined) writeProperties(writer, type as ReasonOwner, properties);
  else if (type === 'AUTH') writer.byte(0, 'Property Length');
}

function writeAuth(packet: AuthPacket): void {
  if ((packet.reasonCode !== 0 || packet.properties !== undefined) && packet.properties?.authenticationMethod === undefined) {
    refuse('AUTH lacks its Authentication Method');
  }
  writeReason(packet);
}

/** 3.1.1 has no properties, and no reason in an acknowledgement or DISCONNECT; CONNACK, SUBACK and UNSUBACK look themselves. */
function checkNothingOfFive(packet: Packet): void {
  if ('properties' in packet && packet.properties !== undefined) refuse('3.1.1 has no properties');
  if ('reasonCode' in packet && packet.reasonCode !== undefined) refuse(`${packet.type} of 3.1.1 has no reason code`);
}

/** Writes everything behind the fixed header and gives the first byte. */
function writeBody(packet: Packet, version: ProtocolVersion): number {
  switch (packet.type) {
    case 'CONNECT':
      writeConnect(writer, packet, version);
      break;
    case 'CONNACK':
      writeConnack(writer, packet, version);
      break;
    case 'PUBLISH':
      return writePublish(packet, version);
    case 'PUBACK':
    case 'PUBREC':
    case 'PUBREL':
    case 'PUBCOMP':
      writer.packetId(packet.packetId);
      if (version === '5.0') writeReason(packet);
      break;
    case 'SUBSCRIBE':
      writeSubscribe(writer, packet, version);
      break;
    case 'SUBACK':
      writeSuback(writer, packet, version);
      break;
    case 'UNSUBSCRIBE':
      writeUnsubscribe(writer, packet, version);
      break;
    case 'UNSUBACK':
      writeUnsuback(writer, packet, version);
      break;
    case 'DISCONNECT':
      if (version === '5.0') writeReason(packet);
      break;
    case 'AUTH':
      if (version === '3.1.1') refuse('AUTH is a packet of 5.0');
      writeAuth(packet);
      break;
    case 'PINGREQ':
    case 'PINGRESP':
      break;
  }
  return FIRST_BYTE.get(packet.type) ?? refuse(`no such packet type: ${String((packet as Packet).type)}`);
}

/**
 * The bytes of `packet`, in memory of their own. `version` is that of the connection. Throws an `AssertionError` for a value
 * out of range, a field or property that the version or packet does not have, and whatever else a receiver must refuse.
 */
export function encode(packet: Packet, version: ProtocolVersion): Uint8Array {
  writer.start();
  if (version === '3.1.1') checkNothingOfFive(packet);
  return writer.finish(writeBody(packet, version));
}
