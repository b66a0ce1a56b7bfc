import { expect, it } from 'vitest';
import type { PacketSent, RunEvent } from '#simulations';
import { events, lane, packet, view } from './fixture.test-data.ts';
import { type FinishedRuns, findNeighbour, neighboursIn } from './packetNeighbours.ts';

const sent = events.filter((event) => event.kind === 'packetSent');
const numbered = (number: number) => sent.find((event) => event.packet === number) ?? packet(number, 0);

/** Answers from a list of events, as the laboratory does. */
function runsOver(all: readonly RunEvent[]): FinishedRuns {
  const packets = all.filter((event) => event.kind === 'packetSent');
  return {
    view: async ({ from, to }) => {
      const touching = all.filter(({ at }) => at >= from && at <= to);
      return { ...view, events: [...packets.filter(({ at, endsAt }) => at < from && endsAt >= from), ...touching] };
    },
    step: async (_, from, direction) =>
      (direction === 'forward' ? packets.find(({ at }) => at > from) : packets.findLast(({ at }) => at < from))?.at ?? null,
  };
}

it('neighbours are those of the device and its subscriber', () => {
  const stranger = packet(9, 320_000, { client: 'sensor-2' });
  const all = [...events.slice(0, 6), stranger, ...events.slice(6)];
  expect(neighboursIn(all, [lane], numbered(2))).toEqual({ previous: numbered(1), next: numbered(3) });
  expect(neighboursIn(all, [lane], numbered(0)).previous).toBeNull();
  expect(neighboursIn(all, [lane], stranger)).toEqual({ previous: null, next: null });
  expect(neighboursIn(all, [], numbered(3))).toEqual({ previous: null, next: null });
});

it('finds the same neighbours by asking', async () => {
  const runs = runsOver(events);
  const byAsking = async (selected: PacketSent) => ({
    previous: await findNeighbour(runs, 1, [lane], selected, 'back'),
    next: await findNeighbour(runs, 1, [lane], selected, 'forward'),
  });
  for (const selected of sent) expect(await byAsking(selected)).toEqual(neighboursIn(events, [lane], selected));
});

it('looks past the packets of others, and ends where the run does', async () => {
  const stranger = packet(9, 2_000_000, { client: 'sensor-2', endsAt: numbered(4).endsAt });
  const late = packet(10, 70_000_000);
  const runs = runsOver([...events, stranger, late]);
  expect(await findNeighbour(runs, 1, [lane], numbered(4), 'forward')).toBe(late);
  expect(await findNeighbour(runs, 1, [lane], late, 'back')).toBe(numbered(4));
  expect(await findNeighbour(runs, 1, [lane], late, 'forward')).toBeNull();
  expect(await findNeighbour(runs, 1, [lane], numbered(0), 'back')).toBeNull();
});
