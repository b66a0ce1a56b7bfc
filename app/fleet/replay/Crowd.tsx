// The devices of one run at an instant.
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ATTEMPT_OUTCOMES, type StormResult } from '#simulations';
import { writeDuration } from '../../calculator/writeDuration.ts';
import { useThemeChange } from '../../charts/useThemeChange.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { OUTCOME_LOOKS, OUTCOMES_DRAWN } from '../outcomeLooks.ts';
import { backBy, crowdOf } from './crowd.ts';
import { crowdShape } from './crowdLayout.ts';
import { drawCrowd, LINES } from './drawCrowd.ts';
import styles from './replay.module.css';

export interface CrowdProps {
  readonly result: StormResult;
  /** Where there are several. */
  readonly name?: string;
  /** Seconds. */
  readonly at: number;
  /** The same in words. */
  readonly now: string;
  /** A failure is shown for so long. Seconds. */
  readonly memory: number;
}

export function Crowd({ result, name, at, now, memory }: CrowdProps) {
  const t = useTranslations('fleet');
  const [box, width] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChange();
  const crowd = useMemo(() => crowdOf(result), [result]);
  const shape = useMemo(() => crowdShape(width, crowd.size), [width, crowd.size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours and the screen's pixels are looked up while drawing.
  useEffect(() => {
    if (canvas.current !== null) drawCrowd(canvas.current, { crowd, shape, width, at, memory });
  }, [crowd, shape, width, at, memory, theme]);
  const { devices } = result.scenario.sessions;
  const said = t('replay.back', { now, back: backBy(result, at), devices });
  return (
    <div ref={box} className={styles.crowd}>
      {name !== undefined && <p className={styles.name}>{name}</p>}
      <p className={styles.said}>{said}</p>
      <canvas
        ref={canvas}
        className={styles.canvas}
        style={{ width, height: shape.height }}
        role="img"
        aria-label={name === undefined ? said : `${name}: ${said}`}
      />
      {at > crowd.knownUntil && (
        <p className={styles.remark}>{t('replay.unknown', { until: writeDuration(Math.floor(crowd.knownUntil)) })}</p>
      )}
    </div>
  );
}

/** What the marks mean: of those that any of the runs has. */
export function CrowdKey({ results }: { readonly results: readonly StormResult[] }) {
  const t = useTranslations('fleet');
  const met = new Set(results.flatMap(({ raster }) => [...new Set(raster.outcome)].map((outcome) => ATTEMPT_OUTCOMES[outcome])));
  const lines = results.some(({ gaveUp }) => gaveUp > 0) ? (['waiting', 'gaveUp'] as const) : (['waiting'] as const);
  return (
    <ul className={styles.key}>
      {lines.map((state) => (
        <li key={state}>
          <svg className={styles.line} viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
            <path d={LINES[state](4)} />
          </svg>{' '}
          {t(`replay.${state}`)}
        </li>
      ))}
      {OUTCOMES_DRAWN.filter((outcome) => met.has(outcome)).map((outcome) => (
        <li key={outcome}>
          <Mark {...OUTCOME_LOOKS[outcome]} /> {t(outcome === 'accepted' ? 'replay.accepted' : `outcomes.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}
