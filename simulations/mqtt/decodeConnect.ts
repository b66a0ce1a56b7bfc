// CONNECT of MQTT 3.1, 3.1.1 and 5.0, and CONNACK. [v3.1.1 §3.1, §3.2] [v5.0 §3.1, §3.2]
// An MQTT 3.1 CONNECT (protocol name MQIsdp, level 3) is held to the rules of 3.1.1, which came after it.
import type { ByteReader } from './byteReader.ts';
import { readProperties } from './decodeProperties.ts';
import { FIELD, REASON_FIELD } from './fields.ts';
import type { ConnackPacket, ConnectPacket, ProtocolLevel, QoS, WillMessage } from './packet.ts';
import { reasonName } from './reasonCodes.ts';
import { topicNameProblem } from './topic.ts';

function readProtocol(reader: ByteReader): ProtocolLevel {
  const nameAt = reader.position;
  const name = reader.utf8String(FIELD.protocolName);
  if (name !== 'MQTT' && name !== 'MQIsdp') reader.fail('protocolName', nameAt);
  const levelAt = reader.position;
  const level = reader.byte(FIELD.protocolLevel);
  const known = name === 'MQTT' ? level === 4 || level === 5 : level === 3;
  if (!known) reader.fail('protocolLevel', levelAt);
  return level as ProtocolLevel;
}

interface ConnectFlags {
  readonly userName: boolean;
  readonly password: boolean;
  readonly will: boolean;
  readonly willRetain: boolean;
  readonly willQoS: QoS;
  readonly cleanStart: boolean;
}

const NO_FLAGS: ConnectFlags = { userName: false, password: false, will: false, willRetain: false, willQoS: 0, cleanStart: false };

function readConnectFlags(reader: ByteReader): ConnectFlags {
  reader.open(FIELD.connectFlags);
  const at = reader.bitByte();
  if (at < 0) return NO_FLAGS;
  const userName = reader.bits(FIELD.userNameFlag, at, 7, 7) === 1;
  const password = reader.bits(FIELD.passwordFlag, at, 6, 6) === 1;
  const willRetain = reader.bits(FIELD.willRetain, at, 5, 5) === 1;
  const willQoS = reader.bits(FIELD.willQoS, at, 4, 3);
  const will = reader.bits(FIELD.willFlag, at, 2, 2) === 1;
  const cleanStart = reader.bits(FIELD.cleanStart, at, 1, 1) === 1;
  const reserved = reader.bits(FIELD.connectReserved, at, 0, 0);
  reader.close();
  if (reserved !== 0) reader.fail('connectFlagReserved', at);
  if (willQoS === 3) reader.fail('qosReserved', at, '3.1.2.6');
  if (!will && willQoS !== 0) reader.fail('willQoSWithoutWill', at);
  if (!will && willRetain) reader.fail('willRetainWithoutWill', at);
  if (password && !userName && reader.version === '3.1.1') reader.fail('passwordWithoutUserName', at);
  return { userName, password, will, willRetain, willQoS: willQoS as QoS, cleanStart };
}

function readWill(reader: ByteReader, flags: ConnectFlags): WillMessage {
  const properties = reader.version === '5.0' ? readProperties(reader, 'WILL') : undefined;
  const at = reader.position;
  const topicName = reader.utf8String(FIELD.willTopic);
  const problem = reader.failed ? undefined : topicNameProblem(topicName);
  if (problem !== undefined) reader.fail(problem, at, FIELD.willTopic.section[reader.version]);
  const payload = reader.binaryData(FIELD.willPayload);
  const will = { topicName, payload, qos: flags.willQoS, retain: flags.willRetain };
  return properties === undefined ? will : { ...will, properties };
}

/** Sets the reader's version to the one that the packet itself names. */
export function readConnect(reader: ByteReader): ConnectPacket {
  const lengthBytes = reader.position - 1;
  reader.open(FIELD.variableHeader);
  const protocolLevel = readProtocol(reader);
  reader.version = protocolLevel === 5 ? '5.0' : '3.1.1';
  const overLong = lengthBytes > 1 && reader.bytes[lengthBytes] === 0;
  if (overLong && protocolLevel === 5) reader.fail('variableByteIntegerNotMinimal', 1);
  const flags = readConnectFlags(reader);
  const keepAliveSeconds = reader.twoByteInteger(FIELD.keepAliveSeconds);
  const properties = protocolLevel === 5 ? readProperties(reader, 'CONNECT') : undefined;
  if (properties?.authenticationData !== undefined && properties.authenticationMethod === undefined) {
    reader.fail('authenticationMethodMissing', 0, '3.1.2.11.10');
  }
  reader.close();
  reader.open(FIELD.payload);
  const clientId = reader.utf8String(FIELD.clientId);
  const willMessage = flags.will ? readWill(reader, flags) : undefined;
  const userName = flags.userName ? reader.utf8String(FIELD.userName) : undefined;
  const password = flags.password ? reader.binaryData(FIELD.password) : undefined;
  reader.close();
  return {
    type: 'CONNECT',
    protocolLevel,
    clientId,
    cleanStart: flags.cleanStart,
    keepAliveSeconds,
    ...(willMessage === undefined ? {} : { willMessage }),
    ...(userName === undefined ? {} : { userName }),
    ...(password === undefined ? {} : { password }),
    ...(properties === undefined ? {} : { properties }),
  };
}

export function readConnack(reader: ByteReader): ConnackPacket {
  const isFive = reader.version === '5.0';
  reader.open(FIELD.variableHeader);
  reader.open(FIELD.connackFlags);
  const flagsAt = reader.bitByte();
  if (flagsAt >= 0 && reader.bits(FIELD.connackReserved, flagsAt, 7, 1) !== 0) reader.fail('connackFlagsReserved', flagsAt);
  const sessionPresent = flagsAt >= 0 && reader.bits(FIELD.sessionPresent, flagsAt, 0, 0) === 1;
  reader.close();
  const codeAt = reader.position;
  const field = isFive ? REASON_FIELD.CONNACK : FIELD.returnCode;
  const code = reader.byte(field);
  if (reasonName(reader.version, 'CONNACK', code) === undefined) reader.fail('reasonCodeReserved', codeAt, field.section[reader.version]);
  if (sessionPresent && code !== 0) reader.fail('sessionPresentWithError', flagsAt);
  const properties = isFive ? readProperties(reader, 'CONNACK') : undefined;
  reader.close();
  if (!isFive) return { type: 'CONNACK', sessionPresent, returnCode: code };
  if (properties === undefined) return { type: 'CONNACK', sessionPresent, reasonCode: code };
  return { type: 'CONNACK', sessionPresent, reasonCode: code, properties };
}
