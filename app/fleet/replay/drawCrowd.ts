// Draws a fleet on a canvas: a mark for each device, as its state looks; who waits is a ring, who gave up a cross.
import { tokenColour } from '../../charts/tokenColour.ts';
import { markPath, type Tone } from '../../ui/Mark.tsx';
import { OUTCOME_LOOKS } from '../outcomeLooks.ts';
import { type Crowd, type CrowdState, crowdState } from './crowd.ts';
import { type CrowdShape, placeOf } from './crowdLayout.ts';

/** Of a mark, in squares. */
const RADIUS = 0.3;

export interface CrowdDrawing {
  readonly crowd: Crowd;
  readonly shape: CrowdShape;
  /** Of the canvas. Pixels. */
  readonly width: number;
  /** Seconds. */
  readonly at: number;
  /** A failure is shown for so long. Seconds. */
  readonly memory: number;
}

/** Without effect where the browser has no canvas to draw on. */
export function drawCrowd(canvas: HTMLCanvasElement, { crowd, shape, width, at, memory }: CrowdDrawing): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const scale = window.devicePixelRatio || 1;
  // Clears it too.
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(shape.height * scale);
  context.scale(scale, scale);
  for (const [state, devices] of byState(crowd, at, memory)) {
    const { path, tone, isLine } = lookOf(state, shape.cell * RADIUS);
    context.fillStyle = context.strokeStyle = tokenColour(canvas, tone);
    for (const device of devices) {
      const { x, y } = placeOf(device, shape);
      context.translate(x, y);
      if (isLine) context.stroke(path);
      else context.fill(path);
      context.translate(-x, -y);
    }
  }
}

function byState(crowd: Crowd, at: number, memory: number): Map<CrowdState, number[]> {
  const groups = new Map<CrowdState, number[]>();
  for (let device = 0; device < crowd.size; device++) {
    const state = crowdState(crowd, device, at, memory);
    const group = groups.get(state);
    if (group === undefined) groups.set(state, [device]);
    else group.push(device);
  }
  return groups;
}

interface CrowdLook {
  readonly path: Path2D;
  readonly tone: Tone | 'ink2';
  readonly isLine: boolean;
}

function lookOf(state: CrowdState, radius: number): CrowdLook {
  if (state === 'waiting' || state === 'gaveUp') return { path: new Path2D(LINES[state](radius * 0.8)), tone: 'ink2', isLine: true };
  const { tone, shape } = OUTCOME_LOOKS[state];
  return { path: new Path2D(markPath(shape, radius)), tone, isLine: false };
}

/** States that are no outcome of an attempt, as paths around the origin. */
export const LINES = {
  waiting: (radius: number) => markPath('circle', radius),
  gaveUp: (radius: number) => `M${-radius} ${-radius}L${radius} ${radius}M${radius} ${-radius}L${-radius} ${radius}`,
} as const;
