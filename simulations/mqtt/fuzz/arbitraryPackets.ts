// Random packets for the tests, every type and property of both versions. All of them are well formed; `malform` breaks them.
import fc from 'fast-check';
import type { Packet, ProtocolVersion, QoS, Subscription, WillMessage } from '../packet.ts';
import type { UserProperty } from '../properties.ts';
import { PROPERTY_TABLE, type PropertyOwner, type PropertySpec } from '../propertyTable.ts';
import { type ReasonOwner, reasonCodesOf } from '../reasonCodes.ts';
import { splitSharedFilter } from '../topic.ts';

type Arb<T> = fc.Arbitrary<T>;

const qos: Arb<QoS> = fc.constantFrom(0, 1, 2);
const packetId = fc.integer({ min: 1, max: 0xffff });
const data = fc.uint8Array({ maxLength: 40 });
/** Mostly small; now and then of a size at which the Remaining Length takes two bytes. */
const payload = fc.oneof(
  { weight: 19, arbitrary: data },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 2_000 }).map((length) => new Uint8Array(length).map((_, i) => i)) },
);

/** Any text that MQTT carries: every plane of Unicode, but not U+0000. */
const text = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 24 }), fc.string({ unit: 'grapheme-ascii', maxLength: 24 }))
  .map((value) => value.replaceAll('\0', '\uFEFF'));
const level = text.map((value) => value.replaceAll(/[/+#]/g, '.'));
const topicName = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join('/') || 't');
const plainFilter = fc
  .tuple(fc.array(fc.oneof(level, fc.constant('+')), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([levels, hash]) => [...levels, ...(hash ? ['#'] : [])].join('/') || '+');
const sharedFilter = fc.tuple(level, plainFilter).map(([name, filter]) => `$share/${name || 'g'}/${filter}`);

function topicFilter(version: ProtocolVersion): Arb<string> {
  return version === '5.0' ? fc.oneof({ weight: 4, arbitrary: plainFilter }, { weight: 1, arbitrary: sharedFilter }) : plainFilter;
}

function numberUpTo(max: number, spec: PropertySpec): Arb<number> {
  return fc.integer({ min: spec.nonZero ? 1 : 0, max });
}

function propertyValue(spec: PropertySpec, owner: PropertyOwner): Arb<unknown> {
  switch (spec.type) {
    case 'flag':
      return fc.boolean();
    case 'byte':
      return fc.constantFrom(0, 1);
    case 'twoByteInteger':
      return numberUpTo(0xffff, spec);
    case 'fourByteInteger':
      return numberUpTo(0xffff_ffff, spec);
    case 'variableByteInteger':
      return fc.array(numberUpTo(268_435_455, spec), { minLength: 1, maxLength: owner === 'PUBLISH' ? 3 : 1 });
    case 'utf8String':
      return spec.topicName ? topicName : text;
    case 'binaryData':
      return data;
    case 'utf8StringPair':
      return fc.array(fc.tuple(text, text) as Arb<UserProperty>, { minLength: 1, maxLength: 3 });
  }
}

/** Some of the properties that `owner` may carry, in any order; `{}` for none, as the decoder leaves them out then. */
function properties(owner: PropertyOwner, version: ProtocolVersion): Arb<{ properties?: Record<string, unknown> }> {
  if (version === '3.1.1') return fc.constant({});
  const allowed = PROPERTY_TABLE.filter((spec) => spec.sections[owner] !== undefined);
  return fc
    .shuffledSubarray(allowed)
    .chain((specs) => fc.tuple(...specs.map((spec) => propertyValue(spec, owner).map((value) => [spec.key, value] as const))))
    .map((entries) => (entries.length === 0 ? {} : { properties: Object.fromEntries(entries) }));
}

function code(owner: ReasonOwner, version: ProtocolVersion): Arb<number> {
  return fc.constantFrom(...reasonCodesOf(version, owner).map((entry) => entry.code));
}

/** Only the keys that hold something, as the decoder gives them. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}

function willMessage(version: ProtocolVersion): Arb<WillMessage> {
  const fields = fc.record({ topicName, payload: data, qos, retain: fc.boolean() });
  return fc.tuple(fields, properties('WILL', version)).map(([will, extra]) => ({ ...will, ...extra }) as WillMessage);
}

function connect(version: ProtocolVersion): Arb<Packet> {
  const fields = fc.record({
    type: fc.constant('CONNECT' as const),
    protocolLevel: version === '5.0' ? fc.constant(5) : fc.constantFrom(4, 4, 4, 3),
    clientId: text,
    cleanStart: fc.boolean(),
    keepAliveSeconds: fc.integer({ min: 0, max: 0xffff }),
    willMessage: fc.option(willMessage(version), { nil: undefined }),
    userName: fc.option(text, { nil: undefined }),
    password: fc.option(data, { nil: undefined }),
  });
  return fc.tuple(fields, properties('CONNECT', version)).map(([packet, extra]) => {
    const method = { authenticationMethod: 'PLAIN', ...extra.properties };
    const complete = extra.properties?.authenticationData === undefined ? extra : { properties: method };
    const withoutUser = version === '3.1.1' && packet.userName === undefined ? { password: undefined } : {};
    return present({ ...packet, ...withoutUser, ...complete }) as Packet;
  });
}

function connack(version: ProtocolVersion): Arb<Packet> {
  return fc.tuple(fc.boolean(), code('CONNACK', version), properties('CONNACK', version)).map(([session, value, extra]) => {
    const told = version === '5.0' ? { reasonCode: value } : { returnCode: value };
    return { type: 'CONNACK', sessionPresent: session && value === 0, ...told, ...extra } as Packet;
  });
}

function publish(version: ProtocolVersion): Arb<Packet> {
  const fields = fc.record({ topicName, payload, qos, retain: fc.boolean(), dup: fc.boolean(), emptyName: fc.boolean(), packetId });
  return fc.tuple(fields, properties('PUBLISH', version)).map(([{ emptyName, ...packet }, extra]) => {
    const aliased = emptyName && extra.properties?.topicAlias !== undefined;
    const held = packet.qos === 0 ? { packetId: undefined, dup: false } : {};
    return present({ type: 'PUBLISH', ...packet, ...held, ...extra, ...(aliased ? { topicName: '' } : {}) }) as Packet;
  });
}

function acknowledgement(type: 'PUBACK' | 'PUBREC' | 'PUBREL' | 'PUBCOMP', version: ProtocolVersion): Arb<Packet> {
  if (version === '3.1.1') return packetId.map((id) => ({ type, packetId: id }));
  return fc
    .tuple(packetId, code(type, version), properties(type, version))
    .map(([id, reasonCode, extra]) => ({ type, packetId: id, reasonCode, ...extra }) as Packet);
}

function subscription(version: ProtocolVersion): Arb<Subscription> {
  if (version === '3.1.1') return fc.record({ topicFilter: topicFilter(version), qos }, { noNullPrototype: true });
  const options = {
    noLocal: fc.boolean(),
    retainAsPublished: fc.boolean(),
    retainHandling: fc.constantFrom(0 as const, 1 as const, 2 as const),
  };
  return fc
    .record({ topicFilter: topicFilter(version), qos, ...options })
    .map((entry) => ({ ...entry, noLocal: entry.noLocal && splitSharedFilter(entry.topicFilter) === undefined }));
}

function subscribing(version: ProtocolVersion): Arb<Packet>[] {
  const subscriptions = fc.array(subscription(version), { minLength: 1, maxLength: 4 });
  const topicFilters = fc.array(topicFilter(version), { minLength: 1, maxLength: 4 });
  const codes = (type: ReasonOwner) => fc.array(code(type, version), { minLength: 1, maxLength: 5 });
  const unsubackCodes = version === '5.0' ? codes('UNSUBACK').map((reasonCodes) => ({ reasonCodes })) : fc.constant({});
  const withProperties = (type: 'SUBSCRIBE' | 'UNSUBSCRIBE' | 'SUBACK' | 'UNSUBACK', fields: Arb<object>) =>
    fc.tuple(packetId, fields, properties(type, version)).map(([id, held, extra]) => ({ type, packetId: id, ...held, ...extra }) as Packet);
  return [
    withProperties('SUBSCRIBE', fc.record({ subscriptions })),
    withProperties('UNSUBSCRIBE', fc.record({ topicFilters })),
    withProperties('SUBACK', fc.record({ reasonCodes: codes('SUBACK') })),
    withProperties('UNSUBACK', unsubackCodes),
  ];
}

function ending(version: ProtocolVersion): Arb<Packet>[] {
  if (version === '3.1.1') return [fc.constant({ type: 'DISCONNECT' })];
  const reason = (type: 'DISCONNECT' | 'AUTH') =>
    fc.tuple(code(type, version), properties(type, version)).map(([reasonCode, extra]) => ({ type, reasonCode, ...extra }));
  const auth = reason('AUTH').map(
    (packet) => ({ ...packet, properties: { authenticationMethod: 'PLAIN', ...packet.properties } }) as Packet,
  );
  return [reason('DISCONNECT') as Arb<Packet>, auth];
}

/** A packet as the decoder gives it, so that `decode(encode(packet))` must be equal to it. */
export function arbitraryPacket(version: ProtocolVersion): Arb<Packet> {
  return fc.oneof(
    connect(version),
    connack(version),
    publish(version),
    publish(version),
    ...(['PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP'] as const).map((type) => acknowledgement(type, version)),
    ...subscribing(version),
    ...ending(version),
    fc.constant<Packet>({ type: 'PINGREQ' }),
    fc.constant<Packet>({ type: 'PINGRESP' }),
  );
}
