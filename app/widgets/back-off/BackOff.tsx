// The back-off visualiser: one fleet, one seed, two strategies side by side on the real broker, or one alone.
import { useCallback, useMemo, useState } from 'react';
import { FleetFrame } from '../../fleet/FleetFrame.tsx';
import { useFleetRun } from '../../fleet/useFleetRun.ts';
import { useResetShortcut } from '../../lab/useResetShortcut.ts';
import { useExperiment } from '../../state/experiment.ts';
import { standardValues } from '../../state/knobs.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { Answer, useHeadline } from './Answer.tsx';
import { Aside } from './Aside.tsx';
import { KnobPanel } from './KnobPanel.tsx';
import { type BackOffValues, KNOBS, otherOf, stormOf } from './knobs.ts';
import { Pictures } from './Pictures.tsx';
import { type Shown, shownOf } from './shown.ts';

export default function BackOff() {
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<BackOffValues>(KNOBS);
  const { values } = experiment;
  const other = otherOf(values);
  const first = useFleetRun(
    'back-off',
    useMemo(() => stormOf(values, values.strategy), [values]),
  );
  const second = useFleetRun(
    'back-off/other',
    useMemo(() => stormOf(values, otherOf(values) ?? values.strategy), [values]),
    // It also starts where there was none before.
    { startsByItself: other !== null },
  );
  const reset = useCallback(() => {
    experiment.reset();
    const standard = standardValues<BackOffValues>(KNOBS);
    first.start(stormOf(standard, standard.strategy));
    second.start(stormOf(standard, otherOf(standard) ?? standard.strategy));
  }, [experiment, first, second]);
  useResetShortcut(frame, reset);
  const [one, two] = [first.run.result, second.run.result];
  const shown = useShown(useMemo(() => shownOf(one, two, other === null), [one, two, other]));
  const headline = useHeadline(shown);
  // While a run is on its way it tells how far it is many times a second: what shows its result has no part in that.
  const answer = useMemo(() => <Answer shown={shown} />, [shown]);
  const pictures = useMemo(() => <Pictures shown={shown} />, [shown]);
  const aside = useMemo(() => <Aside values={values} shown={shown} />, [values, shown]);
  return (
    <FleetFrame
      frame={frame}
      width={width}
      headline={headline}
      answer={answer}
      knobs={<KnobPanel experiment={experiment} first={first} second={other === null ? null : second} onReset={reset} />}
      pictures={pictures}
      aside={aside}
    />
  );
}

/** The last runs that could stand beside each other: while one of them is new and the other is not yet, both stay as they were. */
function useShown(now: Shown | null): Shown | null {
  const [kept, setKept] = useState<Shown | null>(null);
  if (now !== null && now !== kept) setKept(now);
  return now ?? kept;
}
