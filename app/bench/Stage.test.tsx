import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { PacketSent } from '#simulations';
import type { RunView } from '#simulations/worker';
import { at, figures, lane, view } from './fixture.test-data.ts';
import { givenAgain } from './Scenery.tsx';
import { Stage } from './Stage.tsx';
import { stepBetween } from './StepCounts.tsx';
import { type Shown, showOnBench } from './showOnBench.test-data.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const onSelect = vi.fn<(packet: PacketSent) => void>();

function show(shownView: RunView | null, calm = false): Shown {
  return showOnBench(
    (playback) => (
      <Stage
        lanes={[lane]}
        playback={playback}
        view={shownView}
        brokerVersion={shownView && '2.0.21'}
        selected={null}
        onSelect={onSelect}
      />
    ),
    { calm },
  );
}
const stage = () => screen.getByRole('region', { name: 'Stage: devices, broker and subscribers' });
const words = () => [...stage().querySelectorAll('svg text')].map(({ textContent }) => textContent);

it('says before a run what will come and how', () => {
  show(null);
  expect(stage().textContent).toContain('Press Run');
  expect(words()).toEqual(expect.arrayContaining(['off', '0 of 100 sent', 'Mosquitto', 'offline', '50 ms, 20% loss', '5 ms, no loss']));
  expect(screen.getByRole('status').textContent).toBe('Nothing has run yet.');
});

it('shows what stands at the playhead', () => {
  show(view);
  expect(words()).toEqual(
    expect.arrayContaining([
      'Mosquitto 2.0.21',
      'thinks: connected',
      '37 of 100 sent',
      '9 of 20 in flight',
      '16 of 80 lost',
      '30',
      '5 duplicates',
      '0 lost',
    ]),
  );
  expect(words().filter((word) => word === 'connected')).toHaveLength(2);
});

it('tells the same in words', () => {
  show(view);
  expect(screen.getByRole('status').textContent).toBe(
    'At 0.350 s: QoS 1: 37 sent, 30 delivered, 5 duplicates, 0 lost for good; 16 of 80 packets vanished. 2 packets are on their way.',
  );
});

it('marks a drawer where the two beliefs differ', () => {
  const [device] = view.clients;
  if (device === undefined) throw new Error('the fixture has a device');
  show({ ...view, clients: [{ ...device, connection: 'connecting', served: true }] });
  expect(stage().querySelectorAll('[data-differs]')).toHaveLength(1);
});

it('moves packets with the playhead and crosses out the lost one', () => {
  const shown = show(view);
  act(() => shown.playback().seek(at(110_000)));
  const place = () => stage().querySelector('g[class*=packet]')?.getAttribute('transform');
  const early = place();
  act(() => shown.playback().seek(at(115_000)));
  expect(place()).not.toBe(early);
  expect(stage().querySelector('path[class*=cross]')).toBeNull();
  act(() => shown.playback().seek(at(126_000)));
  expect(stage().querySelectorAll('path[class*=cross]')).toHaveLength(1);
  act(() => shown.playback().seek(at(290_000)));
  expect(stage().querySelectorAll('g[class*=packet]')).toHaveLength(0);
});

it('rings a packet that is sent again', () => {
  const shown = show(view);
  act(() => shown.playback().seek(at(310_000)));
  expect(stage().querySelectorAll('path[class*=ring]')).toHaveLength(1);
});

it('stands still under reduced motion', () => {
  const shown = show(view, true);
  const place = () => stage().querySelector('g[class*=packet]')?.getAttribute('transform');
  act(() => shown.playback().seek(at(305_000)));
  const early = place();
  expect(early).toBeTruthy();
  act(() => shown.playback().seek(at(345_000)));
  expect(place()).toBe(early);
});

it('hands a packet over when it is clicked', () => {
  const shown = show(view);
  act(() => shown.playback().seek(at(110_000)));
  fireEvent.click(stage().querySelector('g[class*=packet]') ?? stage());
  expect(onSelect).toHaveBeenCalledWith(expect.objectContaining({ packet: 1 }));
});

it('counts instead of moving when it is too fast', () => {
  const shown = show(view);
  act(() => shown.playback().setSpeed(50));
  act(() => shown.playback().seek(at(110_000)));
  expect(stage().querySelectorAll('g[class*=packet]')).toHaveLength(0);
});

it('counts what a step brought, and nothing backwards', () => {
  const later = { ...figures, packets: 120, packetsLost: 24, delivered: 41, duplicates: 7 };
  expect(stepBetween(figures, later)).toEqual({ crossed: 40, lost: 8, delivered: 13 });
  expect(stepBetween(later, figures)).toEqual({ crossed: 0, lost: 0, delivered: 0 });
  expect(stepBetween(undefined, figures)).toEqual({ crossed: 0, lost: 0, delivered: 0 });
});

it('points out a message that came again, for a while', () => {
  const again = {
    kind: 'delivered',
    at: at(340_000),
    client: 'logger-1',
    device: lane.device,
    topicName: 'a',
    message: 1,
    copy: 2,
  } as const;
  const repeated = { ...view, events: [again] };
  expect(givenAgain(repeated, 'logger-1', 20_000)).toBe(1);
  expect(givenAgain(repeated, 'logger-1', 5_000)).toBeNull();
  expect(givenAgain(repeated, 'logger-2', 20_000)).toBeNull();
  expect(givenAgain({ ...repeated, at: at(330_000) }, 'logger-1', 20_000)).toBeNull();
  show(repeated);
  expect(words()).toContain('message 1 again');
});
