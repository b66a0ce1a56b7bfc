// Whether what was typed can be a knob's value: it is read, held against the knob's limits and steps, and refused with a reason where it does not fit. No React.
import { type NumberKnob, nearestAllowed } from '../state/knobs.ts';
import { type Dimension, type QuantityProblem, readQuantity } from './quantity.ts';

export type TypedProblem = QuantityProblem | 'tooMuch' | 'tooLittle' | 'overOne' | 'wholeOnly' | 'betweenSteps';

export type TypedQuantity =
  | { readonly problem: null; readonly value: number }
  /** `limit`: the least or the most, or the step. `unit`: the one that is not known. */
  | { readonly problem: TypedProblem; readonly limit?: number; readonly unit?: string };

/** Of two meanings the first that fits counts: "1,000" s is a second where a knob ends at ten. */
export function typedQuantity(typed: string, dimension: Dimension, knob: NumberKnob): TypedQuantity {
  const reading = readQuantity(typed, dimension);
  if (reading.meanings === null) {
    return reading.unit === undefined ? { problem: reading.problem } : { problem: reading.problem, unit: reading.unit };
  }
  const tried = reading.meanings.map((value) => fitting(value, dimension, knob));
  return tried.find(({ problem }) => problem === null) ?? tried[0] ?? { problem: 'notANumber' };
}

function fitting(value: number, dimension: Dimension, knob: NumberKnob): TypedQuantity {
  const { minimum, maximum, step } = knob;
  if (dimension === 'probability' && value > 1) return { problem: 'overOne' };
  if (value > maximum) return { problem: 'tooMuch', limit: maximum };
  if (value < minimum) return { problem: 'tooLittle', limit: minimum };
  const allowed = nearestAllowed(knob, value);
  if (Math.abs(allowed - value) <= Math.abs(value) * 1e-9) return { problem: null, value: allowed };
  return step === 1 ? { problem: 'wholeOnly' } : { problem: 'betweenSteps', limit: step };
}
