// Draws a raster of marks: one pass a kind, so that the colour is set once; small blocks where rows are dense, shapes where there is room. No React.
import { markPath } from '../ui/Mark.tsx';
import type { ChartMark } from './BinChart.tsx';
import type { RasterKind } from './RasterChart.tsx';

export interface RasterPoints {
  readonly at: ArrayLike<number>;
  readonly row: ArrayLike<number>;
  readonly kind: ArrayLike<number>;
}

export interface RasterDrawing {
  /** Pixels of the page. */
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly points: RasterPoints;
  readonly kinds: readonly RasterKind[];
  readonly from: number;
  readonly to: number;
  readonly marks: readonly ChartMark[];
}

/** Rows at least so high have shapes. Pixels. */
const ROOM_FOR_SHAPES = 7;
const SMALLEST_BLOCK = 1.5;

/** Without effect where the browser has no canvas to draw on. */
export function drawRaster(canvas: HTMLCanvasElement, drawing: RasterDrawing): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { width, height, kinds } = drawing;
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  const looks = getComputedStyle(canvas);
  const colour = (token: string): string => looks.getPropertyValue(`--${token}`).trim() || looks.color;
  context.fillStyle = resolved(canvas, colour('raised'));
  context.fillRect(0, 0, width, height);
  drawMarks(context, drawing, looks.color);
  for (let kind = 0; kind < kinds.length; kind++) drawKind(context, drawing, kind, resolved(canvas, colour(kinds[kind]?.tone ?? 'ink')));
}

/** A canvas does not know `light-dark()`: the colour is looked up on an element. */
function resolved(canvas: HTMLCanvasElement, colour: string): string {
  const before = canvas.style.color;
  canvas.style.color = colour;
  const found = getComputedStyle(canvas).color;
  canvas.style.color = before;
  return found === '' ? colour : found;
}

function drawMarks(context: CanvasRenderingContext2D, { width, height, from, to, marks }: RasterDrawing, colour: string): void {
  context.strokeStyle = colour;
  context.setLineDash([2, 3]);
  context.beginPath();
  for (const { at } of marks) {
    const x = ((at - from) / (to - from || 1)) * width;
    context.moveTo(x, 0);
    context.lineTo(x, height);
  }
  context.stroke();
  context.setLineDash([]);
}

function drawKind(context: CanvasRenderingContext2D, drawing: RasterDrawing, kind: number, colour: string): void {
  const { width, height, rows, points, kinds, from, to } = drawing;
  const rowHeight = height / Math.max(1, rows);
  const block = Math.max(SMALLEST_BLOCK, rowHeight);
  const shape = rowHeight >= ROOM_FOR_SHAPES ? new Path2D(markPath(kinds[kind]?.shape ?? 'circle', rowHeight / 2.6)) : null;
  const perUnit = width / (to - from || 1);
  context.fillStyle = colour;
  for (let index = 0; index < points.at.length; index++) {
    if (points.kind[index] !== kind) continue;
    const x = ((points.at[index] ?? 0) - from) * perUnit;
    const y = (points.row[index] ?? 0) * rowHeight;
    if (shape === null) {
      context.fillRect(x - block / 2, y, Math.max(2, block), block);
    } else {
      context.translate(x, y + rowHeight / 2);
      context.fill(shape);
      context.translate(-x, -y - rowHeight / 2);
    }
  }
}
