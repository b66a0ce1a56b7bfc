// The packet ladder: who sent what to whom and when, around the playhead, as a picture or as a list of sentences.
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PacketSent, QoS } from '#simulations';
import type { RunView } from '#simulations/worker';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { useWidth } from '../ui/useWidth.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { clientsOf, type LadderLane } from './benchLane.ts';
import styles from './Ladder.module.css';
import { type LadderClient, LadderPairChoice, type LadderPairNames, ToldClientChoice } from './LadderClients.tsx';
import { ResentMark } from './LadderLanes.tsx';
import { LadderList } from './LadderList.tsx';
import { LadderPicture } from './LadderPicture.tsx';
import { ladderPackets, repeatedDeliveries, resentSegments } from './ladderEvents.ts';
import type { Half } from './ladderLayout.ts';
import { shapePath } from './packetShape.ts';
import type { Playback } from './usePlayback.ts';

/** Below this the ladder shows two lanes at a time. Pixels. */
const NARROWEST_WITH_THREE_LANES = 520;
const HEIGHT = 420;
const ALL = 'all';

export interface LadderProps {
  readonly lanes: readonly LadderLane[];
  /** All clients of the run: where they are more than two and no levels name the lanes, any two may stand there, and the list tells of all. Must stay the same list. */
  readonly clients?: readonly LadderClient[];
  readonly playback: Playback;
  /** `null` before a run. */
  readonly view: RunView | null;
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

function LevelLabel({ qos, narrow }: { readonly qos: QoS; readonly narrow: boolean }) {
  const t = useTranslations('bench.ladder');
  return (
    <>
      <svg className={styles.mark} viewBox="-8 -8 16 16" aria-hidden="true">
        <path className={styles[`qos${qos}`]} d={shapePath(qos, 6)} />
      </svg>
      {narrow ? (
        <>
          <VisuallyHidden>{t('qos', { qos })}</VisuallyHidden>
          <span aria-hidden="true">{qos}</span>
        </>
      ) : (
        t('qos', { qos })
      )}
    </>
  );
}

/** The lane of the two that were chosen; those given while nothing was, or while one of the two is no longer there. */
function laneOfPair(clients: readonly LadderClient[], pair: LadderPairNames | null): LadderLane | null {
  const left = clients.find(({ name }) => name === pair?.left);
  const right = clients.find(({ name }) => name === pair?.right);
  if (left === undefined || right === undefined) return null;
  return { device: left.name, qos: null, link: left.link, subscriber: { name: right.name } };
}

const NOBODY: readonly LadderClient[] = [];

export function Ladder({ lanes: given, clients = NOBODY, playback, view, selected, onSelect }: LadderProps) {
  const t = useTranslations('bench.ladder');
  const [box, width] = useWidth<HTMLDivElement>();
  const [form, setForm] = useState<'picture' | 'list'>('picture');
  const [half, setHalf] = useState<Half>('device');
  const [chosen, setChosen] = useState<string | null>(null);
  const [pair, setPair] = useState<LadderPairNames | null>(null);
  const [about, setAbout] = useState<string | null>(null);
  // Several lanes that stand for levels are the lab's; among clients the learner chooses.
  const named = given.length === 1 || given.every(({ qos }) => qos === null);
  const free = clients.length > 2 && given.length > 0 && named && given.every(({ subscriber }) => subscriber !== null);
  const lanes = useMemo(() => {
    if (!free) return given;
    const lane = laneOfPair(clients, pair);
    return lane === null ? given.slice(0, 1) : [lane];
  }, [free, clients, pair, given]);

  // QoS 1 is where most is to be seen; a lane that is gone falls back.
  const standard = lanes.find(({ qos }) => qos === 1) ?? lanes[0];
  const level = chosen === ALL || lanes.some(({ device }) => device === chosen) ? chosen : (standard?.device ?? null);
  const shownLanes = useMemo(() => (level === ALL ? lanes : lanes.filter(({ device }) => device === level)), [lanes, level]);
  const events = view?.events ?? null;
  const packets = useMemo(() => ladderPackets(events ?? [], shownLanes), [events, shownLanes]);
  const repeats = useMemo(() => repeatedDeliveries(events ?? [], shownLanes), [events, shownLanes]);
  const resends = useMemo(() => resentSegments(events ?? [], shownLanes), [events, shownLanes]);
  const [first] = shownLanes;
  const narrow = width < NARROWEST_WITH_THREE_LANES;
  const byName = shownLanes.some(({ qos }) => qos === null);
  const twoSided = shownLanes.some(({ subscriber }) => subscriber !== null);
  const single = shownLanes.length === 1 && first !== undefined;
  const laneNames = useMemo(
    () => ({
      device: single ? first.device : t('devices'),
      broker: t('broker'),
      subscriber: single ? (first.subscriber?.name ?? '') : t('subscribers'),
    }),
    [single, first, t],
  );

  const told = useMemo(() => {
    if (!free) return shownLanes.flatMap(clientsOf);
    return clients.some(({ name }) => name === about) && about !== null ? [about] : null;
  }, [free, shownLanes, clients, about]);

  return (
    <div ref={box} className={styles.ladder}>
      <div className={styles.choices}>
        {free && form === 'picture' && (
          <LadderPairChoice clients={clients} pair={{ left: laneNames.device, right: laneNames.subscriber }} onChange={setPair} />
        )}
        {free && form === 'list' && <ToldClientChoice clients={clients} about={told?.[0] ?? null} onChange={setAbout} />}
        {lanes.length > 1 && (
          <SegmentedControl
            label={t('level')}
            hideLabel
            className={narrow ? styles.levelNarrow : styles.level}
            value={level}
            onChange={setChosen}
            options={[
              ...lanes.map(({ device, qos }) => ({
                value: device,
                label: qos === null ? device : <LevelLabel qos={qos} narrow={narrow} />,
              })),
              { value: ALL, label: t('all') },
            ]}
          />
        )}
        {narrow && form === 'picture' && twoSided && (
          <SegmentedControl
            label={t('half')}
            hideLabel
            className={styles.half}
            value={half}
            onChange={setHalf}
            options={[
              { value: 'device', label: byName ? t('halfNamed', { client: laneNames.device }) : t('halfOf.device') },
              { value: 'subscriber', label: byName ? t('halfNamed', { client: laneNames.subscriber }) : t('halfOf.subscriber') },
            ]}
          />
        )}
        <SegmentedControl
          label={t('form')}
          hideLabel
          className={styles.form}
          value={form}
          onChange={setForm}
          options={[
            { value: 'picture', label: t('picture') },
            { value: 'list', label: t('list') },
          ]}
        />
      </div>
      {view !== null && form === 'picture' && shownLanes.some(({ link }) => link.transport === 'tcp') && (
        <p className={styles.legend}>
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <ResentMark x={0} y={0} />
          </svg>
          {t('resent')}
        </p>
      )}
      {view === null ? (
        <p className={styles.empty}>{t('empty')}</p>
      ) : form === 'picture' ? (
        <LadderPicture
          packets={packets}
          repeats={repeats}
          resends={resends}
          playback={playback}
          width={width}
          height={HEIGHT}
          halves={!twoSided ? 'device' : narrow ? half : 'both'}
          typicalDelay={Math.max(1_000, ...shownLanes.map(({ link }) => (link.delayMs + link.jitterMs / 2) * 1_000))}
          laneNames={laneNames}
          selected={selected}
          onSelect={onSelect}
        />
      ) : (
        <LadderList events={view.events} clients={told} playback={playback} height={HEIGHT} selected={selected} onSelect={onSelect} />
      )}
    </div>
  );
}
