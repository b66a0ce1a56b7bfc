import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { brokerAtFirst, type ProgramScenario, type Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import { castOf } from './benchClients.ts';
import { ClientStage } from './ClientStage.tsx';
import { at, clientState, view } from './fixture.test-data.ts';
import { showOnBench } from './showOnBench.test-data.tsx';
import type { StageSwitching } from './stageSwitching.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const link = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const program = (name: string, change: Partial<ProgramScenario>): ProgramScenario => ({
  name,
  protocolVersion: '5.0',
  link,
  library: 'espMqtt',
  runsOn: { hardware: 'esp32', macAddress: '24:0a:c4:00:00:01', join: 'knownChannel' },
  clientId: { from: 'fixed', text: 'sensor-1' },
  cleanStart: 'library',
  sessionExpirySeconds: null,
  keepAliveSeconds: null,
  wipesAtStart: false,
  subscriptions: [],
  subscribes: 'everyConnection',
  publishing: { topicName: 't', payload: '{n}', qos: 1, firstAfterMs: 0, everyMs: 1_000, count: 10 },
  reconnect: { kind: 'library' },
  offlineBuffer: { place: 'ram', slots: 10, whenFull: 'dropOldest', drainEveryMs: 0 },
  sleep: null,
  startsAtMs: 0,
  ...change,
});
const scenario: Scenario = {
  seed: 1,
  protocolVersion: '5.0',
  brokerConfig: '',
  devices: [],
  subscribers: [],
  clients: [{ name: 'phone', protocolVersion: '5.0', link }],
  programs: [
    program('sensor', {}),
    program('logger', {
      library: 'pahoPython',
      runsOn: { hardware: 'computer' },
      clientId: { from: 'library' },
      publishing: null,
      offlineBuffer: null,
    }),
  ],
  script: [
    { atMs: 200, client: 'sensor', do: 'loseWifi' },
    { atMs: 400, client: 'sensor', do: 'restoreWifi' },
  ],
};
const clients = [clientState('phone'), clientState('sensor', { connection: 'connected' }), clientState('logger')];
const shownAt = (change: Partial<RunView> = {}): RunView => ({ ...view, events: [], clients, at: at(100_000), ...change });

function show(shown: RunView | null, idle: StageSwitching['idle'] = null, speed?: number) {
  const flip = vi.fn<StageSwitching['flip']>();
  const switches: StageSwitching = { idle, flip };
  showOnBench((playback) => (
    <ClientStage
      cast={castOf(scenario)}
      switches={switches}
      playback={speed === undefined ? playback : { ...playback, speed }}
      view={shown}
      brokerVersion="2.0.21"
      selected={null}
      onSelect={() => undefined}
    />
  ));
  return flip;
}
const press = (role: 'switch' | 'button', name: RegExp | string) => userEvent.click(screen.getByRole(role, { name }));
const words = () => [...document.querySelectorAll('svg text')].map(({ textContent }) => textContent);
const one = (selector: string) => document.querySelectorAll(selector).length;

it('gives each client the switches that it has', () => {
  show(shownAt());
  const names = (client: string) =>
    within(screen.getByRole('group', { name: `Switches of ${client}` }))
      .getAllByRole('switch')
      .map((element) => element.getAttribute('aria-label'));
  expect(names('phone')).toEqual(['Cable of phone: in', 'Power of phone: on']);
  expect(names('sensor')).toEqual(['Cable of sensor: in', 'Wi-Fi of sensor: there', 'Power of sensor: on']);
  expect(names('logger')).toEqual(['Cable of logger: in', 'Power of logger: on']);
  expect(screen.getAllByRole('switch').every((element) => element.getAttribute('aria-checked') === 'true')).toBe(true);
});

it('flips what stands at the playhead', async () => {
  const flip = show(shownAt({ at: at(250_000), clients: [clientState('phone', { cable: 'out', power: 'off' }), ...clients.slice(1)] }));
  await press('switch', 'Cable of phone: out');
  await press('switch', 'Power of phone: off');
  await press('switch', 'Wi-Fi of sensor: gone');
  await press('switch', 'Power of sensor: on');
  await press('button', /^Stop the broker/);
  await press('button', /^Kill the broker/);
  expect(flip.mock.calls.map(([action]) => action)).toEqual([
    { do: 'plugCable', client: 'phone' },
    { do: 'powerOn', client: 'phone' },
    { do: 'restoreWifi', client: 'sensor' },
    { do: 'powerOff', client: 'sensor' },
    { do: 'stopBroker' },
    { do: 'killBroker' },
  ]);
});

it('starts a broker that is down, and cannot kill it again', async () => {
  const flip = show(shownAt({ broker: { ...brokerAtFirst(), up: false } }));
  await press('button', /^Kill the broker/);
  await press('button', 'Start the broker');
  expect(flip.mock.calls).toEqual([[{ do: 'startBroker' }]]);
});

it.each([
  ['noRun', null, /^Press Run first: the switches/],
  ['running', shownAt(), /^Wait a moment/],
  ['stale', shownAt(), /^Press Run first: a knob/],
  ['tooMany', shownAt(), /^50 steps/],
] as const)('says why it does nothing: %s', async (idle, shown, reason) => {
  const flip = show(shown, idle);
  const cable = screen.getByRole('switch', { name: /^Cable of phone/ });
  expect(cable.getAttribute('aria-disabled')).toBe('true');
  expect(cable.getAttribute('title')).toMatch(reason);
  await userEvent.click(cable);
  expect(flip).not.toHaveBeenCalled();
  expect(screen.getByText(reason, { selector: '[role=status]' })).toBeTruthy();
});

it('has no switches where nobody gives it any', () => {
  showOnBench((playback) => (
    <ClientStage
      cast={castOf(scenario)}
      playback={playback}
      view={shownAt()}
      brokerVersion={null}
      selected={null}
      onSelect={() => undefined}
    />
  ));
  expect(screen.queryAllByRole('switch')).toEqual([]);
});

it('shows programs with their library, what they do, and what waits in them', () => {
  const asleep = clientState('sensor', { power: 'deepSleep', buffered: 3, bufferLost: 2 });
  show(shownAt({ clients: [clients[0] ?? asleep, asleep, clientState('logger', { power: 'off' })] }));
  expect(words()).toEqual(
    expect.arrayContaining(['esp-mqtt on ESP32', 'asleep', '3 wait, 2 lost', 'Paho Python on a computer', 'no power']),
  );
  expect(one('path[class*=qos1]')).toBe(3);
  expect(one('[class*=party][data-off]')).toBe(1);
});

it('crosses the waves while the access point is gone, whatever the chip has noticed', () => {
  show(shownAt({ at: at(300_000) }));
  expect(words()).toEqual(expect.arrayContaining(['Wi-Fi gone', 'thinks: connected']));
  expect([one('path[class*=waves]'), one('path[class*=cross]')]).toEqual([1, 1]);
});

it('looks for an access point that is gone', () => {
  show(shownAt({ at: at(300_000), clients: [...clients.slice(0, 1), clientState('sensor', { wifi: 'joining' })] }));
  expect(words()).toContain('looking for its Wi-Fi');
});

it('has them back with the access point', () => {
  show(shownAt({ at: at(400_000), clients: [...clients.slice(0, 1), clientState('sensor', { wifi: 'joining', power: 'associate' })] }));
  expect(words()).toContain('joining the Wi-Fi');
  expect(one('path[class*=waves]')).toBe(0);
});

it('keeps drawers for the ids that it knows, and one for each program that shows its own later', () => {
  expect(castOf(scenario)).toMatchObject({ clientIds: ['sensor-1'], strangers: 1 });
  show(shownAt());
  expect(words().filter((word) => word === 'no session')).toHaveLength(2);
});

it('says where packets are too quick to be drawn', () => {
  show(shownAt(), null, 50);
  expect(screen.getByText(/^Above ×20 packets are too quick/)).toBeTruthy();
});
