// SUBSCRIBE, UNSUBSCRIBE and their acknowledgements to bytes. [v3.1.1 §3.8 to §3.11] [v5.0 §3.8 to §3.11]
import { type ByteWriter, refuse } from './byteWriter.ts';
import { writeProperties } from './encodeProperties.ts';
import type { ProtocolVersion, SubackPacket, SubscribePacket, Subscription, UnsubackPacket, UnsubscribePacket } from './packet.ts';
import { reasonName } from './reasonCodes.ts';
import { topicFilterProblem } from './topic.ts';

function writeFilter(writer: ByteWriter, filter: string, version: ProtocolVersion): void {
  if (topicFilterProblem(filter, version === '5.0') !== undefined) refuse(`not a topic filter: ${JSON.stringify(filter)}`);
  writer.utf8String(filter, 'Topic Filter');
}

function optionsOf(subscription: Subscription, version: ProtocolVersion): number {
  const { topicFilter, qos, noLocal = false, retainAsPublished = false, retainHandling = 0 } = subscription;
  if (qos !== 0 && qos !== 1 && qos !== 2) refuse(`QoS is not 0, 1 or 2: ${qos}`);
  if (retainHandling !== 0 && retainHandling !== 1 && retainHandling !== 2) refuse(`Retain Handling is not 0, 1 or 2: ${retainHandling}`);
  if (version === '3.1.1' && (noLocal || retainAsPublished || retainHandling > 0)) refuse('3.1.1 has no subscription options but QoS');
  if (noLocal && topicFilter.startsWith('$share/')) refuse('No Local on a shared subscription');
  return (retainHandling << 4) | (retainAsPublished ? 8 : 0) | (noLocal ? 4 : 0) | qos;
}

export function writeSubscribe(writer: ByteWriter, packet: SubscribePacket, version: ProtocolVersion): void {
  if (packet.subscriptions.length === 0) refuse('SUBSCRIBE without a topic filter');
  writer.packetId(packet.packetId);
  if (version === '5.0') writeProperties(writer, 'SUBSCRIBE', packet.properties);
  for (const subscription of packet.subscriptions) {
    writeFilter(writer, subscription.topicFilter, version);
    writer.byte(optionsOf(subscription, version), 'Subscription Options');
  }
}

export function writeUnsubscribe(writer: ByteWriter, packet: UnsubscribePacket, version: ProtocolVersion): void {
  if (packet.topicFilters.length === 0) refuse('UNSUBSCRIBE without a topic filter');
  writer.packetId(packet.packetId);
  if (version === '5.0') writeProperties(writer, 'UNSUBSCRIBE', packet.properties);
  for (const filter of packet.topicFilters) writeFilter(writer, filter, version);
}

function writeCodes(writer: ByteWriter, type: 'SUBACK' | 'UNSUBACK', codes: readonly number[], version: ProtocolVersion): void {
  if (codes.length === 0) refuse(`${type} without a reason code`);
  for (const code of codes) {
    if (reasonName(version, type, code) === undefined) refuse(`${type} of ${version} has no code ${code}`);
    writer.byte(code, 'Reason Code');
  }
}

export function writeSuback(writer: ByteWriter, packet: SubackPacket, version: ProtocolVersion): void {
  writer.packetId(packet.packetId);
  if (version === '5.0') writeProperties(writer, 'SUBACK', packet.properties);
  writeCodes(writer, 'SUBACK', packet.reasonCodes, version);
}

export function writeUnsuback(writer: ByteWriter, packet: UnsubackPacket, version: ProtocolVersion): void {
  if (version === '3.1.1' && packet.reasonCodes !== undefined) refuse('UNSUBACK of 3.1.1 has no codes');
  writer.packetId(packet.packetId);
  if (version === '3.1.1') return;
  writeProperties(writer, 'UNSUBACK', packet.properties);
  writeCodes(writer, 'UNSUBACK', packet.reasonCodes ?? [], version);
}
