// The energy of programs, on the real broker: what the fold finds, and that one cycle of sleep and waking costs what the closed form says.
import { expect, test } from 'vitest';
import { energyPerWakeUp } from '../calculators/energyPerWakeUp.ts';
import { airtimeMicroseconds } from '../devices/airtime.ts';
import { CURRENT_MILLIAMPS, energyMillijoules } from '../devices/power.ts';
import { CHIP, someProgram, withReader } from '../devices/program/programScenario.test-data.ts';
import { joinMs } from '../devices/wifi.ts';
import { fromMilliseconds, type Microseconds, START } from '../engine/time.ts';
import type { RunEvent } from '../events.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import type { Scenario } from '../scenario.ts';
import { Recording } from '../worker/recording.ts';
import { ENERGY_PARTS } from './energyUse.ts';

const sleeper = someProgram({
  runsOn: CHIP,
  subscriptions: [],
  sleep: { sleepMs: 10_000, listenMs: 0, awakeAtMostMs: 5_000, saysGoodbye: true },
});

async function recorded(scenario: Scenario): Promise<{ recording: Recording; events: readonly RunEvent[] }> {
  const recording = new Recording(scenario);
  const events = await eventsOf(scenario);
  for (const event of events) recording.add(event);
  return { recording, events };
}

const energyAt = (recording: Recording, at: Microseconds) => recording.view({ at, from: at, to: at, logLines: 0 }).energy;

test('one cycle of a sleeping chip costs what the closed form says, sleep counted', async () => {
  const { recording, events } = await recorded(withReader(sleeper, { lastsMs: 40_000 }));
  const asleep = events.filter((event) => event.kind === 'power' && event.state === 'deepSleep');
  const [first, second] = asleep.map(({ at }) => energyAt(recording, at)[0]?.energy);
  const sent = events.filter(
    (event) =>
      event.kind === 'packetSent' &&
      event.direction === 'uplink' &&
      event.client === 'node' &&
      event.at > (asleep[0]?.at ?? 0) &&
      event.at <= (asleep[1]?.at ?? 0),
  );
  const expected = energyPerWakeUp({
    bootMs: 300,
    joinMs: joinMs('everythingKept'),
    roundTripMs: 2 * sleeper.link.delayMs,
    security: 'none',
    qos: 0,
    packetBytes: sent.flatMap((event) => (event.kind === 'packetSent' ? [event.bytes.length] : [])),
    rate: '802.11b',
    listenMs: 0,
    sleepMs: 10_000,
  });
  expect(sent.map((event) => event.kind === 'packetSent' && event.type)).toEqual(['CONNECT', 'DISCONNECT']);
  // With the CONNACK the radio begins to doze; the DISCONNECT, 2 bytes, wakes it.
  const woken = energyMillijoules(CURRENT_MILLIAMPS.listen - CURRENT_MILLIAMPS.modemSleep, airtimeMicroseconds(2));
  const found = Object.fromEntries(ENERGY_PARTS.map((part) => [part, (second?.[part] ?? 0) - (first?.[part] ?? 0)]));
  expect(found).toEqual({
    boot: expect.closeTo(expected.boot, 6),
    associate: expect.closeTo(expected.associate, 6),
    listen: expect.closeTo(expected.listen, 6),
    transmit: expect.closeTo(expected.transmit + woken, 6),
    deepSleep: expect.closeTo(expected.deepSleep, 6),
    modemSleep: 0,
    lightSleep: 0,
    hibernation: 0,
  });
});

test('each chip is told, no computer is, and going back tells the same', async () => {
  const awake = someProgram({ runsOn: CHIP, name: 'awake', clientId: { from: 'fixed', text: 'awake-1' } });
  const computer = someProgram({ name: 'computer', clientId: { from: 'fixed', text: 'computer-1' } });
  const scenario = withReader(sleeper, { lastsMs: 10_000 });
  const { recording } = await recorded({ ...scenario, programs: [...(scenario.programs ?? []), awake, computer] });
  const late = energyAt(recording, fromMilliseconds(10_000));
  expect(late.map(({ client }) => client)).toEqual(['node', 'awake']);
  const early = energyAt(recording, fromMilliseconds(3_000));
  expect(energyAt(recording, fromMilliseconds(10_000))).toEqual(late);
  expect(energyAt(recording, fromMilliseconds(3_000))).toEqual(early);
  // Awake in modem sleep at 49 mA for seven more seconds, against the deep sleep of the other.
  const more = late.map(({ energy }, index) => energy.total - (early[index]?.energy.total ?? 0));
  expect(more[0]).toBeCloseTo(3.3 * 0.01 * 7, 6);
  expect(more[1]).toBeGreaterThan(3.3 * 49 * 7);
  for (const { energy } of late) expect(ENERGY_PARTS.reduce((sum, part) => sum + energy[part], 0)).toBeCloseTo(energy.total, 9);
});

test('without its Wi-Fi a chip looks for it all the while, with its receiver on', async () => {
  const chip = someProgram({ runsOn: CHIP, keepAliveSeconds: 60 });
  const { recording } = await recorded(
    withReader(chip, {
      lastsMs: 40_000,
      script: [
        { atMs: 5_000, client: 'node', do: 'loseWifi' },
        { atMs: 30_000, client: 'node', do: 'restoreWifi' },
      ],
    }),
  );
  const [unaware, looking, back] = [13_000, 30_000, 40_000].map((ms) => energyAt(recording, fromMilliseconds(ms))[0]?.energy);
  // Lost at 5 s, noticed at 13.5 s, looked for until 30 s, joined in 170 ms; then it listens and dozes.
  expect(unaware?.associate).toBeCloseTo(330 * 0.17, 6);
  expect((looking?.associate ?? 0) - (unaware?.associate ?? 0)).toBeCloseTo(330 * 16.5, 6);
  expect((back?.associate ?? 0) - (looking?.associate ?? 0)).toBeCloseTo(330 * 0.17, 6);
});

test('without power nothing is used', async () => {
  const chip = someProgram({ runsOn: CHIP });
  const { recording } = await recorded(withReader(chip, { lastsMs: 20_000, script: [{ atMs: 5_000, client: 'node', do: 'powerOff' }] }));
  const [at5, at20] = [5_000, 20_000].map((ms) => energyAt(recording, fromMilliseconds(ms))[0]?.energy);
  expect(at20?.total).toBeGreaterThan(0);
  expect(at20).toEqual(at5);
});

test('before the first event, and in a run without programs', () => {
  const recording = new Recording(withReader(sleeper));
  expect(energyAt(recording, START)).toMatchObject([{ client: 'node', energy: { total: 0 } }]);
  expect(energyAt(new Recording(withReader(sleeper, { programs: [] })), START)).toEqual([]);
});
