// The packets just before and after one in its exchange: from the stretch of the run at hand, or, across a longer silence, asked of the laboratory.
import type { Microseconds, PacketSent } from '#simulations';
import type { Laboratory, RunView } from '#simulations/worker';
import { clientsOf, type LadderLane } from './benchLane.ts';

export interface Neighbours {
  readonly previous: PacketSent | null;
  readonly next: PacketSent | null;
}

export const NO_NEIGHBOURS: Neighbours = { previous: null, next: null };

/** Questions about a finished run. */
export type FinishedRuns = Pick<Laboratory, 'step' | 'view'>;

/** Who takes part in the packet's exchange: all of its client's lanes, or its client alone. */
function partnersOf({ client }: PacketSent, lanes: readonly LadderLane[]): ReadonlySet<string> {
  const beside = lanes.map(clientsOf).filter((clients) => clients.includes(client));
  return new Set([client, ...beside.flat()]);
}

function packetsOf(events: RunView['events'], clients: ReadonlySet<string>): readonly PacketSent[] {
  return events.filter((event) => event.kind === 'packetSent').filter(({ client }) => clients.has(client));
}

/** The packets just before and after `selected` among the events; none where it is not among them. */
export function neighboursIn(events: RunView['events'], lanes: readonly LadderLane[], selected: PacketSent): Neighbours {
  const packets = packetsOf(events, partnersOf(selected, lanes));
  const index = packets.findIndex(({ packet }) => packet === selected.packet);
  return index < 0 ? NO_NEIGHBOURS : { previous: packets[index - 1] ?? null, next: packets[index + 1] ?? null };
}

/** Instants with packets of others alone that are looked at before the search is given up. */
const MOST_INSTANTS = 300;

/** The next or previous packet of the exchange, however far; `null`: there is none, or none near enough. */
export async function findNeighbour(
  runs: FinishedRuns,
  runId: number,
  lanes: readonly LadderLane[],
  selected: PacketSent,
  direction: 'forward' | 'back',
): Promise<PacketSent | null> {
  const clients = partnersOf(selected, lanes);
  let instant: Microseconds | null = selected.at;
  for (let looked = 0; instant !== null && looked < MOST_INSTANTS; looked++) {
    const at: Microseconds = instant;
    const { events } = await runs.view({ runId, at, from: at, to: at, logLines: 0 });
    const sentNow = packetsOf(events, clients).filter((packet) => packet.at === at);
    const found =
      direction === 'forward'
        ? sentNow.find(({ packet }) => packet > selected.packet)
        : sentNow.findLast(({ packet }) => packet < selected.packet);
    if (found !== undefined) return found;
    instant = await runs.step(runId, at, direction, 'packet');
  }
  return null;
}
