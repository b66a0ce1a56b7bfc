// Where the names of instants stand above a chart over time, and what such charts share so that one lies under the other on the same axis. No React.

/** Of the charts' text. Pixels; a letter's width is that of a wide one. */
export const LINE_HEIGHT = 16;
const LETTER = 7;
/** What a plot leaves free for its axis on the left, and for half a number on the right. Pixels. */
export const PLOT_SIDES = { left: 56, right: 14 } as const;
const NAME_GAP = 5;

export function textWidth(text: string): number {
  return text.length * LETTER;
}

interface Instant {
  readonly at: number;
  readonly label: string;
}

export interface PlacedInstant extends Instant {
  readonly x: number;
  /** The first row is 0, the highest. */
  readonly row: number;
  /** Where the name begins or ends. */
  readonly nameX: number;
  readonly anchor: 'start' | 'end';
}

/** A mark's line begins at its name: a later name over which an earlier line would pass stands below it. `width`: of the whole drawing. */
export function placeInstants(instants: readonly Instant[], toX: (at: number) => number, width: number): readonly PlacedInstant[] {
  const taken: { readonly left: number; readonly right: number; readonly row: number }[] = [];
  return [...instants]
    .sort((one, other) => one.at - other.at)
    .map(({ at, label }) => {
      const x = toX(at);
      const length = textWidth(label);
      const anchor = x + NAME_GAP + length > width && x > width / 2 ? 'end' : 'start';
      const nameX = anchor === 'end' ? Math.max(length, x - NAME_GAP) : Math.max(0, Math.min(x + NAME_GAP, width - length));
      const [left, right] = anchor === 'end' ? [nameX - length, x] : [Math.min(x, nameX), nameX + length];
      const above = taken.filter((other) => left < other.right && other.left < right);
      const row = Math.max(-1, ...above.map((other) => other.row)) + 1;
      taken.push({ left, right: right + NAME_GAP, row });
      return { at, label, x, row, nameX, anchor };
    });
}

/** Room above the plot for the names. Pixels. */
export function headHeight(placed: readonly PlacedInstant[]): number {
  return LINE_HEIGHT * (1 + Math.max(-1, ...placed.map(({ row }) => row)));
}
