// The prediction and what the run makes of it. The answer comes when the playhead is at the end: who guesses may also watch.
import { useState } from 'react';
import type { Scenario } from '#simulations';
import type { RunResult } from '#simulations/worker';
import type { Playback } from '../../bench/usePlayback.ts';
import { usePlayhead } from '../../bench/usePlayhead.ts';
import { COMPARED, caveatOf, expectedOf } from './figures.ts';
import { Prediction } from './Prediction.tsx';

const LOOK_EVERY_MS = 250;
const AT_LEAST_ONCE = 1;
const DUPLICATES = COMPARED.find(({ name }) => name === 'duplicates');

export interface PredictedDuplicatesProps {
  /** What the knobs say. */
  readonly scenario: Scenario;
  /** The run of that very scenario; `null` where there is none yet. */
  readonly result: RunResult | null;
  readonly playback: Playback;
}

export function PredictedDuplicates({ scenario, result, playback }: PredictedDuplicatesProps) {
  const [guess, setGuess] = useState<{ readonly scenario: Scenario; readonly range: number } | null>(null);
  const at = usePlayhead(playback.clock, LOOK_EVERY_MS);
  // Another setting is another question.
  const range = guess?.scenario === scenario ? guess.range : null;
  const watched = result !== null && at >= result.endsAt;
  return (
    <Prediction
      messages={scenario.devices[AT_LEAST_ONCE]?.messages ?? 0}
      guess={range}
      onGuess={(next) => setGuess({ scenario, range: next })}
      duplicates={watched ? (result.figures[AT_LEAST_ONCE]?.duplicates ?? null) : null}
      expected={watched ? expectedDuplicates(scenario) : null}
      onShowAnswer={result === null ? null : () => playback.seek(result.endsAt)}
    />
  );
}

function expectedDuplicates(scenario: Scenario): number | null {
  const expected = expectedOf(scenario)[AT_LEAST_ONCE];
  return expected === undefined || DUPLICATES === undefined || caveatOf(DUPLICATES, expected) !== null ? null : expected.duplicates.mean;
}
