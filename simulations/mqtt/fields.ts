// The fields of the packets as data: the standard's name of each and the section that defines it, for error messages and the
// inspector. Properties have a table of their own (propertyTable.ts); here they are turned into fields.
import type { ProtocolVersion } from './packet.ts';
import type { PropertyKey } from './properties.ts';
import { PROPERTY_TABLE, type PropertyOwner, type PropertySpec } from './propertyTable.ts';
import type { ReasonOwner } from './reasonCodes.ts';

interface FieldSpec {
  /** Name in programs, part of a field's path. */
  readonly key: string;
  /** Name in the standard. */
  readonly name: string;
  /** Section of each standard; fields of 5.0 alone give that one for both. */
  readonly section: Readonly<Record<ProtocolVersion, string>>;
}

function field(key: string, name: string, v311: string, v5 = v311): FieldSpec {
  return { key, name, section: { '3.1.1': v311, '5.0': v5 } };
}

const FIELD_SPECS = {
  fixedHeader: field('fixedHeader', 'Fixed header', '2.2', '2.1.1'),
  packetType: field('packetType', 'MQTT Control Packet type', '2.2.1', '2.1.2'),
  reservedFlags: field('reserved', 'Reserved', '2.2.2', '2.1.3'),
  dup: field('dup', 'DUP flag', '3.3.1.1'),
  qos: field('qos', 'QoS level', '3.3.1.2'),
  retain: field('retain', 'RETAIN', '3.3.1.3'),
  remainingLength: field('remainingLength', 'Remaining Length', '2.2.3', '2.1.4'),
  variableHeader: field('variableHeader', 'Variable header', '2.3', '2.2'),
  payload: field('payload', 'Payload', '2.4', '2.3'),
  packetId: field('packetId', 'Packet Identifier', '2.3.1', '2.2.1'),
  protocolName: field('protocolName', 'Protocol Name', '3.1.2.1'),
  protocolLevel: field('protocolLevel', 'Protocol Level', '3.1.2.2'),
  connectFlags: field('connectFlags', 'Connect Flags', '3.1.2.3'),
  userNameFlag: field('userNameFlag', 'User Name Flag', '3.1.2.8'),
  passwordFlag: field('passwordFlag', 'Password Flag', '3.1.2.9'),
  willRetain: field('willRetain', 'Will Retain', '3.1.2.7'),
  willQoS: field('willQoS', 'Will QoS', '3.1.2.6'),
  willFlag: field('willFlag', 'Will Flag', '3.1.2.5'),
  cleanStart: field('cleanStart', 'Clean Start (Clean Session in 3.1.1)', '3.1.2.4'),
  connectReserved: field('reserved', 'Reserved', '3.1.2.3'),
  keepAliveSeconds: field('keepAliveSeconds', 'Keep Alive', '3.1.2.10'),
  clientId: field('clientId', 'Client Identifier', '3.1.3.1'),
  willProperties: field('willProperties', 'Will Properties', '3.1.3.2'),
  willTopic: field('willTopic', 'Will Topic', '3.1.3.2', '3.1.3.3'),
  willPayload: field('willPayload', 'Will Payload (Will Message in 3.1.1)', '3.1.3.3', '3.1.3.4'),
  userName: field('userName', 'User Name', '3.1.3.4', '3.1.3.5'),
  password: field('password', 'Password', '3.1.3.5', '3.1.3.6'),
  connackFlags: field('connackFlags', 'Connect Acknowledge Flags', '3.2.2.1'),
  connackReserved: field('reserved', 'Reserved', '3.2.2.1'),
  sessionPresent: field('sessionPresent', 'Session Present', '3.2.2.2', '3.2.2.1.1'),
  returnCode: field('returnCode', 'Connect Return code', '3.2.2.3'),
  topicName: field('topicName', 'Topic Name', '3.3.2.1'),
  message: field('message', 'Application Message', '3.3.3'),
  topicFilter: field('topicFilter', 'Topic Filter', '3.8.3'),
  unsubscribeFilter: field('topicFilter', 'Topic Filter', '3.10.3'),
  subscription: field('subscriptions', 'Subscription', '3.8.3'),
  unsubscription: field('topicFilters', 'Topic Filter', '3.10.3'),
  subscriptionOptions: field('options', 'Subscription Options', '3.8.3', '3.8.3.1'),
  subscriptionReserved: field('reserved', 'Reserved', '3.8.3', '3.8.3.1'),
  retainHandling: field('retainHandling', 'Retain Handling', '3.8.3', '3.8.3.1'),
  retainAsPublished: field('retainAsPublished', 'Retain As Published', '3.8.3', '3.8.3.1'),
  noLocal: field('noLocal', 'No Local', '3.8.3', '3.8.3.1'),
  maximumQoS: field('qos', 'Maximum QoS', '3.8.3', '3.8.3.1'),
  properties: field('properties', 'Properties', '2.2.2'),
  propertyLength: field('propertyLength', 'Property Length', '2.2.2.1'),
  oneProperty: field('property', 'Property', '2.2.2.2'),
  propertyId: field('identifier', 'Identifier', '2.2.2.2'),
  /** The two bytes in front of a text or of binary data. */
  lengthPrefix: field('length', 'Length', '1.5.3', '1.5.4'),
  unread: field('unread', 'Not read', '4.8', '4.13'),
} satisfies Record<string, FieldSpec>;

const REASON_SPECS = {
  CONNACK: field('reasonCode', 'Connect Reason Code', '3.2.2.3', '3.2.2.2'),
  PUBACK: field('reasonCode', 'PUBACK Reason Code', '3.4.2.1'),
  PUBREC: field('reasonCode', 'PUBREC Reason Code', '3.5.2.1'),
  PUBREL: field('reasonCode', 'PUBREL Reason Code', '3.6.2.1'),
  PUBCOMP: field('reasonCode', 'PUBCOMP Reason Code', '3.7.2.1'),
  SUBACK: field('reasonCodes', 'Reason Code (return code in 3.1.1)', '3.9.3'),
  UNSUBACK: field('reasonCodes', 'Reason Code', '3.11.3'),
  DISCONNECT: field('reasonCode', 'Disconnect Reason Code', '3.14.2.1'),
  AUTH: field('reasonCode', 'Authenticate Reason Code', '3.15.2.1'),
} satisfies Record<ReasonOwner, FieldSpec>;

/** What a field is, wherever it stands: told apart where two fields share a key, such as the reserved bits of different bytes. */
export type FieldId = keyof typeof FIELD_SPECS | `reason.${ReasonOwner}` | `property.${PropertyKey}`;

export interface Field extends FieldSpec {
  readonly id: FieldId;
}

function withIds<Name extends string>(
  specs: Readonly<Record<Name, FieldSpec>>,
  idOf: (name: Name) => FieldId,
): Readonly<Record<Name, Field>> {
  const named = Object.entries<FieldSpec>(specs).map(([name, spec]) => [name, { id: idOf(name as Name), ...spec }]);
  return Object.fromEntries(named) as Record<Name, Field>;
}

export const FIELD = withIds(FIELD_SPECS, (name) => name);

/** The code of each packet that tells a reason; the standards name and place it differently in each. */
export const REASON_FIELD = withIds(REASON_SPECS, (owner) => `reason.${owner}`);

/** Every field that an inspection can show. */
export const FIELD_IDS: readonly FieldId[] = [
  ...[...Object.values(FIELD), ...Object.values(REASON_FIELD)].map(({ id }) => id),
  ...PROPERTY_TABLE.map(({ key }) => `property.${key}` as const),
];

function fieldsOfProperties(owner: PropertyOwner): readonly (Field | undefined)[] {
  const fields: (Field | undefined)[] = new Array(0x2b).fill(undefined);
  for (const spec of PROPERTY_TABLE) {
    const section = spec.sections[owner];
    if (section !== undefined) fields[spec.id] = { id: `property.${spec.key}`, ...field(spec.key, spec.name, section) };
  }
  return fields;
}

const OWNERS = [...new Set(PROPERTY_TABLE.flatMap((spec: PropertySpec) => Object.keys(spec.sections) as PropertyOwner[]))];
const PROPERTY_FIELDS: ReadonlyMap<PropertyOwner, readonly (Field | undefined)[]> = new Map(
  OWNERS.map((owner) => [owner, fieldsOfProperties(owner)]),
);

/** The property with this identifier as a field of `owner`; `undefined` when that packet may not carry it. */
export function propertyField(owner: PropertyOwner, id: number): Field | undefined {
  return PROPERTY_FIELDS.get(owner)?.[id];
}
