// Our packets in the terms of mqtt-packet, the codec of MQTT.js, with which the tests compare ours.
import type { ConnectPacket, Packet, Subscription, WillMessage } from '../packet.ts';
import type { Properties, PropertyKey, UserProperty } from '../properties.ts';

/** Makes what it takes for binary data: a Buffer, which is not known here. */
type ToBuffer = (data: Uint8Array) => unknown;

export type PeerFields = Readonly<Record<string, unknown>>;

/** Where the names differ. */
const PEER_NAME: Partial<Record<PropertyKey, string>> = {
  messageExpirySeconds: 'messageExpiryInterval',
  subscriptionIdentifiers: 'subscriptionIdentifier',
  sessionExpirySeconds: 'sessionExpiryInterval',
  assignedClientId: 'assignedClientIdentifier',
  serverKeepAliveSeconds: 'serverKeepAlive',
  willDelaySeconds: 'willDelayInterval',
  maximumPacketSizeBytes: 'maximumPacketSize',
};

/** It keeps user properties by name, so their order across names is lost. */
function groupByName(pairs: readonly UserProperty[]): PeerFields {
  const groups: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const held = groups[name];
    groups[name] = held === undefined ? value : [held, value].flat();
  }
  return groups;
}

function peerValue(key: PropertyKey, value: unknown, toBuffer: ToBuffer): unknown {
  if (key === 'userProperties') return groupByName(value as readonly UserProperty[]);
  if (key === 'payloadFormatIndicator') return value === 1;
  if (value instanceof Uint8Array) return toBuffer(value);
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function peerProperties(properties: Properties | undefined, toBuffer: ToBuffer): PeerFields | undefined {
  if (properties === undefined) return undefined;
  const entries = Object.entries(properties) as [PropertyKey, unknown][];
  return Object.fromEntries(entries.map(([key, value]) => [PEER_NAME[key] ?? key, peerValue(key, value, toBuffer)]));
}

function peerWill(will: WillMessage | undefined, toBuffer: ToBuffer): PeerFields | undefined {
  if (will === undefined) return undefined;
  const { topicName, payload, qos, retain, properties } = will;
  return { topic: topicName, payload: toBuffer(payload), qos, retain, properties: peerProperties(properties, toBuffer) };
}

function peerConnect(packet: ConnectPacket, toBuffer: ToBuffer): PeerFields {
  const { protocolLevel = 4, clientId, cleanStart, keepAliveSeconds, willMessage, userName, password } = packet;
  return {
    protocolId: protocolLevel === 3 ? 'MQIsdp' : 'MQTT',
    protocolVersion: protocolLevel,
    clientId,
    clean: cleanStart,
    keepalive: keepAliveSeconds,
    will: peerWill(willMessage, toBuffer),
    username: userName,
    password: password === undefined ? undefined : toBuffer(password),
  };
}

function peerSubscription({ topicFilter, qos, noLocal, retainAsPublished, retainHandling }: Subscription): PeerFields {
  const options = noLocal === undefined ? {} : { nl: noLocal, rap: retainAsPublished, rh: retainHandling };
  return { topic: topicFilter, qos, ...options };
}

function peerBody(packet: Packet, toBuffer: ToBuffer): PeerFields {
  switch (packet.type) {
    case 'CONNECT':
      return peerConnect(packet, toBuffer);
    case 'CONNACK':
      return { sessionPresent: packet.sessionPresent, returnCode: packet.returnCode, reasonCode: packet.reasonCode };
    case 'PUBLISH': {
      const { topicName, payload, qos, retain, dup, packetId } = packet;
      return { topic: topicName, payload: toBuffer(payload), qos, retain, dup, messageId: packetId };
    }
    case 'SUBSCRIBE':
      return { messageId: packet.packetId, subscriptions: packet.subscriptions.map(peerSubscription) };
    case 'UNSUBSCRIBE':
      return { messageId: packet.packetId, unsubscriptions: packet.topicFilters };
    case 'SUBACK':
    case 'UNSUBACK':
      return { messageId: packet.packetId, granted: packet.reasonCodes };
    case 'PUBACK':
    case 'PUBREC':
    case 'PUBREL':
    case 'PUBCOMP':
      return { messageId: packet.packetId, reasonCode: packet.reasonCode };
    case 'DISCONNECT':
    case 'AUTH':
      return { reasonCode: packet.reasonCode };
    default:
      return {};
  }
}

/** `packet` as mqtt-packet would give it; a field that it does not have is there as `undefined`. */
export function toPeer(packet: Packet, toBuffer: ToBuffer): PeerFields {
  const properties = 'properties' in packet ? peerProperties(packet.properties, toBuffer) : undefined;
  return { cmd: packet.type.toLowerCase(), ...peerBody(packet, toBuffer), properties };
}
