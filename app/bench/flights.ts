// Packets on their way, from the events around the playhead: which are under way at an instant, how far, and where lost ones vanished.
import type { Microseconds, PacketSent, RunEvent } from '#simulations';

/** The packets that were sent within the events, in the order of their sending. */
export function flightsOf(events: readonly RunEvent[]): readonly PacketSent[] {
  return events.filter((event) => event.kind === 'packetSent');
}

export type FlightPhase = 'sent' | 'flying' | 'arrived' | 'lost';

/** One packet as it stands in the picture. */
export interface FlightPosition {
  readonly flight: PacketSent;
  readonly phase: FlightPhase;
  /** Share of the link that lies behind it, from its sender: 0 to 1. */
  readonly way: number;
  /** 1: just now; falls to 0 while what happened fades. */
  readonly fresh: number;
}

/** A lost packet's path ends here: half-way, by convention of the picture. */
const VANISHING_POINT = 0.5;
/** Where a packet stands that is drawn without motion. */
const STANDING_POINT = 0.25;

export interface Moment {
  readonly at: Microseconds;
  /** Virtual time that a loss stays visible after it happened. Microseconds. */
  readonly lossStays: number;
  /** Virtual time that an arrival stays visible; 0 where packets fly. Microseconds. */
  readonly arrivalStays: number;
  /** Draw positions instead of motion: sent, arrived, lost. */
  readonly calm: boolean;
}

/** The packet at that moment; `null` when it is not to be seen. */
export function positionOf(flight: PacketSent, { at, lossStays, arrivalStays, calm }: Moment): FlightPosition | null {
  if (at < flight.at) return null;
  if (at < flight.endsAt) {
    if (calm) return { flight, phase: 'sent', way: STANDING_POINT, fresh: 1 };
    const share = (at - flight.at) / (flight.endsAt - flight.at);
    return { flight, phase: 'flying', way: flight.lost ? share * VANISHING_POINT : share, fresh: 1 };
  }
  const stays = flight.lost ? lossStays : arrivalStays;
  const age = at - flight.endsAt;
  if (age >= stays) return null;
  const fresh = 1 - age / stays;
  return flight.lost ? { flight, phase: 'lost', way: VANISHING_POINT, fresh } : { flight, phase: 'arrived', way: 1, fresh };
}

export function positionsAt(flights: readonly PacketSent[], moment: Moment): readonly FlightPosition[] {
  const positions: FlightPosition[] = [];
  for (const flight of flights) {
    const position = positionOf(flight, moment);
    if (position !== null) positions.push(position);
  }
  return positions;
}

/** More packets than this on one link are drawn as counts. */
export const MOST_ON_A_LINK = 60;
/** Stretches of a link that are counted apart; more would not fit on a short one. */
const STRETCHES = 3;

/** Packets of one direction on one stretch of a link. */
export interface FlightCount {
  readonly client: string;
  readonly direction: PacketSent['direction'];
  readonly qos: PacketSent['qos'];
  readonly way: number;
  readonly lost: boolean;
  readonly count: number;
}

export interface Traffic {
  readonly singles: readonly FlightPosition[];
  readonly counts: readonly FlightCount[];
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Thins out crowded links: there, packets of a kind on the same stretch become one figure. */
export function thinOut(positions: readonly FlightPosition[]): Traffic {
  const perClient = groupBy(positions, ({ flight }) => flight.client);
  const singles: FlightPosition[] = [];
  const counts: FlightCount[] = [];
  for (const [client, onLink] of perClient) {
    if (onLink.length <= MOST_ON_A_LINK) {
      singles.push(...onLink);
      continue;
    }
    const groups = groupBy(onLink, ({ flight, way, phase }) => {
      const stretch = Math.min(STRETCHES - 1, Math.floor(way * STRETCHES));
      return `${flight.direction}/${phase === 'lost' ? 'lost' : stretch}`;
    });
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { direction, qos } = first.flight;
      const lost = first.phase === 'lost';
      const way = lost ? first.way : (Math.min(STRETCHES - 1, Math.floor(first.way * STRETCHES)) + 0.5) / STRETCHES;
      counts.push({ client, direction, qos, way, lost, count: group.length });
    }
  }
  return { singles, counts };
}
