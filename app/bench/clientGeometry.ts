// Where things stand on the stage of a scripted run, in CSS pixels. Wide: the broker in the middle, the first half of the clients left of it, the others right.
// Upright, for narrow rooms: the first half above the broker, the others below. A crowd in a narrow room: all in one column beside the broker.
// The broker's drawers stand one below the other.
import { type Box, type LinkLine, NARROWEST_WIDE } from './stageGeometry.ts';

export interface ClientPlace {
  readonly box: Box;
  readonly link: LinkLine;
  /** Room for the client's switches, within its box; `null`: it has none. */
  readonly switches: Box | null;
}

export interface ClientGeometry {
  readonly orientation: 'wide' | 'upright';
  readonly width: number;
  readonly height: number;
  /** Boxes have room for a name and one line alone. */
  readonly compact: boolean;
  readonly broker: Box;
  /** Room for the broker's switches, within its box; `null`: it has none. */
  readonly brokerSwitches: Box | null;
  /** In the order of the clients. */
  readonly clients: readonly ClientPlace[];
  /** As many as there is room for: at least those asked for, up to four. */
  readonly drawers: readonly Box[];
}

/** What there is to place. */
export interface StageNeeds {
  readonly clients: number;
  readonly drawers: number;
  /** Lines of text in a client's box beyond name, id and the three of what it believes. Default 0. */
  readonly moreLines?: number;
  /** The most that one client has; 0, the default: there are none, the broker's neither. */
  readonly switches?: number;
}

const RIM = 2;
const HEAD = 34;
const FOOT = 18;
const DRAWER_HEIGHT = 64;
const DRAWER_GAP = 8;
const MOST_DRAWERS = 4;
/** Of a box with name, id and three lines, and of each line more. */
const TEXT_HEIGHT = 98;
export const LINE_HEIGHT = 16;
const COMPACT_HEIGHT = 44;
export const SWITCH_HEIGHT = 28;
/** Of one that is an icon alone. */
export const NARROW_SWITCH = 30;
const SWITCH_ROW = SWITCH_HEIGHT + 8;
/** Length of the links of a column beside the broker. */
const LINK_BESIDE = 64;
/** A compact box has its switches beside the text where this much is left for that. Pixels. */
const ROOM_FOR_TEXT = 95;
/** With more clients than these, boxes are compact. */
const MOST_WIDE = 8;
const MOST_UPRIGHT = 4;

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Sizes that do not depend on where things stand. */
interface Sizes {
  readonly compact: boolean;
  /** Switches stand beside the text, not below it. */
  readonly inline: boolean;
  readonly party: number;
  /** Of the party, above its switches. */
  readonly text: number;
  readonly gap: number;
  readonly foot: number;
  readonly switches: number;
}

function sizesOf({ clients, moreLines = 0, switches = 0 }: StageNeeds, most: number, compactWidth: number): Sizes {
  const compact = clients > most;
  const row = switches > 0 ? SWITCH_ROW : 0;
  const text = compact ? COMPACT_HEIGHT : TEXT_HEIGHT + moreLines * LINE_HEIGHT;
  const inline = compact && compactWidth - switches * NARROW_SWITCH >= ROOM_FOR_TEXT;
  return { compact, inline, party: inline ? text : text + row, text, gap: compact ? 8 : 18, foot: FOOT + row, switches };
}

function drawersIn(broker: Box, { foot }: Sizes): readonly Box[] {
  const fit = Math.floor((broker.height - HEAD - foot + DRAWER_GAP) / (DRAWER_HEIGHT + DRAWER_GAP));
  return Array.from({ length: fit }, (_, index) => ({
    x: broker.x + 8,
    y: broker.y + HEAD + index * (DRAWER_HEIGHT + DRAWER_GAP),
    width: broker.width - 16,
    height: DRAWER_HEIGHT,
  }));
}

function drawersHeight(wanted: number, { foot }: Sizes): number {
  const count = Math.min(wanted, MOST_DRAWERS);
  return HEAD + count * DRAWER_HEIGHT + Math.max(0, count - 1) * DRAWER_GAP + foot;
}

function switchesIn({ x, y, width, height }: Box, { inline, switches }: Sizes): Box | null {
  if (switches === 0) return null;
  const room = inline ? switches * NARROW_SWITCH : width - 12;
  return { x: x + width - 6 - room, y: y + height - SWITCH_HEIGHT - (inline ? 8 : 6), width: room, height: SWITCH_HEIGHT };
}

function brokerSwitches({ x, y, width, height }: Box, { switches }: Sizes): Box | null {
  return switches === 0 ? null : { x: x + 8, y: y + height - SWITCH_HEIGHT - 8, width: width - 16, height: SWITCH_HEIGHT };
}

function columnBeside(width: number): number {
  return Math.round(clamp(width * 0.44, 120, 200));
}

function columnOfCrowd(width: number): number {
  return Math.round(clamp(width * 0.26, 150, 230));
}

/** Clients in columns left and right of the broker; with none on the right the broker stands there itself. */
function wide(width: number, left: number, right: number, drawers: number, sizes: Sizes): ClientGeometry {
  const beside = right === 0 && left > 1;
  const partyWidth = beside ? columnBeside(width) : sizes.compact ? columnOfCrowd(width) : Math.round(clamp(width * 0.21, 140, 190));
  const rows = Math.max(left, right, 1);
  const height = Math.max(drawersHeight(drawers, sizes), rows * sizes.party + (rows - 1) * sizes.gap);
  const brokerWidth = Math.round(beside ? width - 2 * RIM - partyWidth - LINK_BESIDE : clamp(width * 0.3, 200, 290));
  const x = beside ? width - RIM - brokerWidth : Math.round((width - brokerWidth) / 2);
  const broker = { x, y: RIM, width: brokerWidth, height };
  const side = (count: number, onLeft: boolean): readonly ClientPlace[] =>
    Array.from({ length: count }, (_, index) => {
      // Spread over the broker's height.
      const y = Math.round(RIM + ((index + 0.5) * height) / count - sizes.party / 2);
      const box = { x: onLeft ? RIM : width - RIM - partyWidth, y, width: partyWidth, height: sizes.party };
      // At the text's height, so that packets and their names pass above the switches.
      const middle = y + sizes.text / 2;
      return {
        box,
        link: {
          client: { x: onLeft ? box.x + partyWidth : box.x, y: middle },
          broker: { x: onLeft ? broker.x : broker.x + broker.width, y: middle },
        },
        switches: switchesIn(box, sizes),
      };
    });
  return {
    orientation: 'wide',
    width,
    height: height + 2 * RIM,
    compact: sizes.compact,
    broker,
    brokerSwitches: brokerSwitches(broker, sizes),
    clients: [...side(left, true), ...side(right, false)],
    drawers: drawersIn(broker, sizes),
  };
}

function upright(width: number, above: number, below: number, drawers: number, sizes: Sizes): ClientGeometry {
  const [linkLength, gap] = [96, 8];
  const brokerY = RIM + sizes.party + linkLength;
  const broker = { x: RIM, y: brokerY, width: width - 2 * RIM, height: drawersHeight(drawers, sizes) };
  const brokerEnd = brokerY + broker.height;
  const row = (count: number, onTop: boolean): readonly ClientPlace[] => {
    const columnWidth = (width - 2 * RIM - (count - 1) * gap) / Math.max(1, count);
    return Array.from({ length: count }, (_, index) => {
      const y = onTop ? RIM : brokerEnd + linkLength;
      const box = { x: RIM + index * (columnWidth + gap), y, width: columnWidth, height: sizes.party };
      const middle = box.x + columnWidth / 2;
      return {
        box,
        link: { client: { x: middle, y: onTop ? y + sizes.party : y }, broker: { x: middle, y: onTop ? brokerY : brokerEnd } },
        switches: switchesIn(box, sizes),
      };
    });
  };
  return {
    orientation: 'upright',
    width,
    height: (below > 0 ? brokerEnd + linkLength + sizes.party : brokerEnd) + RIM,
    compact: false,
    broker,
    brokerSwitches: brokerSwitches(broker, sizes),
    clients: [...row(above, true), ...row(below, false)],
    drawers: drawersIn(broker, sizes),
  };
}

/** `width`: of the room, in pixels. */
export function clientGeometry(width: number, needs: StageNeeds): ClientGeometry {
  const { clients, drawers } = needs;
  const first = Math.ceil(clients / 2);
  if (width >= NARROWEST_WIDE) return wide(width, first, clients - first, drawers, sizesOf(needs, MOST_WIDE, columnOfCrowd(width)));
  const sizes = sizesOf(needs, MOST_UPRIGHT, columnBeside(width));
  return sizes.compact ? wide(width, clients, 0, drawers, sizes) : upright(width, first, clients - first, drawers, sizes);
}
