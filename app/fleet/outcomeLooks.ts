// How the end of an attempt looks, in every picture of a fleet. No React.
import type { AttemptOutcome } from '#simulations';
import type { RasterKind } from '../charts/RasterChart.tsx';

export const OUTCOME_LOOKS: Readonly<Record<AttemptOutcome, Pick<RasterKind, 'tone' | 'shape'>>> = {
  accepted: { tone: 'broker', shape: 'circle' },
  down: { tone: 'ink', shape: 'square' },
  full: { tone: 'loss', shape: 'triangle' },
  patience: { tone: 'q1', shape: 'triangle' },
  broker: { tone: 'q2', shape: 'square' },
};
/** The first lies on top: the few that are let in over the many that are not. */
export const OUTCOMES_DRAWN: readonly AttemptOutcome[] = ['accepted', 'broker', 'patience', 'full', 'down'];
