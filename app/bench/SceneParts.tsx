// The things on the stage that stand still: device, session drawers, subscriber. They show what stands in the run at the playhead, nothing else.
import { useTranslations } from 'use-intl';
import type { ClientState, DeviceFigures, QoS } from '#simulations';
import type { BenchLane } from './benchLane.ts';
import { shapePath } from './packetShape.ts';
import styles from './Stage.module.css';
import { type Box, shorten } from './stageGeometry.ts';

/** Mean widths of letters, for shortening: 12 px monospaced and 13 px sans. Pixels. */
const MONO_LETTER = 7.3;
const SANS_LETTER = 7;

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
  const middle = box.width / 2;
  const inFlight = state?.inFlight ?? 0;
  const barWidth = box.width - 28;
  return (
    <g transform={`translate(${box.x} ${box.y})`}>
      <rect className={styles.party} width={box.width} height={box.height} rx={8} />
      <path className={styles.pins} d={`M${middle - 31} 16h-5m5 7h-5m5 7h-5M${middle + 31} 16h5m-5 7h5m-5 7h5`} />
      <rect className={styles.chip} x={middle - 31} y={10} width={62} height={27} rx={3} />
      <text className={styles.chipText} x={middle} y={28}>
        {t('chip')}
      </text>
      <circle className={asleep ? styles.ledOff : styles.ledOn} cx={14} cy={16} r={4.5} />
      <QosMark qos={lane.qos} x={box.width - 15} y={16} />
      <text className={styles.name} x={middle} y={56}>
        {shorten(lane.device, box.width - 10, SANS_LETTER)}
      </text>
      <text className={styles.second} x={middle} y={72}>
        {asleep ? t('power', { state: power ?? 'off' }) : t('thinks', { belief })}
      </text>
      <text className={styles.second} x={middle} y={88}>
        {t('sent', { sent: figures?.sent ?? 0, of: lane.messages })}
      </text>
      <text className={styles.second} x={middle} y={104}>
        {lane.qos === 0 ? t('keepsNothing') : t('inFlight', { count: inFlight, limit: lane.inFlightLimit })}
      </text>
      {lane.qos !== 0 && (
        <>
          <rect className={styles.bufferRoom} x={14} y={110} width={barWidth} height={5} rx={2.5} />
          <rect
            className={styles[`qos${lane.qos}`]}
            x={14}
            y={110}
            width={barWidth * Math.min(1, inFlight / lane.inFlightLimit)}
            height={5}
            rx={2.5}
          />
        </>
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
      <text className={styles.clientId} x={box.x + 8} y={middle - 4}>
        {shorten(clientId, box.width - 14, MONO_LETTER)}
      </text>
      <text className={styles.session} x={box.x + 8} y={middle + 13}>
        {t('session', { served: String(served) })}
      </text>
    </g>
  );
}

export interface SubscriberPartProps {
  readonly box: Box;
  readonly name: string;
  readonly figures: DeviceFigures | undefined;
}

export function SubscriberPart({ box, name, figures }: SubscriberPartProps) {
  const t = useTranslations('bench.stage');
  const middle = box.width / 2;
  const lost = figures?.lost ?? 0;
  const top = (box.height - 84) / 2;
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
    </g>
  );
}
