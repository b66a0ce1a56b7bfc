// Where the arrows of the packet ladder stand. Time runs downwards, to scale between a least and a greatest distance, so that labels never collide and silence
// takes no room; the times at the rim say what is between. Distances depend on neighbours alone: a window that moves along the run moves nothing within it.
import { fromMicroseconds, type Microseconds, type PacketSent } from '#simulations';

export type Half = 'device' | 'subscriber';

export interface LadderPacket {
  readonly packet: PacketSent;
  /** Which link it crosses. */
  readonly half: Half;
}

export interface LadderArrow extends LadderPacket {
  readonly sentY: number;
  readonly endY: number;
  /** Lost, and no other loss of the same direction so near that their words would cover each other. */
  readonly lossNamed: boolean;
}

export interface LadderTick {
  readonly at: Microseconds;
  readonly y: number;
}

export interface LadderLayout {
  /** In the order of their sending. */
  readonly arrows: readonly LadderArrow[];
  /** Instants at which something was sent. */
  readonly ticks: readonly LadderTick[];
  /** Height of an instant in the drawing; any instant. */
  yAt(instant: Microseconds): number;
}

/** Whole pixels, so that the same arrow has the same place in every window. */
const LABEL_HEIGHT = 18;
const LEAST_GAP = 7;
const GREATEST_GAP = 64;
/** Room for the time that one packet takes over its link. */
const FLIGHT_HEIGHT = 44;
const MOST_BEFORE = 160;
const MOST_AFTER = 100;

/** The packets nearest to `at`, what a ladder can show at once: those that were sent around then, and those that end in the same time. In the order of their sending. */
export function packetsNear(packets: readonly LadderPacket[], at: Microseconds): readonly LadderPacket[] {
  let next = packets.findIndex(({ packet }) => packet.at > at);
  if (next < 0) next = packets.length;
  const start = Math.max(0, next - MOST_BEFORE);
  const sent = packets.slice(start, next + MOST_AFTER);
  const from = sent[0]?.packet.at ?? at;
  const to = sent.at(-1)?.packet.at ?? at;
  const ending = packets.slice(0, start).filter(({ packet: { endsAt } }) => endsAt >= from && endsAt <= to);
  return ending.length === 0 ? sent : [...ending, ...sent];
}

interface Instant {
  readonly at: number;
  /** Packets sent at this instant on each half so far. */
  readonly sent: Record<Half, number>;
  y: number;
}

function instantsOf(packets: readonly LadderPacket[]): readonly Instant[] {
  const instants = new Map<number, Instant>();
  const instant = (at: number): Instant => {
    const known = instants.get(at);
    if (known !== undefined) return known;
    const fresh = { at, sent: { device: 0, subscriber: 0 }, y: 0 };
    instants.set(at, fresh);
    return fresh;
  };
  for (const { packet, half } of packets) {
    instant(packet.at).sent[half]++;
    instant(packet.endsAt);
  }
  return [...instants.values()].sort((a, b) => a.at - b.at);
}

const mostSent = ({ sent }: Instant): number => Math.max(sent.device, sent.subscriber);

function gapBetween(before: Instant, after: Instant, pixelsPerMicrosecond: number): number {
  const stacked = LABEL_HEIGHT * Math.max(0, mostSent(before) - 1);
  const least = mostSent(after) > 0 ? LABEL_HEIGHT : LEAST_GAP;
  return stacked + Math.round(Math.min(GREATEST_GAP, Math.max(least, (after.at - before.at) * pixelsPerMicrosecond)));
}

function interpolate(instants: readonly Instant[], at: number, pixelsPerMicrosecond: number): number {
  const [first] = instants;
  if (first === undefined) return 0;
  if (at <= first.at) return first.y - Math.min(GREATEST_GAP, (first.at - at) * pixelsPerMicrosecond);
  let low = 0;
  let high = instants.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instants[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const before = instants[low] ?? first;
  const after = instants[low + 1];
  if (after === undefined) return before.y + Math.min(GREATEST_GAP, (at - before.at) * pixelsPerMicrosecond);
  return before.y + ((after.y - before.y) * (at - before.at)) / (after.at - before.at);
}

/** One point that keeps its height from an older layout. */
export interface Anchor {
  readonly at: Microseconds;
  readonly y: number;
}

/** `typicalDelay`: what a packet usually takes over the link, the measure of the scale. Microseconds, above 0. */
export function ladderLayout(packets: readonly LadderPacket[], typicalDelay: number, anchor: Anchor | null): LadderLayout {
  const pixelsPerMicrosecond = FLIGHT_HEIGHT / typicalDelay;
  const instants = instantsOf(packets);
  let y = 0;
  instants.forEach((instant, index) => {
    const before = instants[index - 1];
    if (before !== undefined) y += gapBetween(before, instant, pixelsPerMicrosecond);
    instant.y = y;
  });
  const byTime = new Map(instants.map((instant) => [instant.at, instant]));
  const kept = anchor === null ? undefined : byTime.get(anchor.at);
  if (anchor !== null && kept !== undefined) {
    const shift = anchor.y - kept.y;
    for (const instant of instants) instant.y += shift;
  }
  const placed = new Map<string, number>();
  const lossAt = new Map<string, number>();
  const arrows = packets.map(({ packet, half }): LadderArrow => {
    const slot = `${packet.at}/${half}`;
    const place = placed.get(slot) ?? 0;
    placed.set(slot, place + 1);
    const sentY = (byTime.get(packet.at)?.y ?? 0) + place * LABEL_HEIGHT;
    // An arrow never points upwards, however many were sent at once.
    const endY = Math.max(sentY + (packet.endsAt > packet.at ? LEAST_GAP : 0), byTime.get(packet.endsAt)?.y ?? 0);
    const way = `${half}/${packet.direction}`;
    const lossNamed = packet.lost && endY - (lossAt.get(way) ?? Number.NEGATIVE_INFINITY) >= LABEL_HEIGHT;
    if (lossNamed) lossAt.set(way, endY);
    return { packet, half, sentY, endY, lossNamed };
  });
  const ticks = instants.filter((instant) => mostSent(instant) > 0).map((instant) => ({ at: fromMicroseconds(instant.at), y: instant.y }));
  return { arrows, ticks, yAt: (at) => interpolate(instants, at, pixelsPerMicrosecond) };
}

/** The point to hand to the next layout: the newest instant of sending up to `at`. */
export function anchorOf(layout: LadderLayout, at: Microseconds): Anchor | null {
  let anchor: Anchor | null = layout.ticks[0] ?? null;
  for (const tick of layout.ticks) if (tick.at <= at) anchor = tick;
  return anchor;
}
