// What came out, up to the playhead: the matrix of nine pairs, the same on lossy links, or what the controller did. Read from the whole run, so that it fills while the
// run is played.
import { type ReactNode, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type Microseconds, toSeconds } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { useWholeRun } from '../../lab/useWholeRun.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ChanceMatrix } from './ChanceMatrix.tsx';
import { chancesAt } from './chances.ts';
import styles from './Matrix.module.css';
import { Matrix } from './Matrix.tsx';
import { pairsAt, tallyOf } from './pairs.ts';
import { StopFigures } from './StopFigures.tsx';
import { type Scene, sceneOf } from './scene.ts';

/** The laboratory hands out no more of a run at a time; the earlier ones are missing then. */
const MOST_EVENTS = 4_000;

interface PartProps {
  readonly result: RunResult;
  /** The view of the whole run. */
  readonly run: RunView;
  readonly at: Microseconds;
}

const PARTS: Readonly<Record<Scene, (props: PartProps) => ReactNode>> = {
  matrix: Pairs,
  chance: Chances,
  stop: ({ run, at }) => <StopFigures run={run} at={at} />,
};

export function Figures({ result, view }: OutcomePartProps) {
  const t = useTranslations('effectiveQos.figures');
  const format = useFormatter();
  const run = useWholeRun(result);
  const at = view?.at ?? null;
  const scene = result === null ? 'matrix' : sceneOf(result.scenario);
  const Part = PARTS[scene];
  return (
    <Panel
      title={t(`title.${scene}`)}
      aside={at === null ? undefined : t('at', { seconds: format.number(toSeconds(at), { maximumFractionDigits: 1 }) })}
    >
      {result === null || run === null || at === null ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <>
          <Part result={result} run={run} at={at} />
          {run.events.length >= MOST_EVENTS && <Notice kind="problem">{t('tooMany')}</Notice>}
        </>
      )}
    </Panel>
  );
}

function Pairs({ result, run, at }: PartProps) {
  const t = useTranslations('effectiveQos.figures');
  const over = at >= result.endsAt;
  const pairs = useMemo(() => pairsAt(run, at), [run, at]);
  const { once, repeated, missing } = tallyOf(pairs);
  const counts = { once: once.length, repeated: repeated.length, missing: missing.length, over: String(over) };
  return (
    <>
      <p className={styles.tally}>{t('tally', counts)}</p>
      <Matrix pairs={pairs} over={over} />
      <p className={styles.key}>{t('key')}</p>
    </>
  );
}

function Chances({ result, run, at }: PartProps) {
  const t = useTranslations('effectiveQos.chance');
  const chances = useMemo(() => chancesAt(run, at, result.scenario), [run, at, result]);
  return (
    <>
      <p className={styles.tally}>{t('messages', { count: chances[0]?.messages ?? 0 })}</p>
      <ChanceMatrix chances={chances} over={at >= result.endsAt} />
      <p className={styles.key}>{t('key')}</p>
    </>
  );
}
