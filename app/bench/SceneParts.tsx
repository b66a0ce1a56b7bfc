// The things on the stage that stand still: device, session drawers, subscriber. They show what stands in the run at the playhead, nothing else.
import { useTranslations } from 'use-intl';
import type { ClientState, DeviceFigures, QoS } from '#simulations';
import type { BenchLane } from './benchLane.ts';
import { shapePath } from './packetShape.ts';
import styles from './Stage.module.css';
import { type Box, fitting, shorten } from './stageGeometry.ts';

/** Mean widths of letters, for shortening: 12 px monospaced and 13 px sans. Pixels. */
const MONO_LETTER = 7.3;
const SANS_LETTER = 7;
/** Below this `thinks: connected` takes two lines. Pixels. */
const NARROW_PARTY = 130;
/** Below this LED and QoS mark move towards the edges. Pixels. */
const TIGHT_PARTY = 102;

export function QosMark({ qos, x, y }: { readonly qos: QoS; readonly x: number; readonly y: number }) {
  return <path className={styles[`qos${qos}`]} d={shapePath(qos, 6)} transform={`translate(${x} ${y})`} />;
}

function beliefOf(state: ClientState | undefined): {
  readonly asleep: boolean;
  readonly power: ClientState['power'];
  readonly belief: string;
} {
  const power = state?.power ?? null;
  return { asleep: power !== 'listen', power, belief: state?.connection ?? 'disconnected' };
}

export interface DevicePartProps {
  readonly box: Box;
  readonly lane: BenchLane;
  readonly state: ClientState | undefined;
  readonly figures: DeviceFigures | undefined;
}

export function DevicePart({ box, lane, state, figures }: DevicePartProps) {
  const t = useTranslations('bench.stage');
  const { asleep, power, belief } = beliefOf(state);
  const narrow = box.width < NARROW_PARTY;
  const tight = box.width < TIGHT_PARTY;
  const middle = box.width / 2;
  const chip = tight ? 23 : narrow ? 25 : 31;
  const corner = tight ? 7 : narrow ? 11 : 15;
  const inFlight = state?.inFlight ?? 0;
  const barWidth = box.width - 28;
  const thought = t('belief', { belief });
  const sent = { sent: figures?.sent ?? 0, of: lane.messages };
  const waiting = { count: inFlight, limit: lane.inFlightLimit };
  const lines = [
    ...(asleep ? [t('power', { state: power ?? 'off' })] : narrow ? [t('thinksThat'), thought] : [t('thinks', { thought })]),
    fitting(box.width, t('sent', sent), t('sentTight', sent)),
    lane.qos === 0
      ? fitting(box.width, t('keepsNothing'), t('keepsNothingTight'))
      : fitting(box.width, t('inFlight', waiting), t('inFlightTight', waiting)),
  ];
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <rect className={styles.party} width={box.width} height={box.height} rx={8} />
      <path className={styles.pins} d={`M${middle - chip} 16h-4m4 7h-4m4 7h-4M${middle + chip} 16h4m-4 7h4m-4 7h4`} />
      <rect className={styles.chip} x={middle - chip} y={10} width={2 * chip} height={27} rx={3} />
      <text className={styles.chipText} x={middle} y={28}>
        {t('chip')}
      </text>
      <circle className={asleep ? styles.ledOff : styles.ledOn} cx={corner} cy={16} r={4.5} />
      <QosMark qos={lane.qos} x={box.width - corner} y={16} />
      <text className={styles.name} x={middle} y={55}>
        {shorten(lane.device, box.width - 10, SANS_LETTER)}
      </text>
      {lines.map((line, index) => (
        <text key={line} className={styles.second} x={middle} y={71 + index * 16}>
          {line}
        </text>
      ))}
      {lane.qos !== 0 && (
        <g transform={`translate(14 ${box.height - 12})`}>
          <rect className={styles.bufferRoom} width={barWidth} height={5} rx={2.5} />
          <rect className={styles[`qos${lane.qos}`]} width={barWidth * Math.min(1, inFlight / lane.inFlightLimit)} height={5} rx={2.5} />
        </g>
      )}
    </g>
  );
}

export interface DrawerPartProps {
  readonly box: Box;
  readonly clientId: string;
  readonly state: ClientState | undefined;
}

/** One session at the broker: filled while the broker serves the client; dashed where the client believes otherwise. */
export function DrawerPart({ box, clientId, state }: DrawerPartProps) {
  const t = useTranslations('bench.stage');
  const served = state?.served ?? false;
  const believes = state?.connection === 'connected';
  const middle = box.y + box.height / 2;
  const inset = box.width < NARROW_PARTY ? 5 : 9;
  return (
    <g>
      <rect
        className={served ? styles.drawerOpen : styles.drawer}
        data-differs={served !== believes || undefined}
        x={box.x}
        y={box.y}
        width={box.width}
        height={box.height}
        rx={5}
      />
      <text className={styles.clientId} x={box.x + inset} y={middle - 4}>
        {shorten(clientId, box.width - 2 * inset, MONO_LETTER)}
      </text>
      <text className={styles.session} x={box.x + inset} y={middle + 13}>
        {t('session', { served: String(served) })}
      </text>
    </g>
  );
}

export interface SubscriberPartProps {
  readonly box: Box;
  readonly name: string;
  readonly qos: QoS;
  readonly figures: DeviceFigures | undefined;
  /** Number of a message that it was just given once more. */
  readonly again: number | null;
}

export function SubscriberPart({ box, name, qos, figures, again }: SubscriberPartProps) {
  const t = useTranslations('bench.stage');
  const middle = box.width / 2;
  const lost = figures?.lost ?? 0;
  const top = (box.height - 100) / 2;
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <rect className={styles.party} width={box.width} height={box.height} rx={8} />
      <text className={styles.name} x={middle} y={top + 14}>
        {shorten(name, box.width - 10, SANS_LETTER)}
      </text>
      <text className={styles.big} x={middle} y={top + 38}>
        {t('delivered', { count: figures?.delivered ?? 0 })}
      </text>
      <text className={styles.second} x={middle} y={top + 53}>
        {t('deliveredLabel')}
      </text>
      <text className={styles.second} x={middle} y={top + 68}>
        {t('duplicates', { count: figures?.duplicates ?? 0 })}
      </text>
      <text className={lost > 0 ? styles.lossText : styles.second} x={middle} y={top + 83}>
        {t('lost', { count: lost })}
      </text>
      {again !== null && (
        <>
          <rect className={`${styles[`qos${qos}`]} ${styles.ring}`} width={box.width} height={box.height} rx={8} />
          <text className={`${styles.note} ${styles[`qos${qos}`]}`} x={middle} y={top + 98}>
            {fitting(box.width, t('again', { message: again }), t('againTight', { message: again }))}
          </text>
        </>
      )}
    </g>
  );
}
