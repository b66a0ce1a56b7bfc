// Draws a raster on a canvas, in the screen's own pixels so that marks are sharp: blocks where they are dense, shapes where there is room, the first kind on top; then the instants' lines. No React.
import { type MarkShape, markPath, type Tone } from '../ui/Mark.tsx';
import { blockOf, type RasterShape, shapeRadius } from './rasterLayout.ts';
import { type RasterPoints, writeBlocks } from './rasterPixels.ts';
import { tokenColour } from './tokenColour.ts';

export interface RasterDrawing {
  /** Of the canvas, in pixels of the page. */
  readonly width: number;
  readonly shape: RasterShape;
  readonly rows: number;
  readonly points: RasterPoints;
  readonly kinds: readonly { readonly tone: Tone; readonly shape: MarkShape }[];
  readonly from: number;
  readonly to: number;
  /** Lines from a height above the rows down to their end, in pixels of the page. */
  readonly instants: readonly { readonly x: number; readonly top: number }[];
}

/** Where the rows are, in the screen's pixels. */
interface Ground {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Without effect where the browser has no canvas to draw on. */
export function drawRaster(canvas: HTMLCanvasElement, drawing: RasterDrawing): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { width, shape, kinds } = drawing;
  const scale = window.devicePixelRatio || 1;
  // Clears it too.
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(shape.canvasHeight * scale);
  const [left, top] = [Math.round(shape.left * scale), Math.round(shape.top * scale)];
  const ground = {
    left,
    top,
    width: Math.round((shape.left + shape.width) * scale) - left,
    height: Math.round((shape.top + shape.height) * scale) - top,
  };
  const colours = [tokenColour(canvas, 'raised'), ...kinds.map(({ tone }) => tokenColour(canvas, tone))];
  (shape.hasShapes ? drawShapes : drawBlocks)(context, drawing, ground, scale, colours);
  drawInstants(context, drawing, scale, tokenColour(canvas, 'ink2'));
}

type Draw = (
  context: CanvasRenderingContext2D,
  drawing: RasterDrawing,
  ground: Ground,
  scale: number,
  /** The ground's, then the kinds'. */
  colours: readonly string[],
) => void;

const drawBlocks: Draw = (context, { rows, points, kinds, from, to, shape }, { left, top, width, height }, scale, colours) => {
  const numbers = asPixels(colours);
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(numbers[0] ?? 0);
  const looks = kinds.map((kind, index) => {
    const block = blockOf(kind.shape, shape.rowHeight);
    return { colour: numbers[index + 1] ?? 0, block: { width: block.width * scale, height: block.height * scale } };
  });
  writeBlocks({ pixels, width, height, rows, points, from, to }, looks);
  context.putImageData(image, left, top);
};

/** Colours as a picture's pixels have them. */
function asPixels(colours: readonly string[]): Uint32Array {
  const sample = document.createElement('canvas');
  sample.width = colours.length;
  sample.height = 1;
  const context = sample.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Uint32Array(colours.length);
  colours.forEach((colour, index) => {
    context.fillStyle = colour;
    context.fillRect(index, 0, 1, 1);
  });
  return new Uint32Array(context.getImageData(0, 0, colours.length, 1).data.buffer);
}

const drawShapes: Draw = (context, { rows, points, kinds, from, to, shape }, { left, top, width, height }, scale, colours) => {
  context.fillStyle = colours[0] ?? '';
  context.fillRect(left, top, width, height);
  const perUnit = width / (to - from || 1);
  for (let kind = kinds.length - 1; kind >= 0; kind--) {
    const stamp = stampOf(kinds[kind]?.shape ?? 'circle', shapeRadius(shape.rowHeight) * scale, colours[kind + 1] ?? '');
    if (stamp === null) return;
    for (let index = 0; index < points.at.length; index++) {
      const [at, row] = [points.at[index] ?? 0, points.row[index] ?? 0];
      if (points.kind[index] !== kind || at < from || at > to || row >= rows) continue;
      const [x, y] = [left + (at - from) * perUnit, top + ((row + 0.5) * height) / rows];
      context.drawImage(stamp, Math.round(x - stamp.width / 2), Math.round(y - stamp.height / 2));
    }
  }
};

/** The shape, drawn once. `radius` in the screen's pixels. */
function stampOf(shape: MarkShape, radius: number, colour: string): HTMLCanvasElement | null {
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = 2 * Math.ceil(radius * 1.2 + 1);
  const context = stamp.getContext('2d');
  if (context === null) return null;
  context.fillStyle = colour;
  context.translate(stamp.width / 2, stamp.height / 2);
  context.fill(new Path2D(markPath(shape, radius)));
  return stamp;
}

function drawInstants(context: CanvasRenderingContext2D, { shape, instants }: RasterDrawing, scale: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1, Math.round(scale));
  context.setLineDash([2 * scale, 3 * scale]);
  context.beginPath();
  for (const { x, top } of instants) {
    const middle = Math.round(x * scale - context.lineWidth / 2) + context.lineWidth / 2;
    context.moveTo(middle, (shape.top + shape.height) * scale);
    context.lineTo(middle, top * scale);
  }
  context.stroke();
}
