// The stage: devices, links, the one broker and the subscribers, with each packet where it is at the playhead. A picture for the eye; the summary and the
// ladder's list say the same in words. It shows events and figures of a run and decides nothing itself.
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PacketSent } from '#simulations';
import type { RunView } from '#simulations/worker';
import { useWidth } from '../ui/useWidth.ts';
import type { BenchLane } from './benchLane.ts';
import { flightsOf } from './flights.ts';
import { FASTEST_FLIGHT_SPEED } from './playbackState.ts';
import { Scenery } from './Scenery.tsx';
import styles from './Stage.module.css';
import { StageSummary } from './StageSummary.tsx';
import { StepCounts } from './StepCounts.tsx';
import { stageGeometry } from './stageGeometry.ts';
import { linksOf, TrafficLayer } from './TrafficLayer.tsx';
import type { Playback } from './usePlayback.ts';

/** Wall time that a duplicate is pointed out, at any speed. Milliseconds. */
const NOTE_STAYS_MS = 1_500;

export interface StageProps {
  /** At least one. Before a run: as the scenario at the knobs has them. */
  readonly lanes: readonly BenchLane[];
  readonly playback: Playback;
  /** `null` before a run. */
  readonly view: RunView | null;
  /** Upstream's version of the broker; `null` before a run. */
  readonly brokerVersion: string | null;
  /** The packet that is looked at. */
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

export function Stage({ lanes, playback, view, brokerVersion, selected, onSelect }: StageProps) {
  const t = useTranslations('bench.stage');
  const [frame, width] = useWidth<HTMLDivElement>();
  const geometry = useMemo(() => stageGeometry(width, lanes.length), [width, lanes.length]);
  const links = useMemo(() => linksOf(lanes, geometry), [lanes, geometry]);
  const events = view?.events ?? null;
  const flights = useMemo(() => flightsOf(events ?? []), [events]);
  const tell = useCallback(
    ({ figures }: RunView) =>
      figures
        .map(({ qos, sent, delivered, duplicates, lost, packets, packetsLost }) =>
          t('summary.lane', { qos, sent, delivered, duplicates, lost, packets, packetsLost }),
        )
        .join(' '),
    [t],
  );
  const fast = playback.speed > FASTEST_FLIGHT_SPEED;
  const size = { width: geometry.width, height: geometry.height, viewBox: `0 0 ${geometry.width} ${geometry.height}` };
  return (
    <section ref={frame} className={styles.stage} aria-label={t('label')}>
      {/* Two layers: what moves is painted without what stands still. */}
      <div className={styles.layers}>
        <svg {...size} className={styles.drawing} aria-hidden="true">
          <Scenery
            geometry={geometry}
            lanes={lanes}
            view={view}
            brokerVersion={brokerVersion}
            noteStays={fast ? 0 : NOTE_STAYS_MS * 1_000 * playback.speed}
          />
        </svg>
        <svg {...size} className={`${styles.drawing} ${styles.traffic}`} aria-hidden="true">
          {fast ? (
            <StepCounts lanes={lanes} geometry={geometry} view={view} />
          ) : (
            <TrafficLayer
              flights={flights}
              links={links}
              upright={geometry.orientation === 'upright'}
              playback={playback}
              selected={selected}
              onSelect={onSelect}
            />
          )}
        </svg>
      </div>
      {view === null && <p className={styles.hint}>{t('hint')}</p>}
      <StageSummary playing={playback.playing} view={view} tell={tell} />
    </section>
  );
}
