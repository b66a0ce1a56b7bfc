// All of the stage but the packets: broker, lanes, links with their delay and loss. Drawn anew a few times a second at most.
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DeviceFigures, LinkScenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import type { BenchLane } from './benchLane.ts';
import { DevicePart, DrawerPart, SubscriberPart } from './SceneParts.tsx';
import styles from './Stage.module.css';
import { fitting, type LinkLine, lengthOf, type StageGeometry } from './stageGeometry.ts';

interface LinkPartProps {
  readonly line: LinkLine;
  readonly link: LinkScenario;
  /** Width that its words may take. Pixels. */
  readonly room: number;
  /** Of the device whose link it is. */
  readonly figures?: DeviceFigures | undefined;
}

function LinkPart({ line: { client, broker }, link, room, figures }: LinkPartProps) {
  const t = useTranslations('bench.stage');
  const format = useFormatter();
  const upright = client.x === broker.x;
  const x = (client.x + broker.x) / 2;
  const low = Math.min(client.y, broker.y);
  const [settingY, figureY] = upright ? [low + 17, Math.max(client.y, broker.y) - 8] : [low - 44, low + 54];
  const setting = { delay: link.delayMs, loss: format.number(link.lossRatio, { style: 'percent', maximumFractionDigits: 1 }) };
  const vanished = { lost: figures?.packetsLost ?? 0, packets: figures?.packets ?? 0 };
  return (
    <g>
      <line className={styles.link} x1={client.x} y1={client.y} x2={broker.x} y2={broker.y} />
      <text className={styles.linkText} x={x} y={settingY}>
        {link.lossRatio === 0
          ? fitting(room, t('linkClear', setting), t('linkClearTight', setting))
          : fitting(room, t('linkLossy', setting), t('linkLossyTight', setting))}
      </text>
      {figures !== undefined && figures.packets > 0 && link.lossRatio > 0 && (
        <text className={figures.packetsLost > 0 ? styles.linkLoss : styles.linkText} x={x} y={figureY}>
          {fitting(room, t('linkLost', vanished), t('linkLostTight', vanished))}
        </text>
      )}
    </g>
  );
}

export interface SceneryProps {
  readonly geometry: StageGeometry;
  readonly lanes: readonly BenchLane[];
  readonly view: RunView | null;
  readonly brokerVersion: string | null;
  /** Virtual time for which a duplicate is pointed out. Microseconds. */
  readonly noteStays: number;
}

/** The newest message that the client was given again within the last `stays` microseconds; `null`: none. */
export function givenAgain({ events, at }: RunView, client: string, stays: number): number | null {
  let message: number | null = null;
  for (const event of events) {
    if (event.at > at) break;
    if (event.kind === 'delivered' && event.client === client && event.copy > 1 && event.at > at - stays) message = event.message;
  }
  return message;
}

export const Scenery = memo(function Scenery({ geometry, lanes, view, brokerVersion, noteStays }: SceneryProps) {
  const t = useTranslations('bench.stage');
  const { broker } = geometry;
  const stateOf = (client: string) => view?.clients.find((state) => state.client === client);
  return (
    <g>
      <rect className={styles.broker} x={broker.x} y={broker.y} width={broker.width} height={broker.height} rx={10} />
      <text className={styles.brokerName} x={broker.x + broker.width / 2} y={broker.y + 23}>
        {brokerVersion === null ? t('brokerUnknown') : t('broker', { version: brokerVersion })}
      </text>
      {lanes.map((lane, index) => {
        const place = geometry.lanes[index];
        if (place === undefined) return null;
        const figures = view?.figures.find(({ device }) => device === lane.device);
        const { subscriber } = lane;
        const room = geometry.orientation === 'upright' ? place.device.width : lengthOf(place.deviceLink);
        return (
          <g key={lane.device}>
            <LinkPart line={place.deviceLink} room={room} link={lane.link} figures={figures} />
            <DevicePart box={place.device} lane={lane} state={stateOf(lane.device)} figures={figures} />
            <DrawerPart box={place.deviceDrawer} clientId={lane.clientId} state={stateOf(lane.device)} />
            {subscriber !== null && (
              <>
                <LinkPart line={place.subscriberLink} room={room} link={subscriber.link} />
                <DrawerPart box={place.subscriberDrawer} clientId={subscriber.clientId} state={stateOf(subscriber.name)} />
                <SubscriberPart
                  box={place.subscriber}
                  name={subscriber.name}
                  qos={lane.qos}
                  figures={figures}
                  again={view && givenAgain(view, subscriber.name, noteStays)}
                />
              </>
            )}
          </g>
        );
      })}
    </g>
  );
});
