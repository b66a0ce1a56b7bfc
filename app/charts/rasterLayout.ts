// How a raster is divided into rows, and what a mark looks like in a row: a shape where there is room, else a block whose proportions tell the shapes apart. No React.
import type { MarkShape } from '../ui/Mark.tsx';
import { PLOT_SIDES } from './binLayout.ts';

// Pixels.
const MOST_ROW_HEIGHT = 12;
const USUAL_HEIGHT = 260;
/** Rows at least so high have shapes, unless there are so many that they would not fit in them side by side. */
const ROOM_FOR_SHAPES = 7;
const SMALLEST_BLOCK = 2;
const LARGEST_BLOCK = 4;
/** The long side of a block, in short ones. */
const LONGER = 1.5;

export interface RasterSize {
  /** Of the whole canvas, and of what is above its rows. Pixels. */
  readonly width: number;
  readonly head: number;
  readonly rows: number;
  /** How many. */
  readonly points: number;
}

export interface RasterShape {
  /** Where rows and marks are, in the canvas. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly canvasHeight: number;
  readonly rowHeight: number;
  readonly hasShapes: boolean;
}

/** `head`: room above the rows. No row is lower than a pixel. */
export function rasterShape({ width, head, rows, points }: RasterSize): RasterShape {
  const height = Math.max(Math.min(USUAL_HEIGHT, Math.max(2, rows) * MOST_ROW_HEIGHT), rows);
  const rowHeight = height / Math.max(1, rows);
  const plotWidth = Math.max(1, width - PLOT_SIDES.left - PLOT_SIDES.right);
  const roomInRows = (plotWidth / ROOM_FOR_SHAPES) * rows;
  return {
    left: PLOT_SIDES.left,
    top: head,
    width: plotWidth,
    height,
    canvasHeight: head + height,
    rowHeight,
    hasShapes: rowHeight >= ROOM_FOR_SHAPES && points <= roomInRows,
  };
}

export interface Block {
  readonly width: number;
  readonly height: number;
}

/** In a row of this height: a triangle is an upright block, a square a lying one, and neither is fainter than the other. */
export function blockOf(shape: MarkShape, rowHeight: number): Block {
  const side = Math.min(LARGEST_BLOCK, Math.max(SMALLEST_BLOCK, rowHeight * 0.65));
  return { width: shape === 'square' ? side * LONGER : side, height: shape === 'triangle' ? side * LONGER : side };
}

/** Radius of a shape in a row of this height. */
export function shapeRadius(rowHeight: number): number {
  return rowHeight / 2.6;
}
