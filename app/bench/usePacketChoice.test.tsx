import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { RunView } from '#simulations/worker';
import { at, events, lane, packet, view } from './fixture.test-data.ts';
import { showOnBench } from './showOnBench.test-data.tsx';
import { neighboursIn, type PacketChoice, usePacketChoice } from './usePacketChoice.ts';
import type { Playback } from './usePlayback.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const sent = events.filter((event) => event.kind === 'packetSent');
const numbered = (number: number) => sent.find((event) => event.packet === number) ?? packet(number, 0);

it('neighbours are those of the device and its subscriber', () => {
  const stranger = packet(9, 320_000, { client: 'sensor-2' });
  const all = [...events.slice(0, 6), stranger, ...events.slice(6)];
  expect(neighboursIn(all, [lane], numbered(2))).toEqual({ previous: numbered(1), next: numbered(3) });
  expect(neighboursIn(all, [lane], numbered(0)).previous).toBeNull();
  expect(neighboursIn(all, [lane], stranger)).toEqual({ previous: null, next: null });
  expect(neighboursIn(all, [], numbered(3))).toEqual({ previous: null, next: null });
});

interface Report {
  readonly of: RunView;
  readonly to: (choice: PacketChoice) => void;
  readonly playback: Playback;
}

function Chooser({ of, to, playback }: Report) {
  to(usePacketChoice(playback, of, lanes));
  return null;
}
const lanes = [lane];

it('keeps the packet and its neighbours while the playhead is elsewhere', () => {
  let choice: PacketChoice | undefined;
  let shown = view;
  const keep = (made: PacketChoice) => {
    choice = made;
  };
  const bench = showOnBench((playback) => <Chooser of={shown} to={keep} playback={playback} />);
  act(() => choice?.goTo(numbered(1)));
  expect(bench.playback().clock.now()).toBe(125_000);
  expect(choice).toMatchObject({ selected: numbered(1), previous: numbered(0), next: numbered(2) });
  shown = { ...view, events: [] };
  act(() => bench.playback().setSpeed(1));
  act(() => bench.playback().seek(at(500_000)));
  expect(choice).toMatchObject({ selected: numbered(1), previous: numbered(0), next: numbered(2) });
  act(() => choice?.choose(numbered(4)));
  expect(bench.playback().clock.now()).toBe(500_000);
  expect(choice).toMatchObject({ selected: numbered(4), previous: null, next: null });
});
