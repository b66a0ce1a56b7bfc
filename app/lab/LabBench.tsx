// One composition for all labs: what went wrong, the knobs, the stage with its time bar, the wire with the packet that is looked at, the log, and what came out.
// A lab says who stands on its stage and what came out; it puts its own above and below.
import { type ReactNode, type RefObject, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Microseconds, PacketSent, ProtocolVersion } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';
import { Bench } from '../bench/Bench.tsx';
import { BrokerLog } from '../bench/BrokerLog.tsx';
import type { LadderLane } from '../bench/benchLane.ts';
import { Inspector } from '../bench/inspector/Inspector.tsx';
import { Ladder } from '../bench/Ladder.tsx';
import { SerialMonitor } from '../bench/SerialMonitor.tsx';
import { TimeBar } from '../bench/TimeBar.tsx';
import { usePacketChoice } from '../bench/usePacketChoice.ts';
import type { Playback } from '../bench/usePlayback.ts';
import { finishedRuns } from '../state/laboratory.ts';
import { Notice } from '../ui/Notice.tsx';
import { Arrangement, type TabLabels } from './Arrangement.tsx';
import { Failed } from './Failed.tsx';
import styles from './LabBench.module.css';
import { LaboratoryDown } from './LaboratoryDown.tsx';
import { RunButton } from './RunButtons.tsx';
import type { LabRun } from './useLabRun.ts';
import type { PlayedRun } from './usePlayedRun.ts';
import { useResetShortcut } from './useResetShortcut.ts';

/** What every stage shows: the run at the playhead, and the packet that is looked at. */
export interface StageParts {
  readonly playback: Playback;
  /** `null` before a run. */
  readonly view: RunView | null;
  readonly brokerVersion: string | null;
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

export interface LabBenchProps {
  /** The lab's outermost element, from `useWidth`, and its width in pixels. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly width: number;
  readonly lab: LabRun;
  readonly played: PlayedRun;
  /** Whose packets the ladder shows. Must stay the same list. */
  readonly lanes: readonly LadderLane[];
  /** The version that a client speaks; of `null`: that of the run as a whole. */
  readonly versionOf: (client: string | null) => ProtocolVersion;
  /** The run that is played, where it is not the lab's own. */
  readonly shown?: RunResult | null;
  /** When packets vanished in what the time bar goes over, where that is not the played run alone. */
  readonly lossInstants?: readonly Microseconds[];
  /** What a second world beside this one is. */
  readonly compare?: ReactNode;
  /** Which of two worlds is played; a lab with one leaves it out. */
  readonly follow?: ReactNode;
  readonly onReset: () => void;
  readonly knobs: ReactNode;
  readonly stage: (parts: StageParts) => ReactNode;
  /** What the learner did to the run; a lab without switches leaves it out. */
  readonly steps?: ReactNode;
  /** The broker's session table; a lab without one leaves it out. */
  readonly sessions?: ReactNode;
  readonly figures: ReactNode;
  readonly notice: ReactNode;
  readonly tabLabels?: TabLabels;
  /** Stands above the bench. */
  readonly above?: ReactNode;
  /** Stands below it. */
  readonly children?: ReactNode;
}

const NONE: readonly never[] = [];

export function LabBench(props: LabBenchProps) {
  const { frame, width, lab, played, lanes, versionOf, onReset, knobs, stage, sessions, figures, notice, above, children } = props;
  const { tabLabels = {}, steps, compare, follow } = props;
  const t = useTranslations('lab.state');
  const { playback, shared, view, problem } = played;
  const { state, failure } = lab.run;
  const result = props.shown ?? lab.run.result;
  const { selected, previous, next, choose, goTo } = usePacketChoice(playback, view, lanes, finishedRuns);
  useResetShortcut(frame, onReset);
  const { clients = NONE, programs = NONE } = result?.scenario ?? lab.scenario;
  const printing = useMemo(() => programs.map(({ name }) => name), [programs]);
  const everybody = useMemo(() => [...clients, ...programs], [clients, programs]);
  return (
    <div ref={frame} className={styles.lab}>
      <LaboratoryDown onRestarted={() => lab.start()} />
      {state === 'failed' && failure !== null && <Failed failure={failure} onAgain={() => lab.start()} />}
      {above}
      <Bench playback={shared}>
        <Arrangement
          width={width}
          knobs={knobs}
          stage={
            <>
              {stage({ playback, view, brokerVersion: result?.brokerVersion ?? null, selected, onSelect: choose })}
              {problem !== null && <Notice kind="problem">{t('viewProblem')}</Notice>}
            </>
          }
          timeBar={<TimeBar playback={shared} lossInstants={props.lossInstants ?? result?.lossInstants ?? NONE} />}
          steps={steps}
          compare={compare}
          follow={follow}
          runButton={<RunButton lab={lab} />}
          sessions={sessions}
          figures={figures}
          wire={<Ladder lanes={lanes} clients={everybody} playback={playback} view={view} selected={selected} onSelect={choose} />}
          packet={
            <Inspector packet={selected} version={versionOf(selected?.client ?? null)} previous={previous} next={next} onSelect={goTo} />
          }
          log={<BrokerLog view={view} />}
          {...(printing.length > 0 ? { serial: <SerialMonitor view={view} programs={printing} /> } : {})}
          notice={notice}
          tabLabels={tabLabels}
        />
      </Bench>
      {children}
    </div>
  );
}
