// Run and Stop, how far the run is, what stands in its way, and where it was cut. For one run, or for several that are run together.
import { useTranslations } from 'use-intl';
import { type FleetScenario, type FleetUpdate, type Problem, roughTabBytes } from '#simulations';
import { InputButtons } from '../calculator/InputButtons.tsx';
import { writeDecimalBytes } from '../calculator/writeBothBytes.ts';
import { writeDuration } from '../calculator/writeDuration.ts';
import { Failed } from '../lab/Failed.tsx';
import { LaboratoryDown } from '../lab/LaboratoryDown.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './RunFleet.module.css';
import type { FleetRun } from './useFleetRun.ts';

/** From here on it is told before the run what it takes. Bytes. */
const LARGE = 500_000_000;

export interface RunFleetProps {
  readonly runs: readonly FleetRun<FleetScenario>[];
  readonly onReset: () => void;
  readonly link: () => string;
  /** How each of several runs is called, so that it is said which one is under way. */
  readonly names?: readonly string[];
}

export function RunFleet({ runs, onReset, link, names = [] }: RunFleetProps) {
  const t = useTranslations('fleet.run');
  const words = useRunWords();
  const underWay = runs.find(({ run }) => run.state === 'running');
  const running = underWay !== undefined;
  const name = underWay === undefined ? undefined : names[runs.indexOf(underWay)];
  const told = words(underWay ?? runs[0]);
  const isBlocked = runs.some(({ problems }) => problems.length > 0);
  const failure = runs.find(({ run }) => run.state === 'failed')?.run.failure ?? null;
  const needed = isBlocked ? 0 : Math.max(...runs.map(({ scenario }) => roughTabBytes(scenario)));
  const start = () => {
    for (const run of runs) run.start();
  };
  const stop = () => {
    for (const run of runs) run.stop();
  };
  return (
    <>
      <div className={styles.reach}>
        {running ? (
          <Button onClick={stop}>{t('stop')}</Button>
        ) : (
          <Button kind="primary" onClick={start} disabled={isBlocked}>
            {t('run')}
          </Button>
        )}
        {underWay !== undefined && (
          <progress className={styles.progress} aria-label={t('progress')} max={1} value={shareOf(underWay.run.update)} />
        )}
      </div>
      <div className={styles.after}>
        <p className={styles.state} role="status">
          {name === undefined || told === null ? told : t('of', { name, words: told })}
        </p>
        <Problems problems={runs.flatMap(({ problems }) => problems)} />
        {!running && !isBlocked && runs.some(({ isStale }) => isStale) && <Notice announce="polite">{t('stale')}</Notice>}
        {!running && needed >= LARGE && <Notice announce="polite">{t('large', { needed: writeDecimalBytes(needed, 2) })}</Notice>}
        {failure !== null && <Failed failure={failure} onAgain={start} />}
        <LaboratoryDown onRestarted={start} />
        <InputButtons reset={onReset} link={link} />
      </div>
    </>
  );
}

/** The setting up is a third of the way, the storm or the rest what remains. */
function shareOf(update: FleetUpdate | null): number {
  if (update === null) return 0;
  const parts = { sessions: [0, 0.1], messages: [0.1, 0.3], restart: [0.4, 0.1], storm: [0.5, 0.5], rest: [0.2, 0.8] } as const;
  const [from, length] = parts[update.phase];
  return from + length * update.done;
}

function useRunWords(): (run: FleetRun<FleetScenario> | undefined) => string | null {
  const t = useTranslations('fleet.run');
  return (fleet) => {
    if (fleet === undefined) return null;
    const { state, update, result } = fleet.run;
    if (state === 'running') {
      if (update === null) return t('starting');
      const { phase, done, nowMs, back, attempts, delivered } = update;
      return t(`phases.${phase}`, { percent: Math.round(done * 100), now: writeDuration(nowMs / 1_000), back, attempts, delivered });
    }
    if (state === 'cancelled') return t(result === null ? 'stoppedFirst' : 'stopped');
    if (result === null) return null;
    return t('finished', {
      seed: String(result.scenario.seed),
      version: result.brokerVersion,
      lasted: writeDuration(result.endsAtMs / 1_000),
    });
  };
}

/** Where in the knobs a problem is: by the end of its path. */
const FIELDS = { devices: 'devices', capMs: 'cap', queuedEach: 'queued', payloadBytes: 'payload' } as const;

export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useTranslations('fleet');
  if (problems.length === 0) return null;
  const lines = new Map(problems.map((one) => [`${one.path} ${one.problem}`, one]));
  return (
    <Notice kind="problem" announce="polite" title={t('problems.title')}>
      <ul className={styles.problems}>
        {[...lines].map(([key, { path, problem }]) => {
          const known = FIELDS[(path.split('.').at(-1) ?? '') as keyof typeof FIELDS];
          return <li key={key}>{t('problems.at', { field: known === undefined ? path : t(`fields.${known}`), problem })}</li>;
        })}
      </ul>
    </Notice>
  );
}
