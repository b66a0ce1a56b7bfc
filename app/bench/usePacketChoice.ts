// The packet the learner has chosen. It stays chosen while the playhead moves, and ends with its run. Its neighbours are the packets of the same exchange:
// those of the lanes its client belongs to, or of its client alone.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fromMicroseconds, type PacketSent } from '#simulations';
import type { RunView } from '#simulations/worker';
import type { LadderLane } from './benchLane.ts';
import { momentOf } from './ladderEvents.ts';
import { type FinishedRuns, findNeighbour, type Neighbours, NO_NEIGHBOURS, neighboursIn } from './packetNeighbours.ts';
import type { Playback } from './usePlayback.ts';

export interface PacketChoice extends Neighbours {
  readonly selected: PacketSent | null;
  /** Chooses a packet and leaves the playhead where it is. */
  readonly choose: (packet: PacketSent) => void;
  /** Chooses a packet, pauses, and puts the playhead where the packet is under way. */
  readonly goTo: (packet: PacketSent) => void;
}

interface Known extends Neighbours {
  readonly of: PacketSent | null;
}

const NOTHING_KNOWN: Known = { ...NO_NEIGHBOURS, of: null };

/** `runs`, which is asked for neighbours beyond the view's stretch, must stay the same object. */
export function usePacketChoice(playback: Playback, view: RunView | null, lanes: readonly LadderLane[], runs: FinishedRuns): PacketChoice {
  const { run, pause, seek } = playback;
  const runId = run?.runId ?? null;
  const [chosen, setChosen] = useState<{ readonly runId: number | null; readonly packet: PacketSent } | null>(null);
  const selected = chosen !== null && chosen.runId === runId ? chosen.packet : null;

  const events = view?.events ?? null;
  const near = useMemo(
    () => (events === null || selected === null ? NO_NEIGHBOURS : neighboursIn(events, lanes, selected)),
    [events, lanes, selected],
  );
  // The playhead may have left the stretch with the packet: its neighbours are still the same.
  const known = useRef<Known>(NOTHING_KNOWN);
  const [far, setFar] = useState<Known>(NOTHING_KNOWN);
  const before = known.current.of === selected ? known.current : NO_NEIGHBOURS;
  const asked = far.of === selected ? far : NO_NEIGHBOURS;
  const previous = near.previous ?? before.previous ?? asked.previous;
  const next = near.next ?? before.next ?? asked.next;
  known.current = { of: selected, previous, next };

  const lacksPrevious = previous === null;
  const lacksNext = next === null;
  useEffect(() => {
    if (runId === null || selected === null) return;
    let gone = false;
    const ask = (direction: 'forward' | 'back', found: (packet: PacketSent) => Partial<Neighbours>) =>
      findNeighbour(runs, runId, lanes, selected, direction).then(
        (packet) => {
          if (gone || packet === null) return;
          setFar((old) => ({ ...(old.of === selected ? old : NOTHING_KNOWN), of: selected, ...found(packet) }));
        },
        // The laboratory reports its own failure where it can be mended.
        () => undefined,
      );
    if (lacksPrevious) ask('back', (packet) => ({ previous: packet }));
    if (lacksNext) ask('forward', (packet) => ({ next: packet }));
    return () => {
      gone = true;
    };
  }, [runs, runId, lanes, selected, lacksPrevious, lacksNext]);

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
