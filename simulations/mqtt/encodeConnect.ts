// CONNECT and CONNACK to bytes. [v3.1.1 §3.1, §3.2] [v5.0 §3.1, §3.2]
import { AssertionError } from '../engine/assert.ts';
import { type ByteWriter, refuse } from './byteWriter.ts';
import { writeProperties } from './encodeProperties.ts';
import type { ConnackPacket, ConnectPacket, ProtocolVersion, WillMessage } from './packet.ts';
import { reasonName } from './reasonCodes.ts';
import { topicNameProblem } from './topic.ts';

function willFlags(will: WillMessage): number {
  if (will.qos !== 0 && will.qos !== 1 && will.qos !== 2) refuse(`Will QoS is not 0, 1 or 2: ${will.qos}`);
  return 0x04 | (will.qos << 3) | (will.retain ? 0x20 : 0);
}

function writeWill(writer: ByteWriter, will: WillMessage, version: ProtocolVersion): void {
  if (topicNameProblem(will.topicName) !== undefined) refuse(`not a topic name: ${JSON.stringify(will.topicName)}`);
  if (version === '5.0') writeProperties(writer, 'WILL', will.properties);
  else if (will.properties !== undefined) refuse('3.1.1 has no will properties');
  writer.utf8String(will.topicName, 'Will Topic');
  writer.binaryData(will.payload, 'Will Payload');
}

export function writeConnect(writer: ByteWriter, packet: ConnectPacket, version: ProtocolVersion): void {
  const { willMessage, userName, password, properties, protocolLevel = version === '5.0' ? 5 : 4 } = packet;
  if ((protocolLevel === 5) !== (version === '5.0')) refuse(`protocol level ${protocolLevel} does not belong to ${version}`);
  if (password !== undefined && userName === undefined && version === '3.1.1') refuse('3.1.1 takes a password only with a user name');
  if (properties?.authenticationData !== undefined && properties.authenticationMethod === undefined) {
    refuse('Authentication Data without an Authentication Method');
  }
  writer.utf8String(protocolLevel === 3 ? 'MQIsdp' : 'MQTT', 'Protocol Name');
  writer.byte(protocolLevel, 'Protocol Level');
  const will = willMessage === undefined ? 0 : willFlags(willMessage);
  const credentials = (userName === undefined ? 0 : 0x80) | (password === undefined ? 0 : 0x40);
  writer.byte(credentials | will | (packet.cleanStart ? 0x02 : 0), 'Connect Flags');
  writer.twoByteInteger(packet.keepAliveSeconds, 'Keep Alive');
  if (version === '5.0') writeProperties(writer, 'CONNECT', properties);
  writer.utf8String(packet.clientId, 'Client Identifier');
  if (willMessage !== undefined) writeWill(writer, willMessage, version);
  if (userName !== undefined) writer.utf8String(userName, 'User Name');
  if (password !== undefined) writer.binaryData(password, 'Password');
}

export function writeConnack(writer: ByteWriter, packet: ConnackPacket, version: ProtocolVersion): void {
  const code = version === '5.0' ? packet.reasonCode : packet.returnCode;
  const other = version === '5.0' ? packet.returnCode : packet.reasonCode;
  if (code === undefined || other !== undefined) throw new AssertionError('CONNACK has a returnCode in 3.1.1 and a reasonCode in 5.0');
  if (reasonName(version, 'CONNACK', code) === undefined) refuse(`CONNACK of ${version} has no code ${code}`);
  if (packet.sessionPresent && code !== 0) refuse('Session Present on a refused connection');
  writer.byte(packet.sessionPresent ? 1 : 0, 'Connect Acknowledge Flags');
  writer.byte(code, 'Connect Reason Code');
  if (version === '5.0') writeProperties(writer, 'CONNACK', packet.properties);
}
