// What became of each message that one client published for the session of another: given to it, dropped on its way into the session, forgotten while it waited there.
// Read from the packets on the wire and from the broker's own view of its sessions (`watchSessions`), never from the limits that the broker was given.
import type { PacketSent, RunEvent, SessionsSeen } from '../events.ts';
import { decode } from '../mqtt/decode.ts';
import type { ProtocolVersion, PublishPacket, QoS } from '../mqtt/packet.ts';
import { decodeUtf8 } from '../mqtt/utf8.ts';

/** Whose messages, and whose session. */
export interface QueueStory {
  /** Names of the clients that publish and that are meant to get it. */
  readonly publisher: string;
  readonly subscriber: string;
  /** Of the subscriber: the name of its session. */
  readonly clientId: string;
  /** That the publisher speaks. */
  readonly publisherVersion: ProtocolVersion;
}

export type QueueFate =
  /** The subscriber was given it. */
  | 'delivered'
  /** The broker answered the publisher with an error (5.0). */
  | 'refused'
  /** There was no session when it came. */
  | 'noSession'
  /** There was a session, and the message did not enter it. */
  | 'dropped'
  /** It waited, and was gone when the subscriber came for it: its lifetime was over. */
  | 'expired'
  /** It waited, and the session ended. */
  | 'goneWithSession'
  /** It waits still. */
  | 'waiting'
  /** The broker never had it whole: it got lost on its way, or the exchange broke off before the broker was to pass it on. */
  | 'notArrived';

export interface QueuedMessage {
  /** Its place among the messages of the publisher, from 1. */
  readonly number: number;
  /** As text; `null` where it is none. */
  readonly payload: string | null;
  readonly payloadBytes: number;
  readonly qos: QoS;
  /** Seconds; `null`: without. */
  readonly lifetimeSeconds: number | null;
  /** Reason code of the answer that ended the exchange, 0 (success) where the version has none; `null`: no answer (QoS 0 gets none). */
  readonly answer: number | null;
  readonly fate: QueueFate;
}

const ERROR = 0x80;

type Session = SessionsSeen['sessions'][number];

interface Exchange {
  readonly sent: PacketSent;
  readonly publish: PublishPacket;
  answer: number | null;
  /** Whether there was a session when the message was the broker's to give away, and whether the session held one more afterwards; `null`: not so far yet. */
  offered: { readonly session: boolean; entered: boolean } | null;
  /** The session ended after the message had entered it. */
  ended: boolean;
}

function heldBy(session: Session | undefined): number {
  return session === undefined ? 0 : session.outgoing.inFlight.messages + session.outgoing.queued.messages;
}

/** In the order in which they were published. */
export function queueFates(events: readonly RunEvent[], story: QueueStory): readonly QueuedMessage[] {
  const exchanges: Exchange[] = [];
  /** By the packet id in use. */
  const open = new Map<number, Exchange>();
  /** Packets that hand a message over to the broker: PUBLISH, at QoS 2 PUBREL. */
  const handingOver = new Map<number, Exchange>();
  const given = new Map<string, number>();
  let session: Session | undefined;
  let lastOffered: { readonly exchange: Exchange; readonly held: number } | null = null;

  const begin = (sent: PacketSent, publish: PublishPacket): void => {
    const exchange: Exchange = { sent, publish, answer: null, offered: null, ended: false };
    exchanges.push(exchange);
    if (publish.qos < 2) handingOver.set(sent.packet, exchange);
    if (publish.packetId !== undefined) open.set(publish.packetId, exchange);
  };
  const ofPublisher = (sent: PacketSent): void => {
    const decoded = decode(sent.bytes, story.publisherVersion);
    if (!decoded.ok) return;
    const { packet } = decoded;
    if (packet.type === 'PUBLISH' && sent.direction === 'uplink') return void (packet.dup ? undefined : begin(sent, packet));
    if (packet.type !== 'PUBACK' && packet.type !== 'PUBREC' && packet.type !== 'PUBREL' && packet.type !== 'PUBCOMP') return;
    const exchange = open.get(packet.packetId);
    if (exchange === undefined) return;
    if (packet.type === 'PUBREL') return void handingOver.set(sent.packet, exchange);
    const { reasonCode = 0 } = packet;
    // An error in PUBREC ends the exchange; what comes after it changes nothing. [v5.0 §4.3.3]
    if (packet.type === 'PUBREC' && reasonCode < ERROR) return;
    exchange.answer ??= reasonCode;
  };
  const seen = ({ sessions }: SessionsSeen): void => {
    session = sessions.find(({ clientId }) => clientId === story.clientId);
    if (lastOffered !== null) {
      const { offered } = lastOffered.exchange;
      if (offered !== null) offered.entered = heldBy(session) > lastOffered.held;
      lastOffered = null;
    }
    if (session !== undefined) return;
    for (const exchange of exchanges) if (exchange.offered?.entered) exchange.ended = true;
  };

  for (const event of events) {
    if (event.kind === 'packetSent' && event.client === story.publisher) ofPublisher(event);
    else if (event.kind === 'received' && event.client === story.subscriber && event.payload !== null)
      given.set(event.payload, (given.get(event.payload) ?? 0) + 1);
    else if (event.kind === 'sessions') seen(event);
    else if (event.kind === 'packetArrived') {
      const exchange = handingOver.get(event.packet);
      lastOffered = null;
      if (exchange === undefined || exchange.offered !== null) continue;
      exchange.offered = { session: session !== undefined, entered: false };
      lastOffered = { exchange, held: heldBy(session) };
    }
  }
  return exchanges.map((exchange, index) => told(exchange, index + 1, given, heldBy(session) > 0));
}

function told({ publish, answer, offered, ended }: Exchange, number: number, given: Map<string, number>, holds: boolean): QueuedMessage {
  const payload = decodeUtf8(publish.payload, 0, publish.payload.length) ?? null;
  const copies = payload === null ? 0 : (given.get(payload) ?? 0);
  // Of equal payloads the first ones were given.
  if (payload !== null && copies > 0) given.set(payload, copies - 1);
  const lifetimeSeconds = publish.properties?.messageExpirySeconds ?? null;
  const fate = (): QueueFate => {
    if (copies > 0) return 'delivered';
    if (answer !== null && answer >= ERROR) return 'refused';
    if (offered === null) return 'notArrived';
    if (!offered.session) return 'noSession';
    if (!offered.entered) return 'dropped';
    if (ended) return 'goneWithSession';
    return holds ? 'waiting' : 'expired';
  };
  return { number, payload, payloadBytes: publish.payload.length, qos: publish.qos, lifetimeSeconds, answer, fate: fate() };
}
