// PUBLISH and its four acknowledgements. [v3.1.1 §3.3 to §3.7] [v5.0 §3.3 to §3.7]
import type { ByteReader } from './byteReader.ts';
import { readProperties } from './decodeProperties.ts';
import { FIELD, REASON_FIELD } from './fields.ts';
import type { PubackPacket, PubcompPacket, PublishPacket, PubrecPacket, PubrelPacket, QoS } from './packet.ts';
import type { PublishProperties } from './properties.ts';
import { reasonName } from './reasonCodes.ts';
import { topicNameProblem } from './topic.ts';

/** The first byte of PUBLISH, whose flags belong to the message. */
export interface PublishFlags {
  readonly dup: boolean;
  readonly qos: QoS;
  readonly retain: boolean;
}

export function readPublishFlags(reader: ByteReader): PublishFlags {
  const dup = reader.bits(FIELD.dup, 0, 3, 3) === 1;
  const qos = reader.bits(FIELD.qos, 0, 2, 1);
  const retain = reader.bits(FIELD.retain, 0, 0, 0) === 1;
  if (qos === 3) reader.fail('qosReserved', 0);
  if (dup && qos === 0) reader.fail('dupWithoutQoS', 0);
  return { dup, qos: qos as QoS, retain };
}

/** An empty name is allowed where a topic alias stands for it. [v5.0 §3.3.2.1] */
function checkTopic(reader: ByteReader, topicName: string, at: number, properties: PublishProperties | undefined): void {
  if (reader.failed || (topicName === '' && properties?.topicAlias !== undefined)) return;
  const problem = topicNameProblem(topicName);
  if (problem !== undefined) reader.fail(problem, at, '3.3.2.1');
}

export function readPublish(reader: ByteReader, flags: PublishFlags): PublishPacket {
  const { dup, qos, retain } = flags;
  reader.open(FIELD.variableHeader);
  const topicAt = reader.position;
  const topicName = reader.utf8String(FIELD.topicName);
  const packetId = qos === 0 ? 0 : reader.packetId();
  const properties = reader.version === '5.0' ? readProperties(reader, 'PUBLISH') : undefined;
  checkTopic(reader, topicName, topicAt, properties);
  reader.close();
  reader.open(FIELD.payload);
  const payload = reader.rest(FIELD.message);
  reader.close();
  if (properties === undefined) {
    if (qos === 0) return { type: 'PUBLISH', topicName, payload, qos, retain, dup };
    return { type: 'PUBLISH', topicName, payload, qos, retain, dup, packetId };
  }
  if (qos === 0) return { type: 'PUBLISH', topicName, payload, qos, retain, dup, properties };
  return { type: 'PUBLISH', topicName, payload, qos, retain, dup, packetId, properties };
}

type AcknowledgementPacket = PubackPacket | PubrecPacket | PubrelPacket | PubcompPacket;

/** In 5.0 the reason code may be left out when it is 0, and the property length when nothing follows. [v5.0 §3.4.2.1] */
export function readAcknowledgement(reader: ByteReader, type: AcknowledgementPacket['type']): AcknowledgementPacket {
  reader.open(FIELD.variableHeader);
  const packetId = reader.packetId();
  let reasonCode = 0;
  if (reader.version === '5.0' && reader.position < reader.end) {
    const at = reader.position;
    reasonCode = reader.byte(REASON_FIELD[type]);
    if (reasonName('5.0', type, reasonCode) === undefined) reader.fail('reasonCodeReserved', at, REASON_FIELD[type].section['5.0']);
  }
  const hasProperties = reader.version === '5.0' && reader.position < reader.end;
  const properties = hasProperties ? readProperties(reader, type) : undefined;
  reader.close();
  if (reader.version === '3.1.1') return { type, packetId };
  return properties === undefined ? { type, packetId, reasonCode } : { type, packetId, reasonCode, properties };
}
