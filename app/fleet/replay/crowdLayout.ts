// Where the devices stand in the picture of a fleet: in rows from left to right, like words. No React.

// Of the square that a device has. Pixels. Where it is narrow there are two crowds, or it is a phone: both stay in sight.
const CELL = 15;
const NARROW_CELL = 11;
const NARROW = 400;

export interface CrowdShape {
  /** Of a device's square. Pixels. */
  readonly cell: number;
  readonly columns: number;
  /** Pixels. */
  readonly height: number;
}

export function crowdShape(width: number, size: number): CrowdShape {
  const cell = width < NARROW ? NARROW_CELL : CELL;
  const columns = Math.max(1, Math.floor(width / cell));
  return { cell, columns, height: Math.max(1, Math.ceil(size / columns)) * cell };
}

/** The middle of a device's square. Pixels. */
export function placeOf(device: number, { cell, columns }: CrowdShape): { readonly x: number; readonly y: number } {
  return { x: ((device % columns) + 0.5) * cell, y: (Math.floor(device / columns) + 0.5) * cell };
}
