// What the course's table says of its QoS lab, and what becomes of each figure when it is held against the course's own model. Figures only; why: `reasons.ts`.
import type { QoS } from '#simulations';
import type { Sentence, Verdict } from '../schema.ts';
import { REASONS } from './reasons.ts';
import { STATED, type StatedName } from './stated.ts';

export type CourseFigureName = StatedName;

/** One cell of the course's table. */
export interface CourseFigure {
  readonly qos: QoS;
  readonly figure: CourseFigureName;
  /** Stated range; both ends the same where the course states one value. Messages, milliseconds, or percent of QoS 0's energy. */
  readonly low: number;
  readonly high: number;
  /** The course says "about". */
  readonly approximate: boolean;
  readonly verdict: Verdict;
  readonly reason: Sentence;
}

const LEVELS: readonly QoS[] = [0, 1, 2];
const NAMES: readonly StatedName[] = ['delivered', 'duplicates', 'settled', 'energyPercent'];

export const COURSE_FIGURES: readonly CourseFigure[] = LEVELS.flatMap((qos) =>
  NAMES.map((figure) => ({ qos, figure, ...STATED[qos][figure], ...REASONS[qos][figure] })),
);

/** The course's cell for a level and figure; `null` where its table has none. */
export function courseFigure(qos: QoS, figure: string): CourseFigure | null {
  return COURSE_FIGURES.find((cell) => cell.qos === qos && cell.figure === figure) ?? null;
}
