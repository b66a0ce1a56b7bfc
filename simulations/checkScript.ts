// The script's checker: its steps have the shape and the ranges of script.ts, name clients that are there, and ask for packets that can be encoded. Bytes that are
// no packet at all (`open`, `sendBytes`) may be anything.
import * as v from 'valibot';
import { bytes, instant, link, name, number, protocolVersion, qos, text, topicFilter, topicName, truth, whole } from './fieldSchemas.ts';
import { encode } from './mqtt/encode.ts';
import { PACKET_TYPES, type Packet, type PacketType, type ProtocolVersion } from './mqtt/packet.ts';
import { encodeUtf8 } from './mqtt/utf8.ts';
import type { Problem, Scenario } from './scenario.ts';
import { HARDWARE_ACTIONS, isHardwareAction, type ScriptStep } from './script.ts';

const MOST_STEPS = 10_000;
const MOST_BYTES = 100_000;
const properties = v.optional(v.looseObject({}, 'must be properties'));

export const willMessage = v.object({ topicName, payload: bytes, qos, retain: truth, properties });

const connect = v.object({
  clientId: text,
  cleanStart: truth,
  keepAliveSeconds: whole(0, 65_535),
  willMessage: v.optional(willMessage),
  userName: v.optional(text),
  password: v.optional(bytes),
  properties,
});

export const scriptedClients = v.array(
  v.object({
    name,
    protocolVersion,
    link,
    reconnect: v.optional(v.object({ afterMs: number(1, 3_600_000), connect: v.nullable(connect) })),
    keepsSession: v.optional(truth),
  }),
);

const atInstant = { atMs: instant };
const byClient = { ...atInstant, client: name };
const subscription = v.looseObject({ topicFilter, qos });
const rawBytes = v.pipe(v.array(whole(0, 255)), v.maxLength(MOST_BYTES, `must be at most ${MOST_BYTES} bytes`));
const packetTypes = PACKET_TYPES.filter((type): type is PacketType => type !== undefined);

const step = v.variant(
  'do',
  [
    v.object({ ...byClient, do: v.literal('connect'), connect }),
    v.object({
      ...byClient,
      do: v.literal('subscribe'),
      subscriptions: v.pipe(v.array(subscription), v.minLength(1, 'must not be empty')),
    }),
    v.object({
      ...byClient,
      do: v.literal('unsubscribe'),
      topicFilters: v.pipe(v.array(topicFilter), v.minLength(1, 'must not be empty')),
    }),
    v.object({
      ...byClient,
      do: v.literal('publish'),
      topicName,
      payload: text,
      qos,
      retain: v.optional(truth),
      count: v.optional(whole(1, 10_000)),
      first: v.optional(whole(0, 1_000_000_000)),
      everyMs: v.optional(number(0, 3_600_000)),
      properties,
    }),
    v.object({ ...byClient, do: v.literal('send'), packet: v.looseObject({ type: v.picklist(packetTypes, 'must be a packet type') }) }),
    v.object({ ...byClient, do: v.picklist(['open', 'sendBytes']), bytes: rawBytes }),
    v.object({
      ...byClient,
      do: v.literal('disconnect'),
      reasonCode: v.optional(whole(0, 255)),
      sessionExpirySeconds: v.optional(whole(0, 0xffff_ffff)),
    }),
    v.object({ ...byClient, do: v.picklist(['drop', ...HARDWARE_ACTIONS]) }),
    v.object({ ...byClient, do: v.literal('answer'), answers: truth }),
    v.object({ ...atInstant, do: v.picklist(['stopBroker', 'killBroker', 'startBroker', 'saveBroker']) }),
    v.object({ ...atInstant, do: v.literal('reloadBroker'), config: v.optional(text) }),
  ],
  'must be a step that the script knows',
);

export const scriptSteps = v.pipe(v.array(step), v.maxLength(MOST_STEPS, `must be at most ${MOST_STEPS} steps`));

/** What the shape alone does not tell; for clients and steps of the right shape. */
export function scriptProblems({ clients = [], programs = [], script = [] }: Scenario): Problem[] {
  const versions = new Map(clients.map((client) => [client.name, client.protocolVersion]));
  const withHardware = new Set(programs.map((program) => program.name));
  return [
    ...clients.flatMap((client, index) => {
      const fields = client.reconnect?.connect ?? null;
      const path = `clients.${index}.reconnect.connect`;
      return fields === null ? [] : packetProblems(path, { type: 'CONNECT', ...fields }, client.protocolVersion);
    }),
    ...script.flatMap((action, index) =>
      isHardwareAction(action) && withHardware.has(action.client) ? [] : stepProblems(`script.${index}`, action, versions),
    ),
  ];
}

function stepProblems(path: string, action: ScriptStep, versions: ReadonlyMap<string, ProtocolVersion>): Problem[] {
  if (!('client' in action)) return [];
  const version = versions.get(action.client);
  if (version === undefined) return [{ path: `${path}.client`, problem: 'must be the name of one of the clients' }];
  const packet = packetOf(action);
  return packet === null ? [] : packetProblems(path, packet, version);
}

/** The packet that the step sends; a message stands for all that it repeats. `null`: none. */
function packetOf(action: ScriptStep): Packet | null {
  const packetId = 1;
  switch (action.do) {
    case 'connect':
      return { type: 'CONNECT', ...action.connect };
    case 'subscribe':
      return { type: 'SUBSCRIBE', packetId, subscriptions: action.subscriptions };
    case 'unsubscribe':
      return { type: 'UNSUBSCRIBE', packetId, topicFilters: action.topicFilters };
    case 'publish': {
      const { topicName, qos, retain = false, properties } = action;
      const message = { type: 'PUBLISH', topicName, payload: encodeUtf8(action.payload), qos, retain, dup: false } as const;
      return { ...message, ...(qos === 0 ? {} : { packetId }), ...(properties === undefined ? {} : { properties }) };
    }
    case 'send':
      return action.packet;
    case 'disconnect': {
      const { reasonCode, sessionExpirySeconds } = action;
      return {
        type: 'DISCONNECT',
        ...(reasonCode === undefined ? {} : { reasonCode }),
        ...(sessionExpirySeconds === undefined ? {} : { properties: { sessionExpirySeconds } }),
      };
    }
    default:
      return null;
  }
}

function packetProblems(path: string, packet: Packet, version: ProtocolVersion): Problem[] {
  try {
    encode(packet, version);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ path, problem: `must be a packet that MQTT ${version} allows: ${reason}` }];
  }
}
