import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { RunView } from '#simulations/worker';
import { at, events, lane, packet, view } from './fixture.test-data.ts';
import type { FinishedRuns } from './packetNeighbours.ts';
import { showOnBench } from './showOnBench.test-data.tsx';
import { type PacketChoice, usePacketChoice } from './usePacketChoice.ts';
import type { Playback } from './usePlayback.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const sent = events.filter((event) => event.kind === 'packetSent');
const numbered = (number: number) => sent.find((event) => event.packet === number) ?? packet(number, 0);

interface Report {
  readonly of: RunView;
  readonly to: (choice: PacketChoice) => void;
  readonly playback: Playback;
  readonly runs: FinishedRuns;
}

function Chooser({ of, to, playback, runs }: Report) {
  to(usePacketChoice(playback, of, lanes, runs));
  return null;
}
const lanes = [lane];
/** A run of which nothing more is to be had. */
const silent: FinishedRuns = { view: async () => ({ ...view, events: [] }), step: async () => null };

it('keeps the packet and its neighbours while the playhead is elsewhere', async () => {
  let choice: PacketChoice | undefined;
  let shown = view;
  const keep = (made: PacketChoice) => {
    choice = made;
  };
  const bench = showOnBench((playback) => <Chooser of={shown} to={keep} playback={playback} runs={silent} />);
  await act(async () => choice?.goTo(numbered(1)));
  expect(bench.playback().clock.now()).toBe(125_000);
  expect(choice).toMatchObject({ selected: numbered(1), previous: numbered(0), next: numbered(2) });
  shown = { ...view, events: [] };
  act(() => bench.playback().setSpeed(1));
  act(() => bench.playback().seek(at(500_000)));
  expect(choice).toMatchObject({ selected: numbered(1), previous: numbered(0), next: numbered(2) });
  await act(async () => choice?.choose(numbered(4)));
  expect(bench.playback().clock.now()).toBe(500_000);
  expect(choice).toMatchObject({ selected: numbered(4), previous: null, next: null });
});

it('asks for a neighbour that the stretch at hand does not hold', async () => {
  let choice: PacketChoice | undefined;
  const keep = (made: PacketChoice) => {
    choice = made;
  };
  const late = packet(7, 90_000_000);
  const runs: FinishedRuns = {
    view: async (request) => ({ ...view, events: request.at === late.at ? [late] : events.filter((event) => event.at === request.at) }),
    step: async (_, from, direction) => (direction === 'forward' && from < late.at ? late.at : null),
  };
  showOnBench((playback) => <Chooser of={view} to={keep} playback={playback} runs={runs} />);
  await act(async () => choice?.choose(numbered(4)));
  expect(choice).toMatchObject({ selected: numbered(4), previous: numbered(3), next: late });
  await act(async () => choice?.choose(numbered(0)));
  expect(choice).toMatchObject({ selected: numbered(0), previous: null, next: numbered(1) });
});
