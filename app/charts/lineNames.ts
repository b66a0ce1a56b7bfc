// Finds a place for the name of each stepped line: at its line, on no other name, and on as little of the other lines as can be. Tries places along the line and
// takes the cheapest; no optimum over all names together. No React; pixels.

export interface SteppedLine {
  readonly key: string;
  /** Of the name with its sign. */
  readonly nameWidth: number;
  /** Height in each bin, from above. */
  readonly ys: readonly number[];
  /** Where along the line the name is wanted, other things being equal. */
  readonly wanted: 'high' | 'right';
}

export interface LineNamePlace {
  readonly key: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
}

export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Box extends PlotArea {
  readonly x: number;
  readonly y: number;
  readonly cost: number;
}

const ASCENT = 12;
const DESCENT = 4;
const GAP = 5;
/** Bins tried along a line, at most. */
const MOST_PLACES = 50;
// What lies under a name, and how bad that is.
const ON_A_NAME = 100;
const ON_ITS_LINE = 8;
const ON_A_LINE = 5;
const ON_AN_INSTANT = 0.4;
const FROM_WHERE_WANTED = 3;

/** Names in the order of the lines: the first has the free choice. `edges`: of the bins. `instants`: upright lines. */
export function placeLineNames(
  lines: readonly SteppedLine[],
  edges: readonly number[],
  area: PlotArea,
  instants: readonly number[],
): readonly LineNamePlace[] {
  const placed: Box[] = [];
  return lines.flatMap((line) => {
    const costOf = (box: Box): number =>
      box.cost +
      placed.filter((other) => overlap(box, other)).length * ON_A_NAME +
      lines.reduce((sum, other) => sum + (other === line ? ON_ITS_LINE : ON_A_LINE) * shareUnder(other.ys, edges, box), 0) +
      instants.filter((x) => x > box.left && x < box.right).length * ON_AN_INSTANT;
    let best: Box | undefined;
    for (const box of candidates(line, edges, area)) {
      const cost = costOf(box);
      if (best === undefined || cost < best.cost) best = { ...box, cost };
    }
    if (best === undefined) return [];
    placed.push(best);
    return [{ key: line.key, x: best.x, y: best.y }];
  });
}

function candidates({ ys, nameWidth, wanted }: SteppedLine, edges: readonly number[], area: PlotArea): Box[] {
  const every = Math.max(1, Math.ceil(ys.length / MOST_PLACES));
  const highest = ys.indexOf(Math.min(...ys));
  return ys.flatMap((lineY, bin) => {
    if (bin % every !== 0 && bin !== highest) return [];
    const [from, to] = [edges[bin] ?? 0, edges[bin + 1] ?? 0];
    const places = [
      { x: from, y: lineY - GAP, extra: 0 },
      { x: to - nameWidth, y: lineY - GAP, extra: 0 },
      { x: to + GAP, y: lineY + ASCENT, extra: 0.2 },
      { x: from - GAP - nameWidth, y: lineY + ASCENT, extra: 0.2 },
      { x: from, y: lineY + GAP + ASCENT, extra: 0.5 },
      { x: to - nameWidth, y: lineY + GAP + ASCENT, extra: 0.5 },
    ];
    return places.map(({ x, y, extra }) => {
      const left = Math.max(area.left + 2, Math.min(x, area.right - nameWidth));
      const base = Math.max(area.top + ASCENT - 2, Math.min(y, area.bottom - DESCENT));
      const away =
        wanted === 'high'
          ? (lineY - area.top) / (area.bottom - area.top || 1)
          : (area.right - left - nameWidth) / (area.right - area.left || 1);
      const moved = Math.abs(left - x) / 100 + Math.abs(base - y) / 20;
      const cost = extra + moved + FROM_WHERE_WANTED * away;
      return { x: left, y: base, left, right: left + nameWidth, top: base - ASCENT, bottom: base + DESCENT, cost };
    });
  });
}

function overlap(one: PlotArea, other: PlotArea): boolean {
  return one.left < other.right + GAP && other.left < one.right + GAP && one.top < other.bottom && other.top < one.bottom;
}

/** How much of the box's width has the line in it, 0 to 1; each of its steps through the box counts for a tenth more. */
function shareUnder(ys: readonly number[], edges: readonly number[], box: PlotArea): number {
  let share = 0;
  for (let bin = 0; bin < ys.length; bin++) {
    const [from, to, y] = [edges[bin] ?? 0, edges[bin + 1] ?? 0, ys[bin] ?? 0];
    if (to < box.left || from > box.right) continue;
    if (y > box.top && y < box.bottom) share += (Math.min(to, box.right) - Math.max(from, box.left)) / (box.right - box.left);
    const before = ys[bin - 1] ?? y;
    if (from > box.left && Math.min(y, before) < box.bottom && Math.max(y, before) > box.top && y !== before) share += 0.1;
  }
  return Math.min(2, share);
}
