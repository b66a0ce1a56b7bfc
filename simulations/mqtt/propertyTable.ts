// The properties of MQTT 5.0 as data: identifier, name, wire type, and the packets that may carry each with the section
// of the standard that says so. [v5.0 §2.2.2.2]
import type { PacketType } from './packet.ts';
import type { PropertyKey } from './properties.ts';

/** The packets that have properties; those of the will stand in CONNECT but are a list of their own. */
export type PropertyOwner = Exclude<PacketType, 'PINGREQ' | 'PINGRESP'> | 'WILL';

/** Wire types. [v5.0 §1.5] Every property of one byte holds 0 or 1; `flag` is one whose value we give as a boolean. */
export type PropertyType =
  | 'flag'
  | 'byte'
  | 'twoByteInteger'
  | 'fourByteInteger'
  | 'variableByteInteger'
  | 'utf8String'
  | 'binaryData'
  | 'utf8StringPair';

export interface PropertySpec {
  /** Identifier on the wire, 1 to 42. */
  readonly id: number;
  readonly key: PropertyKey;
  /** Name in the standard. */
  readonly name: string;
  readonly type: PropertyType;
  /** Zero is a protocol error. */
  readonly nonZero?: true;
  /** The value is a topic name: one character or more, no wildcards. */
  readonly topicName?: true;
  /** Who may carry it, each with its section of the standard. */
  readonly sections: Readonly<Partial<Record<PropertyOwner, string>>>;
}

export const PROPERTY_TABLE: readonly PropertySpec[] = [
  {
    id: 0x01,
    key: 'payloadFormatIndicator',
    name: 'Payload Format Indicator',
    type: 'byte',
    sections: { PUBLISH: '3.3.2.3.2', WILL: '3.1.3.2.3' },
  },
  {
    id: 0x02,
    key: 'messageExpirySeconds',
    name: 'Message Expiry Interval',
    type: 'fourByteInteger',
    sections: { PUBLISH: '3.3.2.3.3', WILL: '3.1.3.2.4' },
  },
  { id: 0x03, key: 'contentType', name: 'Content Type', type: 'utf8String', sections: { PUBLISH: '3.3.2.3.9', WILL: '3.1.3.2.5' } },
  {
    id: 0x08,
    key: 'responseTopic',
    name: 'Response Topic',
    type: 'utf8String',
    topicName: true,
    sections: { PUBLISH: '3.3.2.3.5', WILL: '3.1.3.2.6' },
  },
  { id: 0x09, key: 'correlationData', name: 'Correlation Data', type: 'binaryData', sections: { PUBLISH: '3.3.2.3.6', WILL: '3.1.3.2.7' } },
  {
    id: 0x0b,
    key: 'subscriptionIdentifiers',
    name: 'Subscription Identifier',
    type: 'variableByteInteger',
    nonZero: true,
    sections: { PUBLISH: '3.3.2.3.8', SUBSCRIBE: '3.8.2.1.2' },
  },
  {
    id: 0x11,
    key: 'sessionExpirySeconds',
    name: 'Session Expiry Interval',
    type: 'fourByteInteger',
    sections: { CONNECT: '3.1.2.11.2', CONNACK: '3.2.2.3.2', DISCONNECT: '3.14.2.2.2' },
  },
  { id: 0x12, key: 'assignedClientId', name: 'Assigned Client Identifier', type: 'utf8String', sections: { CONNACK: '3.2.2.3.7' } },
  { id: 0x13, key: 'serverKeepAliveSeconds', name: 'Server Keep Alive', type: 'twoByteInteger', sections: { CONNACK: '3.2.2.3.14' } },
  {
    id: 0x15,
    key: 'authenticationMethod',
    name: 'Authentication Method',
    type: 'utf8String',
    sections: { CONNECT: '3.1.2.11.9', CONNACK: '3.2.2.3.17', AUTH: '3.15.2.2.2' },
  },
  {
    id: 0x16,
    key: 'authenticationData',
    name: 'Authentication Data',
    type: 'binaryData',
    sections: { CONNECT: '3.1.2.11.10', CONNACK: '3.2.2.3.18', AUTH: '3.15.2.2.3' },
  },
  { id: 0x17, key: 'requestProblemInformation', name: 'Request Problem Information', type: 'flag', sections: { CONNECT: '3.1.2.11.7' } },
  { id: 0x18, key: 'willDelaySeconds', name: 'Will Delay Interval', type: 'fourByteInteger', sections: { WILL: '3.1.3.2.2' } },
  { id: 0x19, key: 'requestResponseInformation', name: 'Request Response Information', type: 'flag', sections: { CONNECT: '3.1.2.11.6' } },
  { id: 0x1a, key: 'responseInformation', name: 'Response Information', type: 'utf8String', sections: { CONNACK: '3.2.2.3.15' } },
  {
    id: 0x1c,
    key: 'serverReference',
    name: 'Server Reference',
    type: 'utf8String',
    sections: { CONNACK: '3.2.2.3.16', DISCONNECT: '3.14.2.2.5' },
  },
  {
    id: 0x1f,
    key: 'reasonString',
    name: 'Reason String',
    type: 'utf8String',
    sections: {
      CONNACK: '3.2.2.3.9',
      PUBACK: '3.4.2.2.2',
      PUBREC: '3.5.2.2.2',
      PUBREL: '3.6.2.2.2',
      PUBCOMP: '3.7.2.2.2',
      SUBACK: '3.9.2.1.2',
      UNSUBACK: '3.11.2.1.2',
      DISCONNECT: '3.14.2.2.3',
      AUTH: '3.15.2.2.4',
    },
  },
  {
    id: 0x21,
    key: 'receiveMaximum',
    name: 'Receive Maximum',
    type: 'twoByteInteger',
    nonZero: true,
    sections: { CONNECT: '3.1.2.11.3', CONNACK: '3.2.2.3.3' },
  },
  {
    id: 0x22,
    key: 'topicAliasMaximum',
    name: 'Topic Alias Maximum',
    type: 'twoByteInteger',
    sections: { CONNECT: '3.1.2.11.5', CONNACK: '3.2.2.3.8' },
  },
  { id: 0x23, key: 'topicAlias', name: 'Topic Alias', type: 'twoByteInteger', nonZero: true, sections: { PUBLISH: '3.3.2.3.4' } },
  { id: 0x24, key: 'maximumQoS', name: 'Maximum QoS', type: 'byte', sections: { CONNACK: '3.2.2.3.4' } },
  { id: 0x25, key: 'retainAvailable', name: 'Retain Available', type: 'flag', sections: { CONNACK: '3.2.2.3.5' } },
  {
    id: 0x26,
    key: 'userProperties',
    name: 'User Property',
    type: 'utf8StringPair',
    sections: {
      CONNECT: '3.1.2.11.8',
      WILL: '3.1.3.2.8',
      CONNACK: '3.2.2.3.10',
      PUBLISH: '3.3.2.3.7',
      PUBACK: '3.4.2.2.3',
      PUBREC: '3.5.2.2.3',
      PUBREL: '3.6.2.2.3',
      PUBCOMP: '3.7.2.2.3',
      SUBSCRIBE: '3.8.2.1.3',
      SUBACK: '3.9.2.1.3',
      UNSUBSCRIBE: '3.10.2.1.2',
      UNSUBACK: '3.11.2.1.3',
      DISCONNECT: '3.14.2.2.4',
      AUTH: '3.15.2.2.5',
    },
  },
  {
    id: 0x27,
    key: 'maximumPacketSizeBytes',
    name: 'Maximum Packet Size',
    type: 'fourByteInteger',
    nonZero: true,
    sections: { CONNECT: '3.1.2.11.4', CONNACK: '3.2.2.3.6' },
  },
  {
    id: 0x28,
    key: 'wildcardSubscriptionAvailable',
    name: 'Wildcard Subscription Available',
    type: 'flag',
    sections: { CONNACK: '3.2.2.3.11' },
  },
  {
    id: 0x29,
    key: 'subscriptionIdentifiersAvailable',
    name: 'Subscription Identifiers Available',
    type: 'flag',
    sections: { CONNACK: '3.2.2.3.12' },
  },
  {
    id: 0x2a,
    key: 'sharedSubscriptionAvailable',
    name: 'Shared Subscription Available',
    type: 'flag',
    sections: { CONNACK: '3.2.2.3.13' },
  },
];

/** At the index of its identifier; `undefined` where the standard has none. */
export const PROPERTY_BY_ID: readonly (PropertySpec | undefined)[] = Array.from({ length: 0x2b }, (_, id) =>
  PROPERTY_TABLE.find((spec) => spec.id === id),
);

export const PROPERTY_BY_KEY: ReadonlyMap<string, PropertySpec> = new Map(PROPERTY_TABLE.map((spec) => [spec.key, spec]));

/** Whether `owner` may carry the property more than once: only user properties, and subscription identifiers in PUBLISH. */
export function mayRepeat(spec: PropertySpec, owner: PropertyOwner): boolean {
  return spec.type === 'utf8StringPair' || (spec.type === 'variableByteInteger' && owner === 'PUBLISH');
}
