import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, offlinePublisher, type RunEvent } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab, settle, someClient } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import OfflinePublisher from './OfflinePublisher.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(OfflinePublisher, `#/widgets/offline-publisher${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const sensor = { at: fromMilliseconds(12_000), client: 'sensor' } as const;

function reading(number: number, ...steps: readonly ('made' | 'published' | 'sentOnce' | 'gaveUp' | 'discarded')[]): RunEvent[] {
  return steps.map((step) => ({ kind: 'message', ...sensor, message: number, step }));
}
function arrival(number: number): RunEvent {
  const packet = { topicName: 'house/temp', qos: 1, dup: false, retain: false, packetId: number, messageExpirySeconds: null } as const;
  return { kind: 'received', at: fromMilliseconds(40_000 + number), client: 'dashboard', payload: `reading ${number}`, ...packet };
}
const kept = (message: number, held: number): RunEvent => ({ kind: 'buffer', ...sensor, change: 'kept', message, held });

const figure = (name: string) =>
  within(screen.getByRole('table', { name: /^What became of the sensor/ })).getByRole('row', { name: new RegExp(`^${name}`) }).textContent;
const notices = () =>
  within(screen.getByRole('region', { name: 'What to notice' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .join(' ');

it('runs by itself: PubSubClient, a kept session, and no buffer', () => {
  open();
  expect(newest()).toEqual(offlinePublisher());
});

it('shows the knobs of a buffer when there is one, and makes the scenario of them', async () => {
  open();
  expect(screen.queryByRole('textbox', { name: 'Room for readings' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'flash' }));
  const slots = screen.getByRole('textbox', { name: 'Room for readings' });
  await userEvent.clear(slots);
  await userEvent.type(slots, '5000{Enter}');
  expect(slots).toHaveProperty('value', '100');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()).toEqual(offlinePublisher({ buffer: { place: 'flash', slots: 100, whenFull: 'dropOldest', drainEveryMs: 200 } }));
});

it('tells where each reading was lost, and that the session had no part in it', async () => {
  open();
  await finishRun(lab, {
    clients: [someClient('dashboard', { received: 1 })],
    events: [
      ...reading(1, 'made', 'published', 'sentOnce'),
      ...reading(2, 'made', 'published', 'sentOnce'),
      ...reading(3, 'made', 'discarded'),
      arrival(1),
    ],
  });
  await userEvent.click(screen.getByRole('radio', { name: 'all' }));
  await goToTheEnd();
  expect(figure('Made in the outage')).toMatch(/1 of 3$/);
  expect(figure('Sent into the void')).toMatch(/1$/);
  expect(figure('Given back by the library')).toMatch(/1$/);
  expect(notices()).toMatch(/QoS 0 only.*what publish returns says so/);
  expect(screen.getByText('You said: all; it was 1 of 3.')).toBeTruthy();
});

it('tells what the library gave back at once from what it kept and gave up', async () => {
  open('?library=espMqtt&outage=120');
  const expired: RunEvent = { kind: 'message', at: fromMilliseconds(60_000), client: 'sensor', message: 1, step: 'discarded' };
  await finishRun(lab, { events: [...reading(1, 'made'), ...reading(2, 'made', 'discarded'), expired] });
  await goToTheEnd();
  expect(figure('Given back by the library')).toMatch(/1$/);
  expect(figure('Given up by the library')).toMatch(/1$/);
  expect(notices()).toMatch(/unsent or unanswered for 30 s/);
});

it('tells a full buffer from a memory without power', async () => {
  open('?library=espMqtt&buffer=ram&slots=1&power=on');
  const off = { kind: 'power', at: fromMilliseconds(24_000), client: 'sensor', state: 'off' } as const;
  const lost: RunEvent = { kind: 'message', at: off.at, client: 'sensor', message: 2, step: 'discarded' };
  await finishRun(lab, {
    events: [
      ...reading(1, 'made'),
      kept(1, 1),
      ...reading(2, 'made'),
      { kind: 'buffer', ...sensor, change: 'droppedOldest', message: 2, held: 1 },
      ...reading(1, 'discarded'),
      lost,
      off,
    ],
  });
  await goToTheEnd();
  expect(figure('Dropped, buffer full')).toMatch(/1$/);
  expect(figure('Lost with the power')).toMatch(/1$/);
  expect(figure('Most that waited')).toMatch(/1 of 1$/);
  expect(notices()).toMatch(/RAM keeps nothing without power/);
});
