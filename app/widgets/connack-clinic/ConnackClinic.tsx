// The CONNACK clinic put together: the case and its set-up, the bench that plays the run, the broker's answer, and the card. Knows nothing of the page around it.
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { doorstepFinding, NEWCOMER, type Scenario, START } from '#simulations';
import { castOf } from '../../bench/benchClients.ts';
import type { LadderLane } from '../../bench/benchLane.ts';
import { ClientStage } from '../../bench/ClientStage.tsx';
import { useReducedMotion } from '../../display/useReducedMotion.ts';
import { isPhone } from '../../lab/Arrangement.tsx';
import { LabBench } from '../../lab/LabBench.tsx';
import { RunButtons } from '../../lab/RunButtons.tsx';
import { type Opening, usePlayedRun } from '../../lab/usePlayedRun.ts';
import { useWholeRun } from '../../lab/useWholeRun.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { BrokersAnswer } from './BrokersAnswer.tsx';
import { CaseCard } from './CaseCard.tsx';
import { CasePanel } from './CasePanel.tsx';
import { AS_IT_IS, type ClinicKnobs, chosenOf, KNOBS, scenarioOf } from './knobs.ts';
import { NeverGivenPanel } from './NeverGivenPanel.tsx';
import { PredictedAnswer } from './PredictedAnswer.tsx';
import { SetUp } from './SetUp.tsx';
import { useClinicRun } from './useClinicRun.ts';

const openingOf = (): Opening => ({ at: START, speed: 0.05 });

function lanesOf({ clients = [] }: Scenario): readonly LadderLane[] {
  const newcomer = clients.find(({ name }) => name === NEWCOMER);
  const inside = clients.find(({ name }) => name !== NEWCOMER);
  if (newcomer === undefined) return [];
  return [{ device: NEWCOMER, qos: null, link: newcomer.link, subscriber: inside === undefined ? null : { name: inside.name } }];
}

export default function ConnackClinic() {
  const words = useTranslations('connackClinic.knobs');
  const tabs = useTranslations('connackClinic.tabs');
  const [frame, width] = useWidth<HTMLDivElement>();
  const experiment = useExperiment<ClinicKnobs>(KNOBS);
  const chosen = useMemo(() => chosenOf(experiment.values), [experiment.values]);
  const scenario = useMemo(() => scenarioOf(chosen), [chosen]);
  const lab = useClinicRun(scenario);
  const { result } = lab.run;
  const played = usePlayedRun(result, useReducedMotion(), openingOf);
  const { playback } = played;
  const whole = useWholeRun(result);
  const finding = useMemo(() => (whole === null ? null : doorstepFinding(scenario, whole.events)), [scenario, whole]);
  const cast = useMemo(() => castOf(scenario), [scenario]);
  const lanes = useMemo(() => lanesOf(scenario), [scenario]);

  const reset = useCallback(() => experiment.reset(), [experiment]);
  const phone = isPhone(width);

  // While it plays the view changes ten times a second: what does not show it is not drawn anew.
  const knobs = useMemo(
    () => (
      <CasePanel experiment={experiment} chosen={chosen}>
        <PredictedAnswer version={chosen.version} scenario={scenario} result={result} finding={finding} playback={playback} />
        <RunButtons lab={lab} onReset={reset} link={experiment.link} withoutRun={phone} resetHint={words('resetHint')} />
      </CasePanel>
    ),
    [experiment, chosen, scenario, result, finding, playback, lab, reset, phone, words],
  );
  return (
    <LabBench
      frame={frame}
      width={width}
      lab={lab}
      played={played}
      lanes={lanes}
      versionOf={() => chosen.version}
      onReset={reset}
      knobs={knobs}
      stage={(parts) => <ClientStage cast={cast} {...parts} />}
      figures={<BrokersAnswer version={chosen.version} finding={finding} events={whole?.events ?? []} mending={chosen.mend !== AS_IT_IS} />}
      notice={<CaseCard one={chosen.one} shown={finding !== null} />}
      tabLabels={{ figures: tabs('answer'), notice: tabs('card') }}
      above={<SetUp chosen={chosen} />}
    >
      <NeverGivenPanel />
    </LabBench>
  );
}
