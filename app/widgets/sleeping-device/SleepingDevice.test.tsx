import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ENERGY_PARTS, type EnergyMillijoules, encode, fromMilliseconds, type RunEvent, sleepingDevice } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab, settle } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import SleepingDevice from './SleepingDevice.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(SleepingDevice, `#/widgets/sleeping-device${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const at = fromMilliseconds;

function command(number: number, sentMs: number): RunEvent {
  const payload = new TextEncoder().encode(`open ${number}`);
  const packet = { type: 'PUBLISH', topicName: 'garden/valve/cmd', payload, qos: 1, retain: false, dup: false, packetId: number } as const;
  const nothing = { packetId: null, qos: null, dup: false, message: null, device: null, lost: false } as const;
  return {
    kind: 'packetSent',
    at: at(sentMs),
    packet: number,
    client: 'app',
    direction: 'uplink',
    type: 'PUBLISH',
    summary: '',
    bytes: encode(packet, '3.1.1'),
    endsAt: at(sentMs + 50),
    ...nothing,
  };
}
function got(number: number, ms: number): RunEvent {
  const packet = {
    topicName: 'garden/valve/cmd',
    qos: 1,
    dup: false,
    retain: false,
    packetId: number,
    messageExpirySeconds: null,
  } as const;
  return { kind: 'received', at: at(ms), client: 'valve', payload: `open ${number}`, ...packet };
}
const power = (state: 'boot' | 'deepSleep', ms: number): RunEvent => ({ kind: 'power', at: at(ms), client: 'valve', state });
const connected = (ms: number, sessionPresent: boolean): RunEvent => ({
  kind: 'connection',
  at: at(ms),
  client: 'valve',
  step: 'connected',
  code: 0,
  sessionPresent,
});
const used: EnergyMillijoules = {
  ...(Object.fromEntries(ENERGY_PARTS.map((part) => [part, 0])) as EnergyMillijoules),
  associate: 900,
  listen: 100,
  total: 1_000,
};
const events = [
  power('boot', 500),
  connected(2_400, false),
  power('deepSleep', 3_000),
  command(1, 4_000),
  command(2, 10_000),
  power('boot', 23_000),
  connected(24_900, true),
  got(1, 25_000),
];

const figure = (name: string) =>
  within(screen.getByRole('table', { name: /^What the valve got/ })).getByRole('row', { name: new RegExp(`^${name}`) }).textContent;
const notices = () => screen.getByRole('region', { name: 'What to notice' }).textContent ?? '';

it('runs by itself: a valve that sleeps twenty seconds and keeps its session', () => {
  open();
  expect(newest()).toEqual(sleepingDevice());
});

it('offers a session expiry where there is one to give, and says when it is too short', async () => {
  open('?version=5.0&sleep=60&expiry=30');
  expect(screen.getByText(/The session is to end before the device is back/)).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'full scan' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()).toEqual(sleepingDevice({ protocolVersion: '5.0', sleepSeconds: 60, sessionExpirySeconds: 30, join: 'fullScan' }));
  await userEvent.click(screen.getByRole('radio', { name: '3.1.1' }));
  expect(screen.queryByRole('textbox', { name: 'Session expiry' })).toBeNull();
});

it('tells how long commands waited, and where the energy went', async () => {
  open();
  await finishRun(lab, { events, energy: [{ client: 'valve', energy: used }] });
  await userEvent.click(screen.getByRole('radio', { name: 'sleep' }));
  await goToTheEnd();
  expect(figure('Commands that came')).toMatch(/1 of 2$/);
  expect(figure('They had waited')).toMatch(/21 s$/);
  expect(figure('Found its session')).toMatch(/1 of 2$/);
  expect(figure('Awake, each time')).toMatch(/2\.5 s of 22\.5 s$/);
  expect(screen.getByText('You said: sleep; it is Wi-Fi, with 90% of all.')).toBeTruthy();
  expect(notices()).toMatch(/kept the commands in the valve’s session.*Joining the Wi-Fi takes 90% of the energy/);
});

it('says why nothing waited', async () => {
  open('?session=off');
  await finishRun(lab, {
    events: events
      .filter((event) => event.kind !== 'received')
      .map((event) => (event.kind === 'connection' ? { ...event, sessionPresent: false } : event)),
  });
  await goToTheEnd();
  expect(notices()).toMatch(/Without a session the broker forgets the valve each time it goes: 0 of 2/);
});
