// For tests: the events of a run in which the web app publishes a row of messages, of which the valve's session takes some and the valve gets some. Written by hand.
import { COMMANDER, encode, fromMilliseconds, type ProtocolVersion, type QoS, type RunEvent, VALVE } from '#simulations';

type SessionsEvent = Extract<RunEvent, { readonly kind: 'sessions' }>;
type PacketEvent = Extract<RunEvent, { readonly kind: 'packetSent' }>;

export interface HandMade {
  readonly messages: number;
  readonly qos?: QoS;
  /** Whether the session takes the message of this number, from 1. */
  readonly enters: (number: number) => boolean;
  /** Whether the valve is given it in the end. */
  readonly arrives: (number: number) => boolean;
  /** That the web app speaks; with a lifetime it must be 5.0. */
  readonly version?: ProtocolVersion;
  readonly lifetimeSeconds?: number;
  /** From this number on a message has no lifetime; left out: all have one. */
  readonly freshFrom?: number;
  /** The session is gone at the end. */
  readonly ends?: boolean;
}

function holding(messages: number | null, at: number): SessionsEvent {
  const none = { messages: 0, bytes: 0 };
  const session = {
    clientId: VALVE.clientId,
    connected: false,
    address: null,
    protocolVersion: '3.1.1',
    cleanStart: false,
    sessionExpirySeconds: null,
    expiresAtMs: null,
    keepAliveSeconds: 60,
    subscriptions: [],
    incoming: { inFlight: none, queued: none },
  } as const;
  const sessions = messages === null ? [] : [{ ...session, outgoing: { inFlight: none, queued: { messages, bytes: 10 * messages } } }];
  return { kind: 'sessions', at: fromMilliseconds(at), sessions };
}

export function runOf({
  messages,
  qos = 1,
  enters,
  arrives,
  version = '3.1.1',
  lifetimeSeconds,
  freshFrom = Number.POSITIVE_INFINITY,
  ends = false,
}: HandMade): readonly RunEvent[] {
  const events: RunEvent[] = [holding(0, 500)];
  let held = 0;
  let packet = 0;
  const sent = (at: number, direction: PacketEvent['direction'], type: string, bytes: Uint8Array): PacketEvent => ({
    kind: 'packetSent',
    at: fromMilliseconds(at),
    packet: packet++,
    client: COMMANDER.name,
    direction,
    type,
    summary: type,
    bytes,
    packetId: null,
    qos,
    dup: false,
    message: null,
    device: null,
    endsAt: fromMilliseconds(at + 50),
    lost: false,
  });
  const payloads = Array.from({ length: messages }, (_, index) => `open ${index + 1}`);
  payloads.forEach((payload, index) => {
    const at = 3_000 + index * 100;
    const publish = encode(
      {
        type: 'PUBLISH',
        topicName: 'valve/07/command',
        payload: new TextEncoder().encode(payload),
        qos,
        retain: false,
        dup: false,
        ...(qos === 0 ? {} : { packetId: index + 1 }),
        ...(lifetimeSeconds === undefined || index + 1 >= freshFrom ? {} : { properties: { messageExpirySeconds: lifetimeSeconds } }),
      },
      version,
    );
    const up = sent(at, 'uplink', 'PUBLISH', publish);
    events.push(up, { kind: 'packetArrived', at: fromMilliseconds(at + 50), packet: up.packet, client: COMMANDER.name });
    if (enters(index + 1)) events.push(holding(++held, at + 50));
    if (qos > 0) events.push(sent(at + 50, 'downlink', 'PUBACK', encode({ type: 'PUBACK', packetId: index + 1 }, version)));
  });
  const back = 3_000 + messages * 100 + 1_000;
  events.push(holding(ends ? null : 0, back));
  payloads.forEach((payload, index) => {
    if (!arrives(index + 1)) return;
    const to = { at: fromMilliseconds(back + 50), client: VALVE.name, payload, qos } as const;
    const rest = { topicName: 'valve/07/command', dup: false, retain: false, packetId: index + 1, messageExpirySeconds: null } as const;
    events.push({ kind: 'received', ...to, ...rest });
  });
  return events;
}
