// Where things stand on the stage of a scripted run, in CSS pixels. Wide: the broker in the middle, the first half of the clients left of it, the others right.
// Upright, for narrow rooms: the first half above the broker, the others below. The broker's drawers stand one below the other.
import { type Box, type LinkLine, NARROWEST_WIDE } from './stageGeometry.ts';

export interface ClientPlace {
  readonly box: Box;
  readonly link: LinkLine;
}

export interface ClientGeometry {
  readonly orientation: 'wide' | 'upright';
  readonly width: number;
  readonly height: number;
  readonly broker: Box;
  /** In the order of the clients. */
  readonly clients: readonly ClientPlace[];
  readonly drawers: readonly Box[];
}

const RIM = 2;
const HEAD = 34;
const FOOT = 10;
const DRAWER_HEIGHT = 64;
const DRAWER_GAP = 8;

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function drawersIn(broker: Box, count: number): readonly Box[] {
  return Array.from({ length: count }, (_, index) => ({
    x: broker.x + 8,
    y: broker.y + HEAD + index * (DRAWER_HEIGHT + DRAWER_GAP),
    width: broker.width - 16,
    height: DRAWER_HEIGHT,
  }));
}

function drawersHeight(count: number): number {
  return HEAD + count * DRAWER_HEIGHT + Math.max(0, count - 1) * DRAWER_GAP + FOOT;
}

function wide(width: number, left: number, right: number, drawers: number): ClientGeometry {
  const [partyWidth, partyHeight, gap] = [Math.round(clamp(width * 0.21, 140, 190)), 98, 18];
  const rows = Math.max(left, right, 1);
  const brokerHeight = Math.max(drawersHeight(drawers), rows * partyHeight + (rows - 1) * gap);
  const brokerWidth = Math.round(clamp(width * 0.3, 200, 290));
  const broker = { x: Math.round((width - brokerWidth) / 2), y: RIM, width: brokerWidth, height: brokerHeight };
  const side = (count: number, onLeft: boolean): readonly ClientPlace[] =>
    Array.from({ length: count }, (_, index) => {
      // Spread over the broker's height.
      const y = Math.round(RIM + ((index + 0.5) * brokerHeight) / count - partyHeight / 2);
      const x = onLeft ? RIM : width - RIM - partyWidth;
      const middle = y + partyHeight / 2;
      return {
        box: { x, y, width: partyWidth, height: partyHeight },
        link: {
          client: { x: onLeft ? x + partyWidth : x, y: middle },
          broker: { x: onLeft ? broker.x : broker.x + broker.width, y: middle },
        },
      };
    });
  return {
    orientation: 'wide',
    width,
    height: brokerHeight + 2 * RIM,
    broker,
    clients: [...side(left, true), ...side(right, false)],
    drawers: drawersIn(broker, drawers),
  };
}

function upright(width: number, above: number, below: number, drawers: number): ClientGeometry {
  const [partyHeight, linkLength, gap] = [98, 96, 8];
  const brokerY = RIM + partyHeight + linkLength;
  const broker = { x: RIM, y: brokerY, width: width - 2 * RIM, height: drawersHeight(drawers) };
  const brokerEnd = brokerY + broker.height;
  const row = (count: number, onTop: boolean): readonly ClientPlace[] => {
    const columnWidth = (width - 2 * RIM - (count - 1) * gap) / Math.max(1, count);
    return Array.from({ length: count }, (_, index) => {
      const x = RIM + index * (columnWidth + gap);
      const middle = x + columnWidth / 2;
      const y = onTop ? RIM : brokerEnd + linkLength;
      return {
        box: { x, y, width: columnWidth, height: partyHeight },
        link: { client: { x: middle, y: onTop ? y + partyHeight : y }, broker: { x: middle, y: onTop ? brokerY : brokerEnd } },
      };
    });
  };
  return {
    orientation: 'upright',
    width,
    height: (below > 0 ? brokerEnd + linkLength + partyHeight : brokerEnd) + RIM,
    broker,
    clients: [...row(above, true), ...row(below, false)],
    drawers: drawersIn(broker, drawers),
  };
}

/** `width`: of the room, in pixels. `clients`, `drawers`: how many there are. */
export function clientGeometry(
  width: number,
  { clients, drawers }: { readonly clients: number; readonly drawers: number },
): ClientGeometry {
  const first = Math.ceil(clients / 2);
  return width >= NARROWEST_WIDE ? wide(width, first, clients - first, drawers) : upright(width, first, clients - first, drawers);
}
