// One packet in one line of MQTT notation, for the ladder and the log: `PUBLISH q1 id 8 "sensor/1" 15 bytes DUP`.
// The same packet always gives the same line; nothing in it is a sentence to be translated.
import type { ConnectPacket, Packet, PublishPacket, SubscribePacket } from './packet.ts';

/** Longest quoted text; what is longer ends in an ellipsis. Characters. */
const LONGEST = 48;

function quote(text: string): string {
  const characters = [...text];
  const shown = characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
  return JSON.stringify(shown);
}

function code(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(2, '0')}`;
}

function codes(values: readonly number[]): string {
  return values.map(code).join(' ');
}

function bytes(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}

/** The parts that are there, with a space between. */
function line(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined && part !== '').join(' ');
}

function connectLine(packet: ConnectPacket): string {
  const { clientId, cleanStart, keepAliveSeconds, willMessage, properties } = packet;
  const expiry = properties?.sessionExpirySeconds;
  return line(
    'CONNECT',
    quote(clientId),
    `c${cleanStart ? 1 : 0}`,
    `k${keepAliveSeconds}`,
    expiry !== undefined && `x${expiry}`,
    willMessage && `will ${quote(willMessage.topicName)} q${willMessage.qos}`,
  );
}

function publishLine(packet: PublishPacket): string {
  const { qos, packetId, topicName, payload, retain, dup, properties } = packet;
  return line(
    'PUBLISH',
    `q${qos}`,
    packetId !== undefined && `id ${packetId}`,
    quote(topicName),
    properties?.topicAlias !== undefined && `alias ${properties.topicAlias}`,
    bytes(payload.length),
    retain && 'RETAIN',
    dup && 'DUP',
  );
}

function subscribeLine(packet: SubscribePacket): string {
  const filters = packet.subscriptions.map(({ topicFilter, qos }) => `${quote(topicFilter)} q${qos}`);
  return line('SUBSCRIBE', `id ${packet.packetId}`, filters.join(', '));
}

/** The packet in one line: its type, then what tells it apart. Codes are shown unless they are 0. */
export function summary(packet: Packet): string {
  switch (packet.type) {
    case 'CONNECT':
      return connectLine(packet);
    case 'CONNACK':
      return line('CONNACK', code(packet.reasonCode ?? packet.returnCode ?? 0), packet.sessionPresent && 'session present');
    case 'PUBLISH':
      return publishLine(packet);
    case 'PUBACK':
    case 'PUBREC':
    case 'PUBREL':
    case 'PUBCOMP':
      return line(packet.type, `id ${packet.packetId}`, packet.reasonCode ? code(packet.reasonCode) : '');
    case 'SUBSCRIBE':
      return subscribeLine(packet);
    case 'SUBACK':
    case 'UNSUBACK':
      return line(packet.type, `id ${packet.packetId}`, codes(packet.reasonCodes ?? []));
    case 'UNSUBSCRIBE':
      return line('UNSUBSCRIBE', `id ${packet.packetId}`, packet.topicFilters.map(quote).join(', '));
    case 'DISCONNECT':
      return line('DISCONNECT', packet.reasonCode ? code(packet.reasonCode) : '');
    case 'AUTH':
      return line('AUTH', code(packet.reasonCode));
    case 'PINGREQ':
    case 'PINGRESP':
      return packet.type;
  }
}
