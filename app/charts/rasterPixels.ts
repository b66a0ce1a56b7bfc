// Writes the blocks of a dense raster straight into pixels: a call to the canvas for each of a hundred thousand blocks would take ten times as long. No React, no canvas.
import type { Block } from './rasterLayout.ts';

export interface RasterPoints {
  readonly at: ArrayLike<number>;
  readonly row: ArrayLike<number>;
  readonly kind: ArrayLike<number>;
}

export interface PixelKind {
  /** As the pixels have it. */
  readonly colour: number;
  /** In pixels. */
  readonly block: Block;
}

export interface PixelRaster {
  /** Row by row, `width * height` of them. */
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly points: RasterPoints;
  readonly from: number;
  readonly to: number;
}

/** The first kind is written last, so that it lies on top. A block at an edge lies within it. */
export function writeBlocks(raster: PixelRaster, kinds: readonly PixelKind[]): void {
  for (let kind = kinds.length - 1; kind >= 0; kind--) {
    const look = kinds[kind];
    if (look) writeKind(raster, kind, look);
  }
}

function writeKind({ pixels, width, height, rows, points, from, to }: PixelRaster, kind: number, { colour, block }: PixelKind): void {
  const blockWidth = Math.min(width, Math.max(1, Math.round(block.width)));
  const blockHeight = Math.min(height, Math.max(1, Math.round(block.height)));
  const perUnit = width / (to - from || 1);
  const perRow = height / rows;
  const { at: times, row: places, kind: sorts } = points;
  for (let index = 0; index < times.length; index++) {
    const at = times[index] ?? 0;
    const row = places[index] ?? 0;
    if (sorts[index] !== kind || at < from || at > to || row >= rows) continue;
    const left = within((at - from) * perUnit - blockWidth / 2, width - blockWidth);
    const top = within((row + 0.5) * perRow - blockHeight / 2, height - blockHeight);
    const end = (top + blockHeight) * width + left;
    for (let line = top * width + left; line < end; line += width) {
      for (let pixel = line; pixel < line + blockWidth; pixel++) pixels[pixel] = colour;
    }
  }
}

function within(place: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round(place)));
}
