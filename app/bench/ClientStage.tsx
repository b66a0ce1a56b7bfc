// The stage of a scripted run: its clients, their links, and the broker with the sessions that it remembers, with each packet where it is at the playhead.
// A picture for the eye; the summary, the session table and the ladder's list say the same in words.
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PacketSent } from '#simulations';
import type { RunView } from '#simulations/worker';
import { useWidth } from '../ui/useWidth.ts';
import { type BenchCast, drawersOf, MOST_CLIENTS } from './benchClients.ts';
import { ClientScenery } from './ClientScenery.tsx';
import { clientGeometry, type StageNeeds } from './clientGeometry.ts';
import { flightsOf } from './flights.ts';
import { FASTEST_FLIGHT_SPEED } from './playbackState.ts';
import styles from './Stage.module.css';
import { StageSummary } from './StageSummary.tsx';
import { StageSwitches } from './StageSwitches.tsx';
import type { LinkLine } from './stageGeometry.ts';
import { type StageSwitching, switchesOf } from './stageSwitching.ts';
import { TrafficLayer } from './TrafficLayer.tsx';
import type { Playback } from './usePlayback.ts';

/** Runs of sessions are long and their packets short: each stays to be seen this long after it has arrived. Milliseconds of wall time. */
const ARRIVALS_STAY_MS = 450;

export interface ClientStageProps {
  readonly cast: BenchCast;
  /** Left out where the stage is only looked at. */
  readonly switches?: StageSwitching;
  /** Where there are several stages: what the summary of this one begins with. */
  readonly whose?: string | undefined;
  readonly playback: Playback;
  /** `null` before a run. */
  readonly view: RunView | null;
  readonly brokerVersion: string | null;
  /** The packet that is looked at. */
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

function needsOf(cast: BenchCast, switched: boolean): StageNeeds {
  const { clients } = cast;
  const programs = clients.flatMap(({ program }) => (program === null ? [] : [program]));
  return {
    clients: clients.length,
    drawers: drawersOf(cast),
    moreLines: (programs.length > 0 ? 1 : 0) + (programs.some(({ buffers }) => buffers) ? 1 : 0),
    switches: switched ? Math.max(0, ...clients.map((client) => switchesOf(client).length)) : 0,
  };
}

export function ClientStage({ cast, switches, whose, playback, view, brokerVersion, selected, onSelect }: ClientStageProps) {
  const t = useTranslations('bench.stage');
  const [frame, width] = useWidth<HTMLDivElement>();
  const switched = switches !== undefined;
  const geometry = useMemo(() => clientGeometry(width, needsOf(cast, switched)), [width, cast, switched]);
  const links = useMemo(() => {
    const places = new Map<string, LinkLine>();
    cast.clients.forEach(({ name }, index) => {
      const place = geometry.clients[index];
      if (place !== undefined) places.set(name, place.link);
    });
    return places;
  }, [cast, geometry]);
  const events = view?.events ?? null;
  const flights = useMemo(() => flightsOf(events ?? []), [events]);
  const fast = playback.speed > FASTEST_FLIGHT_SPEED;
  const size = { width: geometry.width, height: geometry.height, viewBox: `0 0 ${geometry.width} ${geometry.height}` };
  const tell = useCallback(
    ({ clients, broker }: RunView) => {
      const known = clients.filter(({ client }) => cast.clients.some(({ name }) => name === client));
      const beliefs = known.map(({ client, connection, received }) =>
        t('summary.client', { client, belief: t('belief', { belief: connection ?? 'none' }), received }),
      );
      const first = whose === undefined ? [] : [`${whose}:`];
      return [...first, ...beliefs, t('summary.broker', { up: String(broker.up), sessions: broker.sessions.length })].join(' ');
    },
    [cast, whose, t],
  );
  return (
    <section ref={frame} className={styles.stage} aria-label={t('clientsLabel')}>
      <div className={styles.layers}>
        <svg {...size} className={styles.drawing} aria-hidden="true">
          <ClientScenery geometry={geometry} cast={cast} view={view} brokerVersion={brokerVersion} />
        </svg>
        <svg {...size} className={`${styles.drawing} ${styles.traffic}`} aria-hidden="true">
          {!fast && (
            <TrafficLayer
              flights={flights}
              links={links}
              upright={geometry.orientation === 'upright'}
              arrivalsStayMs={ARRIVALS_STAY_MS}
              playback={playback}
              selected={selected}
              onSelect={onSelect}
            />
          )}
        </svg>
        {switches && <StageSwitches geometry={geometry} cast={cast} view={view} switching={switches} />}
      </div>
      {view === null && <p className={styles.hint}>{t('clientsHint')}</p>}
      {cast.unseen > 0 && <p className={styles.hint}>{t('unseen', { most: MOST_CLIENTS, count: cast.unseen })}</p>}
      {fast && <p className={styles.hint}>{t('tooFast', { speed: FASTEST_FLIGHT_SPEED })}</p>}
      <StageSummary playing={playback.playing} view={view} tell={tell} />
    </section>
  );
}
