// Where names stand on a chart of bins, so that none lies on another. No React.

/** Of the charts' text. Pixels; a letter's width is that of a wide one. */
export const LINE_HEIGHT = 16;
const LETTER = 7;

export function textWidth(text: string): number {
  return text.length * LETTER;
}

interface Placed {
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
}

function overlap(one: Placed, other: Placed): boolean {
  return one.left < other.right && other.left < one.right && Math.abs(one.y - other.y) < LINE_HEIGHT;
}

/** The same names in their order, each moved down until it lies on no other; what finds no place by `lowest` stays at the lowest. */
export function apart<Name extends Placed>(names: readonly Name[], taken: readonly Placed[], lowest: number): readonly Name[] {
  const placed: Placed[] = [...taken];
  return names.map((name) => {
    let y = name.y;
    while (y < lowest && placed.some((other) => overlap({ ...name, y }, other))) y += LINE_HEIGHT / 2;
    const moved = { ...name, y: Math.min(y, lowest) };
    placed.push(moved);
    return moved;
  });
}

/** In which row above the chart each mark's name stands, the first row being 0. */
export function markRows(
  marks: readonly { readonly at: number; readonly label: string }[],
  toX: (at: number) => number,
  width: number,
): readonly number[] {
  const rows: Placed[][] = [];
  return marks.map(({ at, label }) => {
    const x = toX(at);
    const length = textWidth(label) + 10;
    const left = x + length > width ? x - length : x;
    const place = { left, right: left + length, y: 0 };
    let row = rows.findIndex((others) => !others.some((other) => overlap(place, other)));
    if (row === -1) row = rows.push([]) - 1;
    rows[row]?.push(place);
    return row;
  });
}
