// The three shapes that tell series apart without their colours, as paths for drawings and as a small mark in running text.
import styles from './Mark.module.css';

export type MarkShape = 'circle' | 'triangle' | 'square';
export type Tone = 'q0' | 'q1' | 'q2' | 'broker' | 'loss' | 'ink';

/** The token of a tone, for `fill` and `stroke`. */
export function toneColour(tone: Tone): string {
  return `var(--${tone})`;
}

/** An SVG path around the origin. `radius` in the drawing's units; the shapes look equally large. */
export function markPath(shape: MarkShape, radius: number): string {
  const r = round(radius);
  switch (shape) {
    case 'circle':
      return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    case 'triangle':
      return `M0 ${round(-radius * 1.1)}L${round(radius * 1.15)} ${round(radius * 0.9)}H${round(-radius * 1.15)}z`;
    case 'square':
      return `M${round(-radius * 0.9)} ${round(-radius * 0.9)}h${round(radius * 1.8)}v${round(radius * 1.8)}h${round(-radius * 1.8)}z`;
  }
}

function round(length: number): number {
  return Number(length.toFixed(2));
}

/** A mark as high as small letters. Decoration: the name stands beside it. */
export function Mark({ shape, tone }: { readonly shape: MarkShape; readonly tone: Tone }) {
  return (
    <svg className={styles.mark} viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
      <path d={markPath(shape, 5)} fill={toneColour(tone)} />
    </svg>
  );
}
