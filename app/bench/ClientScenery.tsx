// All of the stage of a scripted run but the packets: the broker with a drawer for each session that it remembers, the clients, their links.
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { RunView } from '#simulations/worker';
import { sessionRows } from './beliefs.ts';
import { type BenchCast, drawersOf, hasSignal } from './benchClients.ts';
import { ClientLink, ClientPart } from './ClientParts.tsx';
import type { ClientGeometry, ClientPlace } from './clientGeometry.ts';
import { SessionDrawer } from './SessionDrawer.tsx';
import styles from './Stage.module.css';
import { fitting } from './stageGeometry.ts';

export interface ClientSceneryProps {
  readonly geometry: ClientGeometry;
  readonly cast: BenchCast;
  readonly view: RunView | null;
  readonly brokerVersion: string | null;
}

/** More ids than drawers: those that a client goes by now come first. Else each keeps its place. */
export function expectedIds(ids: readonly string[], inUse: readonly string[], drawers: number): readonly string[] {
  return ids.length <= drawers ? ids : [...new Set([...inUse, ...ids])];
}

/** Each session in the drawer of its id; sessions of other ids in the drawers that are free; how many found none. */
export function drawerPlaces(held: readonly string[], expected: readonly string[], drawers: number) {
  const places: (string | null)[] = Array.from({ length: drawers }, (_, index) => {
    const id = expected[index];
    return id !== undefined && held.includes(id) ? id : null;
  });
  let hidden = 0;
  for (const id of held) {
    if (places.includes(id)) continue;
    const free = places.findIndex((place, index) => place === null && index >= Math.min(expected.length, drawers));
    const any = free >= 0 ? free : places.indexOf(null);
    if (any >= 0) places[any] = id;
    else hidden++;
  }
  return { places, hidden };
}

/** Where the text of a compact box ends: at switches that stand beside it, else at the edge. */
function compactTo({ box, switches }: ClientPlace): number {
  const inline = switches !== null && switches.x > box.x + box.width / 4;
  return inline ? switches.x - box.x : box.width;
}

export const ClientScenery = memo(function ClientScenery({ geometry, cast, view, brokerVersion }: ClientSceneryProps) {
  const t = useTranslations('bench.stage');
  const { broker } = geometry;
  const up = view?.broker.up ?? true;
  const rows = view === null ? [] : sessionRows(view);
  const held = rows.filter(({ session }) => session !== null);
  // Sessions of ids that nobody foresaw take what room is left.
  const drawers = geometry.drawers.slice(0, Math.max(drawersOf(cast), held.length));
  const inUse = held.filter(({ clients }) => clients.length > 0).map(({ clientId }) => clientId);
  const { places, hidden } = drawerPlaces(
    held.map(({ clientId }) => clientId),
    expectedIds(cast.clientIds, inUse, drawers.length),
    drawers.length,
  );
  // The heading's letters are bolder and larger than those that `fitting` knows.
  const strong = (...texts: readonly [string, ...string[]]) => fitting((broker.width - 8) * 0.8, ...texts);
  const name = brokerVersion === null ? t('brokerUnknown') : t('broker', { version: brokerVersion });
  return (
    <g>
      <rect
        className={up ? styles.broker : styles.brokerDown}
        x={broker.x}
        y={broker.y}
        width={broker.width}
        height={broker.height}
        rx={10}
      />
      <text className={styles.brokerName} x={broker.x + broker.width / 2} y={broker.y + 23}>
        {up ? strong(name, t('brokerUnknown')) : strong(t('brokerDown'), t('brokerDownTight'))}
      </text>
      {hidden > 0 && (
        <text className={styles.second} x={broker.x + broker.width / 2} y={(geometry.brokerSwitches?.y ?? broker.y + broker.height) - 5}>
          {fitting(broker.width - 8, t('moreSessions', { count: hidden }), t('moreSessionsTight', { count: hidden }))}
        </text>
      )}
      {drawers.map((box, index) => {
        const row = held.find(({ clientId }) => clientId === places[index]);
        if (row === undefined || row.session === null || view === null)
          return (
            <g key={`${box.y}`}>
              <rect className={styles.drawerEmpty} x={box.x} y={box.y} width={box.width} height={box.height} rx={5} />
              <text className={styles.second} x={box.x + box.width / 2} y={box.y + box.height / 2 + 4}>
                {up ? t('noSession') : ''}
              </text>
            </g>
          );
        const differences = row.clients.flatMap((client) => client.differences);
        return <SessionDrawer key={row.clientId} box={box} session={row.session} at={view.at} differences={differences} />;
      })}
      {cast.clients.map((client, index) => {
        const place = geometry.clients[index];
        const state = view?.clients.find((one) => one.client === client.name);
        if (place === undefined) return null;
        const signal = view === null || hasSignal(client, view.at);
        const holds = held.some(({ clients }) => clients.some((one) => one.state.client === client.name && one.holdsConnection));
        return (
          <g key={client.name}>
            <ClientLink line={place.link} client={client} state={state} held={holds} signal={signal} />
            <ClientPart
              box={place.box}
              client={client}
              state={state}
              signal={signal}
              compactTo={geometry.compact ? compactTo(place) : null}
            />
          </g>
        );
      })}
    </g>
  );
});
