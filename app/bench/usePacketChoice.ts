// The packet the learner has chosen. It stays chosen while the playhead moves, and ends with its run. Its neighbours are the packets of the same exchange:
// those of the lanes its client belongs to, or of its client alone.
import { useCallback, useMemo, useRef, useState } from 'react';
import { fromMicroseconds, type PacketSent } from '#simulations';
import type { RunView } from '#simulations/worker';
import { clientsOf, type LadderLane } from './benchLane.ts';
import { momentOf } from './ladderEvents.ts';
import type { Playback } from './usePlayback.ts';

export interface Neighbours {
  readonly previous: PacketSent | null;
  readonly next: PacketSent | null;
}

export interface PacketChoice extends Neighbours {
  readonly selected: PacketSent | null;
  /** Chooses a packet and leaves the playhead where it is. */
  readonly choose: (packet: PacketSent) => void;
  /** Chooses a packet, pauses, and puts the playhead where the packet is under way. */
  readonly goTo: (packet: PacketSent) => void;
}

const NONE: Neighbours = { previous: null, next: null };

/** The packets just before and after `selected` among the events; `NONE` where it is not among them. */
export function neighboursIn(events: RunView['events'], lanes: readonly LadderLane[], selected: PacketSent): Neighbours {
  const beside = lanes.map(clientsOf).filter((clients) => clients.includes(selected.client));
  const clients = new Set([selected.client, ...beside.flat()]);
  const packets = events.filter((event) => event.kind === 'packetSent').filter(({ client }) => clients.has(client));
  const index = packets.findIndex(({ packet }) => packet === selected.packet);
  return index < 0 ? NONE : { previous: packets[index - 1] ?? null, next: packets[index + 1] ?? null };
}

export function usePacketChoice(playback: Playback, view: RunView | null, lanes: readonly LadderLane[]): PacketChoice {
  const { run, pause, seek } = playback;
  const runId = run?.runId ?? null;
  const [chosen, setChosen] = useState<{ readonly runId: number | null; readonly packet: PacketSent } | null>(null);
  const selected = chosen !== null && chosen.runId === runId ? chosen.packet : null;

  const events = view?.events ?? null;
  const found = useMemo(
    () => (events === null || selected === null ? NONE : neighboursIn(events, lanes, selected)),
    [events, lanes, selected],
  );
  // The playhead may have left the stretch with the packet: its neighbours are still the same.
  const known = useRef<Neighbours & { readonly of: PacketSent | null }>({ ...NONE, of: null });
  const before = known.current.of === selected ? known.current : NONE;
  const previous = found.previous ?? before.previous;
  const next = found.next ?? before.next;
  known.current = { of: selected, previous, next };

  const choose = useCallback((packet: PacketSent) => setChosen({ runId, packet }), [runId]);
  const goTo = useCallback(
    (packet: PacketSent) => {
      pause();
      seek(fromMicroseconds(momentOf(packet)));
      choose(packet);
    },
    [pause, seek, choose],
  );
  return { selected, previous, next, choose, goTo };
}
