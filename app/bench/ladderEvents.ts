// What the ladder tells of a run: the packets of the chosen lanes, and in words also what the clients made of them.
import type { Delivered, Microseconds, RunEvent, SegmentResent } from '#simulations';
import { clientsOf, type LadderLane } from './benchLane.ts';
import type { Half, LadderPacket } from './ladderLayout.ts';

/** Packets of these lanes, in the order of their sending. */
export function ladderPackets(events: readonly RunEvent[], lanes: readonly LadderLane[]): readonly LadderPacket[] {
  const devices = new Set(lanes.map(({ device }) => device));
  const clients = new Set(lanes.flatMap(clientsOf));
  const packets: LadderPacket[] = [];
  for (const event of events) {
    if (event.kind === 'packetSent' && clients.has(event.client))
      packets.push({ packet: event, half: devices.has(event.client) ? 'device' : 'subscriber' });
  }
  return packets;
}

/** Messages that a subscriber of these lanes was given once more. */
export function repeatedDeliveries(events: readonly RunEvent[], lanes: readonly LadderLane[]): readonly Delivered[] {
  const subscribers = new Set(lanes.flatMap(({ subscriber }) => (subscriber === null ? [] : [subscriber.name])));
  return events.filter((event) => event.kind === 'delivered').filter(({ client, copy }) => copy > 1 && subscribers.has(client));
}

/** A segment that TCP sent again, and on which of a lane's links. */
export interface LadderResend {
  readonly segment: SegmentResent;
  readonly half: Half;
}

/** What TCP sent again on the links of these lanes. */
export function resentSegments(events: readonly RunEvent[], lanes: readonly LadderLane[]): readonly LadderResend[] {
  const devices = new Set(lanes.map(({ device }) => device));
  const clients = new Set(lanes.flatMap(clientsOf));
  const all: LadderResend[] = [];
  for (const event of events)
    if (event.kind === 'segmentResent' && clients.has(event.client))
      all.push({ segment: event, half: devices.has(event.client) ? 'device' : 'subscriber' });
  return all;
}

/** What the list tells: all but the ends of packets, which the sentence of their sending tells, and what has a place of its own. */
const ELSEWHERE = ['packetArrived', 'packetLost', 'brokerLog', 'sessions', 'serial'] as const;
export type ToldEvent = Exclude<RunEvent, { readonly kind: (typeof ELSEWHERE)[number] }>;

export function isTold(event: RunEvent): event is ToldEvent {
  return !(ELSEWHERE as readonly string[]).includes(event.kind);
}

const MOST_BEFORE = 100;
const MOST_AFTER = 60;

/** The events of these clients (`null`: of all) and of the broker nearest to `at`, in order, and how many of them have happened by then. */
export function toldEvents(
  events: readonly RunEvent[],
  clients: readonly string[] | null,
  at: Microseconds,
): { readonly told: readonly ToldEvent[]; readonly happened: number } {
  const all: ToldEvent[] = [];
  let happened = 0;
  for (const event of events) {
    if (!isTold(event)) continue;
    if (clients !== null && 'client' in event && !clients.includes(event.client)) continue;
    all.push(event);
    if (event.at <= at) happened++;
  }
  const from = Math.max(0, happened - MOST_BEFORE);
  return { told: all.slice(from, happened + MOST_AFTER), happened: happened - from };
}

/** A key for each, the same for the same event in every window; events that are alike and at the same instant are numbered. */
export function keysOf(events: readonly ToldEvent[]): readonly string[] {
  const met = new Map<string, number>();
  return events.map((event) => {
    const key = keyOf(event);
    const before = met.get(key) ?? 0;
    met.set(key, before + 1);
    return before === 0 ? key : `${key} again ${before}`;
  });
}

function keyOf(event: ToldEvent): string {
  switch (event.kind) {
    case 'packetSent':
      return `packet ${event.packet}`;
    case 'segmentResent':
      return `${event.client} resent ${event.direction} ${event.segment} ${event.carried} ${event.count} ${event.at}`;
    case 'message':
      return `${event.client} ${event.message} ${event.step}`;
    case 'delivered':
      return `${event.client} ${event.device} ${event.message} copy ${event.copy}`;
    case 'connection':
      return `${event.client} ${event.step} ${event.at}`;
    case 'power':
      return `${event.client} ${event.state} ${event.at}`;
    case 'received':
      return `${event.client} received ${event.at} ${event.topicName} ${event.packetId} ${event.payload}`;
    case 'cable':
      return `${event.client} cable ${event.at}`;
    case 'wifi':
      return `${event.client} wifi ${event.state} ${event.at}`;
    case 'buffer':
      return `${event.client} buffer ${event.change} ${event.message} ${event.at}`;
    case 'broker':
      return `broker ${event.step} ${event.at}`;
    case 'ended':
      return 'ended';
  }
}

/** The instant that shows a packet best: half-way, or where it vanishes. */
export function momentOf({
  at,
  endsAt,
  lost,
}: {
  readonly at: Microseconds;
  readonly endsAt: Microseconds;
  readonly lost: boolean;
}): number {
  return lost ? endsAt : Math.floor((at + endsAt) / 2);
}
