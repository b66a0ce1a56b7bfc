// Where things stand on the stage, in CSS pixels of the room that there is. Wide: device, broker, subscriber from left to right, a row for each lane.
// Upright, for narrow rooms: device above, broker, subscriber below, a column for each lane. Text keeps its size in both; the drawing is never scaled.
import type { Direction } from '#simulations';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight link: from the client's edge to the broker's. */
export interface LinkLine {
  readonly client: Point;
  readonly broker: Point;
}

export interface LaneGeometry {
  readonly device: Box;
  readonly deviceLink: LinkLine;
  readonly deviceDrawer: Box;
  readonly subscriberDrawer: Box;
  readonly subscriberLink: LinkLine;
  readonly subscriber: Box;
}

export interface StageGeometry {
  readonly orientation: 'wide' | 'upright';
  readonly width: number;
  readonly height: number;
  readonly broker: Box;
  readonly lanes: readonly LaneGeometry[];
}

/** Room below this is drawn upright. */
export const NARROWEST_WIDE = 600;
/** Half the distance between the two directions of a link. */
const SIDE = 10;
/** A packet starts and ends this far from the edges, so that it does not cover what stands there: edges, and on upright links the words at both ends. */
const INSET = { wide: 9, upright: 25 };
/** Strokes at the rim must not be cut. */
const RIM = 2;

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function wide(width: number, count: number): StageGeometry {
  const laneHeight = 122;
  const gap = 16;
  const head = 40;
  const foot = 12;
  const partyWidth = Math.round(clamp(width * 0.19, 136, 184));
  const brokerWidth = Math.round(clamp(width * 0.25, 172, 232));
  const brokerX = Math.round((width - brokerWidth) / 2);
  const height = head + count * laneHeight + (count - 1) * gap + foot;
  const lanes = Array.from({ length: count }, (_, index): LaneGeometry => {
    const y = head + index * (laneHeight + gap);
    const middle = y + laneHeight / 2;
    const drawer = { x: brokerX + 10, width: brokerWidth - 20, height: (laneHeight - 8) / 2 };
    return {
      device: { x: RIM, y, width: partyWidth, height: laneHeight },
      deviceLink: { client: { x: RIM + partyWidth, y: middle }, broker: { x: brokerX, y: middle } },
      deviceDrawer: { ...drawer, y },
      subscriberDrawer: { ...drawer, y: y + drawer.height + 8 },
      subscriberLink: { client: { x: width - RIM - partyWidth, y: middle }, broker: { x: brokerX + brokerWidth, y: middle } },
      subscriber: { x: width - RIM - partyWidth, y, width: partyWidth, height: laneHeight },
    };
  });
  return {
    orientation: 'wide',
    width,
    height: height + RIM,
    broker: { x: brokerX, y: RIM, width: brokerWidth, height: height - RIM },
    lanes,
  };
}

function upright(width: number, count: number): StageGeometry {
  const gap = 8;
  const columnWidth = (width - 2 * RIM - (count - 1) * gap) / count;
  const deviceHeight = 136;
  const linkLength = 122;
  const head = 32;
  const drawerHeight = 46;
  const brokerY = RIM + deviceHeight + linkLength;
  const brokerHeight = head + 2 * drawerHeight + 8 + 10;
  const subscriberY = brokerY + brokerHeight + linkLength;
  const subscriberHeight = 106;
  const lanes = Array.from({ length: count }, (_, index): LaneGeometry => {
    const x = RIM + index * (columnWidth + gap);
    const middle = x + columnWidth / 2;
    const inset = 5;
    const drawer = { x: x + inset, width: columnWidth - 2 * inset, height: drawerHeight };
    return {
      device: { x, y: RIM, width: columnWidth, height: deviceHeight },
      deviceLink: { client: { x: middle, y: RIM + deviceHeight }, broker: { x: middle, y: brokerY } },
      deviceDrawer: { ...drawer, y: brokerY + head },
      subscriberDrawer: { ...drawer, y: brokerY + head + drawerHeight + 8 },
      subscriberLink: { client: { x: middle, y: subscriberY }, broker: { x: middle, y: brokerY + brokerHeight } },
      subscriber: { x, y: subscriberY, width: columnWidth, height: subscriberHeight },
    };
  });
  return {
    orientation: 'upright',
    width,
    height: subscriberY + subscriberHeight + RIM,
    broker: { x: RIM, y: brokerY, width: width - 2 * RIM, height: brokerHeight },
    lanes,
  };
}

/** The drawing for `count` lanes (at least 1) in a room of `width` pixels. */
export function stageGeometry(width: number, count: number): StageGeometry {
  return width >= NARROWEST_WIDE ? wide(width, count) : upright(width, count);
}

/** Where a packet is that has `way` (0 to 1) of the link behind it. The directions keep apart: uplink above or left, downlink below or right. */
export function pointOnLink({ client, broker }: LinkLine, direction: Direction, way: number): Point {
  const [from, to] = direction === 'uplink' ? [client, broker] : [broker, client];
  const upright = client.x === broker.x;
  const side = direction === 'uplink' ? -SIDE : SIDE;
  const [length, sign] = upright
    ? [Math.abs(to.y - from.y), Math.sign(to.y - from.y)]
    : [Math.abs(to.x - from.x), Math.sign(to.x - from.x)];
  const inset = upright ? INSET.upright : INSET.wide;
  const along = sign * (inset + way * Math.max(0, length - 2 * inset));
  return upright ? { x: from.x + side, y: from.y + along } : { x: from.x + along, y: from.y + side };
}

/** Length of a link's drawing. Pixels. */
export function lengthOf({ client, broker }: LinkLine): number {
  return Math.hypot(client.x - broker.x, client.y - broker.y);
}

/** Shortens in the middle, where ids differ least; `room` and `letter` (mean width of a letter) in pixels. */
export function shorten(text: string, room: number, letter: number): string {
  const most = Math.max(3, Math.floor(room / letter));
  if (text.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - tail)}…${text.slice(text.length - tail)}`;
}

/** Mean width of a letter at 12 px in the interface's face. Pixels. */
const SMALL_LETTER = 6.2;

/** The first of the texts, said from long to short, that fits into `room` pixels at 12 px; the last one if none does. */
export function fitting(room: number, ...texts: readonly [string, ...string[]]): string {
  return texts.find((text) => text.length * SMALL_LETTER <= room) ?? texts[texts.length - 1] ?? texts[0];
}
