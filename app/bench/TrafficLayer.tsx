// The packets of the stage. React draws a packet when it appears, changes or goes; between that, each frame only moves what is there.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useFormatter } from 'use-intl';
import type { PacketSent } from '#simulations';
import type { BenchLane } from './benchLane.ts';
import { CrowdMark } from './CrowdMark.tsx';
import { type FlightPosition, type Moment, positionsAt, type Traffic, thinOut } from './flights.ts';
import { PacketSprite } from './PacketSprite.tsx';
import { strideMs } from './playbackState.ts';
import { type LinkLine, lengthOf, pointOnLink, type StageGeometry } from './stageGeometry.ts';
import type { Playback } from './usePlayback.ts';

/** Wall time that a loss stays to be seen, at any speed. Milliseconds. */
const LOSS_STAYS_MS = 1_400;
/** A vanished packet sinks this far while it fades. Pixels. */
const SINKS = 16;
/** Packets appear and go at most this often while the playhead glides: a dense link changes with each frame. Milliseconds. */
const DRAW_EVERY_MS = 40;
/** Labels appear while no more packets than this are on a link. */
const MOST_LABELS = 6;
/** Links longer than this have room for `PUBLISH 34`, shorter ones for `34`. Pixels. */
const ROOM_FOR_TYPE = 190;
const NO_TRAFFIC: Traffic = { singles: [], counts: [] };

/** Each client's link, by the client's name. */
export type Links = ReadonlyMap<string, LinkLine>;

export function linksOf(lanes: readonly BenchLane[], geometry: StageGeometry): Links {
  const links = new Map<string, LinkLine>();
  lanes.forEach((lane, index) => {
    const place = geometry.lanes[index];
    if (place === undefined) return;
    links.set(lane.device, place.deviceLink);
    if (lane.subscriber !== null) links.set(lane.subscriber.name, place.subscriberLink);
  });
  return links;
}

/** Lost packets vanish at one place; this keeps neighbours apart. Pixels along the link. */
function scatter({ packet }: PacketSent): number {
  return ((packet * 7) % 5) * 7 - 14;
}

function placeOf({ flight, phase, way, fresh }: FlightPosition, link: LinkLine, calm: boolean): string {
  const { x, y } = pointOnLink(link, flight.direction, way);
  if (phase !== 'lost') return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  const upright = link.client.x === link.broker.x;
  const sunk = calm ? 0 : SINKS * (1 - fresh);
  const aside = flight.direction === 'uplink' && upright ? -1 : 1;
  const away = scatter(flight);
  return upright
    ? `translate(${(x + aside * sunk).toFixed(1)} ${(y + away).toFixed(1)})`
    : `translate(${(x + away).toFixed(1)} ${(y + sunk).toFixed(1)})`;
}

function signatureOf({ singles, counts }: Traffic): string {
  const single = singles.map(({ flight, phase }) => `${flight.packet}${phase === 'lost' ? 'x' : ''}`).join();
  return `${single}|${counts.map(({ client, direction, way, lost, count }) => `${client}${direction}${way.toFixed(2)}${lost}${count}`).join()}`;
}

export interface TrafficLayerProps {
  readonly flights: readonly PacketSent[];
  readonly links: Links;
  readonly upright: boolean;
  /** Wall time that an arrived packet stays to be seen, at least. Milliseconds; default 0. */
  readonly arrivalsStayMs?: number;
  readonly playback: Playback;
  readonly selected: PacketSent | null;
  readonly onSelect: (packet: PacketSent) => void;
}

export function TrafficLayer({ flights, links, upright, arrivalsStayMs = 0, playback, selected, onSelect }: TrafficLayerProps) {
  const format = useFormatter();
  const { clock, speed, calm } = playback;
  const [traffic, setTraffic] = useState(NO_TRAFFIC);
  const nodes = useRef(new Map<number, SVGGElement>());
  const register = useCallback((packet: number, node: SVGGElement | null) => {
    if (node === null) nodes.current.delete(packet);
    else nodes.current.set(packet, node);
  }, []);
  const latest = useRef(NO_TRAFFIC);

  const momentNow = useCallback((): Moment => {
    const stride = strideMs({ calm, speed });
    const stays = (ms: number) => ms * 1_000 * speed;
    return {
      at: clock.now(),
      lossStays: stays(Math.max(LOSS_STAYS_MS, stride)),
      arrivalStays: stays(Math.max(arrivalsStayMs, stride)),
      calm,
    };
  }, [clock, speed, calm, arrivalsStayMs]);

  const place = useCallback(() => {
    for (const position of latest.current.singles) {
      const node = nodes.current.get(position.flight.packet);
      const link = links.get(position.flight.client);
      if (node === undefined || link === undefined) continue;
      node.setAttribute('transform', placeOf(position, link, calm));
      node.style.opacity = position.phase === 'lost' && !calm ? Math.min(1, position.fresh * 2).toFixed(2) : '1';
    }
  }, [links, calm]);

  useEffect(() => {
    let drawn = '';
    let drawnAt = Number.NEGATIVE_INFINITY;
    const frame = (gliding: boolean) => {
      const now = thinOut(positionsAt(flights, momentNow()));
      latest.current = now;
      place();
      const signature = signatureOf(now);
      if (signature === drawn || (gliding && performance.now() - drawnAt < DRAW_EVERY_MS)) return;
      drawn = signature;
      drawnAt = performance.now();
      setTraffic(now);
    };
    frame(false);
    return clock.subscribe(frame);
  }, [clock, flights, momentNow, place]);

  // After each drawing: new packets must never be seen at the origin.
  useLayoutEffect(place);

  const onLink = useMemo(() => {
    const count = new Map<string, number>();
    for (const { flight } of traffic.singles) count.set(flight.client, (count.get(flight.client) ?? 0) + 1);
    return count;
  }, [traffic]);
  // Losses fade at one place: only the newest of a link is named.
  const newestLoss = useMemo(() => {
    const newest = new Map<string, number>();
    for (const { flight, phase } of traffic.singles) if (phase === 'lost') newest.set(flight.client, flight.packet);
    return newest;
  }, [traffic]);

  const labelOf = ({ type, message, client, packet }: PacketSent, lost: boolean): string | null => {
    if ((onLink.get(client) ?? 0) > MOST_LABELS || (lost && newestLoss.get(client) !== packet)) return null;
    if (message === null) return upright ? null : type;
    const link = links.get(client);
    return upright || link === undefined || lengthOf(link) < ROOM_FOR_TYPE ? format.number(message) : `${type} ${format.number(message)}`;
  };

  return (
    <g>
      {traffic.singles.map(({ flight, phase }) => (
        <PacketSprite
          key={flight.packet}
          flight={flight}
          lost={phase === 'lost'}
          selected={flight.packet === selected?.packet}
          label={labelOf(flight, phase === 'lost')}
          upright={upright}
          onSelect={onSelect}
          register={register}
        />
      ))}
      {traffic.counts.map((group) => {
        const link = links.get(group.client);
        return link === undefined ? null : (
          <CrowdMark key={`${group.client}/${group.direction}/${group.lost ? 'lost' : group.way}`} group={group} link={link} />
        );
      })}
    </g>
  );
}
