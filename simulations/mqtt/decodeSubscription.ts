// SUBSCRIBE, UNSUBSCRIBE and their acknowledgements. [v3.1.1 §3.8 to §3.11] [v5.0 §3.8 to §3.11]
import type { ByteReader } from './byteReader.ts';
import { readProperties } from './decodeProperties.ts';
import { FIELD, type Field, REASON_FIELD } from './fields.ts';
import type { QoS, SubackPacket, SubscribePacket, Subscription, UnsubackPacket, UnsubscribePacket } from './packet.ts';
import type { Properties } from './properties.ts';
import type { PropertyOwner } from './propertyTable.ts';
import { reasonName } from './reasonCodes.ts';
import { topicFilterProblem } from './topic.ts';

function readPropertiesOfFive(reader: ByteReader, owner: PropertyOwner): { readonly properties?: Properties } {
  const properties = reader.version === '5.0' ? readProperties(reader, owner) : undefined;
  return properties === undefined ? {} : { properties };
}

function readFilter(reader: ByteReader, field: Field): string {
  const at = reader.position;
  const filter = reader.utf8String(field);
  const problem = reader.failed ? undefined : topicFilterProblem(filter, reader.version === '5.0');
  if (problem !== undefined) reader.fail(problem, at);
  return filter;
}

function readOptions(reader: ByteReader, topicFilter: string): Subscription {
  reader.open(FIELD.subscriptionOptions);
  const isFive = reader.version === '5.0';
  const at = reader.bitByte();
  if (at < 0) return { topicFilter, qos: 0 };
  const reserved = reader.bits(FIELD.subscriptionReserved, at, 7, isFive ? 6 : 2);
  const retainHandling = isFive ? reader.bits(FIELD.retainHandling, at, 5, 4) : 0;
  const retainAsPublished = isFive && reader.bits(FIELD.retainAsPublished, at, 3, 3) === 1;
  const noLocal = isFive && reader.bits(FIELD.noLocal, at, 2, 2) === 1;
  const qos = reader.bits(FIELD.maximumQoS, at, 1, 0);
  reader.close();
  if (reserved !== 0) reader.fail('subscriptionOptionsReserved', at);
  if (qos === 3) reader.fail('qosReserved', at, FIELD.maximumQoS.section[reader.version]);
  if (retainHandling === 3) reader.fail('retainHandlingReserved', at);
  if (noLocal && topicFilter.startsWith('$share/')) reader.fail('noLocalOnShared', at);
  if (!isFive) return { topicFilter, qos: qos as QoS };
  return { topicFilter, qos: qos as QoS, noLocal, retainAsPublished, retainHandling: retainHandling as 0 | 1 | 2 };
}

export function readSubscribe(reader: ByteReader): SubscribePacket {
  reader.open(FIELD.variableHeader);
  const packetId = reader.packetId();
  const properties = readPropertiesOfFive(reader, 'SUBSCRIBE');
  reader.close();
  reader.open(FIELD.payload);
  const subscriptions: Subscription[] = [];
  if (reader.position === reader.end) reader.fail('noTopicFilters', reader.position);
  while (reader.position < reader.end) {
    reader.open(FIELD.subscription, subscriptions.length);
    const topicFilter = readFilter(reader, FIELD.topicFilter);
    subscriptions.push(readOptions(reader, topicFilter));
    reader.close();
  }
  reader.close();
  return { type: 'SUBSCRIBE', packetId, subscriptions, ...properties };
}

export function readUnsubscribe(reader: ByteReader): UnsubscribePacket {
  reader.open(FIELD.variableHeader);
  const packetId = reader.packetId();
  const properties = readPropertiesOfFive(reader, 'UNSUBSCRIBE');
  reader.close();
  reader.open(FIELD.payload);
  const topicFilters: string[] = [];
  if (reader.position === reader.end) reader.fail('noTopicFilters', reader.position, '3.10.3');
  while (reader.position < reader.end) {
    reader.open(FIELD.unsubscription, topicFilters.length);
    topicFilters.push(readFilter(reader, FIELD.unsubscribeFilter));
    reader.close();
  }
  reader.close();
  return { type: 'UNSUBSCRIBE', packetId, topicFilters, ...properties };
}

/** The codes up to the end of the packet; at least one. */
function readCodes(reader: ByteReader, type: 'SUBACK' | 'UNSUBACK'): readonly number[] {
  const codes: number[] = [];
  const field = REASON_FIELD[type];
  reader.open(FIELD.payload);
  if (reader.position === reader.end) reader.fail('noReasonCodes', reader.position, field.section[reader.version]);
  while (reader.position < reader.end) {
    const at = reader.position;
    const code = reader.byte({ ...field, key: `${field.key}[${codes.length}]` });
    if (reasonName(reader.version, type, code) === undefined) reader.fail('reasonCodeReserved', at, field.section[reader.version]);
    codes.push(code);
  }
  reader.close();
  return codes;
}

export function readSuback(reader: ByteReader): SubackPacket {
  reader.open(FIELD.variableHeader);
  const packetId = reader.packetId();
  const properties = readPropertiesOfFive(reader, 'SUBACK');
  reader.close();
  return { type: 'SUBACK', packetId, reasonCodes: readCodes(reader, 'SUBACK'), ...properties };
}

/** In 3.1.1 it has no payload. */
export function readUnsuback(reader: ByteReader): UnsubackPacket {
  reader.open(FIELD.variableHeader);
  const packetId = reader.packetId();
  const properties = readPropertiesOfFive(reader, 'UNSUBACK');
  reader.close();
  if (reader.version === '3.1.1') return { type: 'UNSUBACK', packetId };
  return { type: 'UNSUBACK', packetId, reasonCodes: readCodes(reader, 'UNSUBACK'), ...properties };
}
