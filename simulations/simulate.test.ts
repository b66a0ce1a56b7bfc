// Whole runs on the real broker.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type StartBroker, startMosquitto } from './broker/mosquittoBroker.ts';
import { expectedDelivery } from './calculators/expectedDelivery.ts';
import type { Spread } from './calculators/spread.ts';
import { digest } from './digest.ts';
import type { BrokerLogged, RunEvent } from './events.ts';
import { QOS_DELIVERY_DEFAULTS, type QosDeliveryKnobs, qosDeliveryScenario } from './experiments/qosDelivery.ts';
import type { DeviceFigures } from './measures/figures.ts';
import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import { performForFigures } from './worker/performRun.ts';

/** The fingerprint of the default experiment. The end-to-end test finds the same one in the browser. */
const DEFAULT_DIGEST = '45f03cc168fb5fc7';

/** A message without loss, by level: packets, MQTT bytes, and how long the last one takes. */
const LOSS_FREE = [
  { packets: 1, bytes: 28, lastMicroseconds: 20_000 },
  { packets: 2, bytes: 34, lastMicroseconds: 20_000 },
  { packets: 4, bytes: 42, lastMicroseconds: 40_000 },
];

let start: StartBroker;

beforeAll(async () => {
  const module = await loadMosquitto();
  start = (options) => startBroker({ ...options, module });
});

async function eventsOf(scenario: Scenario): Promise<RunEvent[]> {
  const broker = startMosquitto({ startBroker: start, config: scenario.brokerConfig, seed: scenario.seed });
  const events = [...simulate(scenario, broker)];
  broker.stop();
  return events;
}

const figuresOf = (knobs: Partial<QosDeliveryKnobs>): Promise<DeviceFigures[]> =>
  performForFigures(qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, ...knobs }), { startBroker: start, breathe: () => undefined });

function ofLevel(run: readonly DeviceFigures[], level: number): DeviceFigures {
  const figures = run[level];
  if (figures === undefined) throw new Error(`no device at level ${level}`);
  return figures;
}

describe('determinism', () => {
  it('the same scenario gives the same events, in this process and in every browser', async () => {
    const scenario = qosDeliveryScenario(QOS_DELIVERY_DEFAULTS);
    const first = digest(await eventsOf(scenario));
    expect(digest(await eventsOf(scenario))).toBe(first);
    expect(first).toBe(DEFAULT_DIGEST);
  });

  it('another seed, another run', async () => {
    const one = digest(await eventsOf(qosDeliveryScenario(QOS_DELIVERY_DEFAULTS)));
    const other = digest(await eventsOf(qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, seed: 2 })));
    expect(other).not.toBe(one);
  });
});

describe.each(['3.1.1', '5.0'] as const)('QoS delivery, MQTT %s', (protocolVersion) => {
  it('without loss: everything once, 1, 2 and 4 packets a message, 28, 34 and 42 bytes (5.0: a property length more)', async () => {
    const figures = await figuresOf({ protocolVersion, lossRatio: 0, messages: 50 });
    const propertyLength = protocolVersion === '5.0' ? 1 : 0;
    for (const [level, { delivered, duplicates, lost, packets, bytes, settledAfter }] of figures.entries()) {
      expect({ delivered, duplicates, lost }).toEqual({ delivered: 50, duplicates: 0, lost: 0 });
      const expected = LOSS_FREE[level];
      expect({ packets, bytes, settledAfter }).toEqual({
        packets: 50 * (expected?.packets ?? 0),
        bytes: 50 * ((expected?.bytes ?? 0) + propertyLength),
        settledAfter: 49 * 10_000 + (expected?.lastMicroseconds ?? 0),
      });
    }
  });

  it('with loss and attempts enough: QoS 0 loses, QoS 1 doubles and loses none, QoS 2 does neither', async () => {
    const [zero, one, two] = (await figuresOf({ protocolVersion, attempts: 20 })) as [DeviceFigures, DeviceFigures, DeviceFigures];
    expect(zero.lost).toBeGreaterThan(5);
    expect(zero).toMatchObject({ sent: 100, duplicates: 0, delivered: 100 - zero.lost });
    expect(one.duplicates).toBeGreaterThan(5);
    expect(one).toMatchObject({ sent: 100, delivered: 100, lost: 0, acknowledged: 100, gaveUp: 0 });
    expect(two).toMatchObject({ sent: 100, delivered: 100, lost: 0, duplicates: 0, acknowledged: 100 });
  });

  it('a device that gives up leaves its messages lost or unacknowledged, and the run ends', async () => {
    const [, one, two] = (await figuresOf({ protocolVersion, attempts: 1, lossRatio: 0.6, messages: 200 })) as [
      DeviceFigures,
      DeviceFigures,
      DeviceFigures,
    ];
    for (const figures of [one, two]) {
      expect(figures.gaveUp + figures.acknowledged).toBe(200);
      expect(figures.delivered + figures.lost).toBe(200);
      expect(figures.lost).toBeGreaterThan(20);
      expect(figures.settledAfter).not.toBeNull();
    }
  });
});

describe('agreement with the closed forms', () => {
  it.each([
    { name: 'the defaults', knobs: {} },
    { name: 'few attempts and much loss', knobs: { attempts: 3, lossRatio: 0.4 } },
    { name: 'MQTT 5.0', knobs: { protocolVersion: '5.0' as const, lossRatio: 0.1 } },
  ])('thirty seeds, $name: means within four standard errors', async ({ knobs }) => {
    const setting = { ...QOS_DELIVERY_DEFAULTS, ...knobs };
    const scenario = qosDeliveryScenario(setting);
    const runs = await Promise.all(Array.from({ length: 30 }, (_, seed) => figuresOf({ ...knobs, seed: seed + 1 })));
    for (const [level, device] of scenario.devices.entries()) {
      const expected = expectedDelivery(device, scenario.protocolVersion);
      const mean = (value: (figures: DeviceFigures) => number): number =>
        runs.reduce((sum, run) => sum + value(ofLevel(run, level)), 0) / runs.length;
      const agrees = (measured: number, spread: Spread): void =>
        expect(Math.abs(measured - spread.mean)).toBeLessThanOrEqual(
          (4 * spread.standardDeviation) / Math.sqrt(runs.length) + 1e-6 * Math.max(1, spread.mean),
        );
      if (expected.caveats.counts === null) {
        for (const key of ['delivered', 'lost', 'duplicates'] as const)
          agrees(
            mean((figures) => figures[key]),
            expected[key],
          );
      }
      if (expected.caveats.traffic === null) {
        for (const key of ['packets', 'bytes'] as const)
          agrees(
            mean((figures) => figures[key]),
            expected[key],
          );
      } else {
        // Mosquitto closes on a third copy; what is resent for that comes on top, by less than a fifth.
        const measured = mean((figures) => figures.packets) / expected.packets.mean;
        expect(measured).toBeGreaterThan(1);
        expect(measured).toBeLessThan(1.2);
      }
      if (expected.caveats.time === null) {
        agrees(
          mean((figures) => figures.settledAfter ?? 0),
          expected.settledAfter,
        );
        // Time and packets go together; the formula adds their spreads as if they did not, hence a little more room.
        const { mean: energy, standardDeviation } = expected.energyMillijoules;
        agrees(
          mean((figures) => figures.energyMillijoules.total),
          { mean: energy, standardDeviation: 1.5 * standardDeviation },
        );
      }
    }
  });

  it('a third copy of a QoS 2 PUBLISH makes Mosquitto close the connection; the device takes up its session and nothing is lost or doubled', async () => {
    const scenario = qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, seed: 2 });
    const events = await eventsOf(scenario);
    const closed = events.filter((event) => event.kind === 'connection' && event.client === 'qos2' && event.step === 'lost').length;
    expect(closed).toBeGreaterThan(0);
    const logged = events.filter(
      (event) => event.kind === 'brokerLog' && event.text === 'Client ESP32_240AC4000002 disconnected due to protocol error.',
    );
    expect(logged).toHaveLength(closed);
    const [, , two] = await figuresOf({ seed: 2 });
    expect(two).toMatchObject({ delivered: 100, duplicates: 0, lost: 0 });
  });

  it('resending before an answer can be back makes copies that the closed form does not know', async () => {
    const [, one] = await figuresOf({ lossRatio: 0, delayMs: 50, resendAfterMs: 60 });
    expect(one?.duplicates).toBe(100);
  });
});

describe("the broker's own view", () => {
  it('logs real lines, with the devices by name', async () => {
    const log = (await eventsOf(qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, messages: 2 })))
      .filter((event): event is BrokerLogged => event.kind === 'brokerLog')
      .map(({ text }) => text);
    expect(log.some((text) => /^mosquitto version 2\.0\.21 (starting|running)/.test(text))).toBe(true);
    expect(log.some((text) => /^New client connected from 192\.0\.2\.\d+:\d+ as ESP32_240AC4000001 /.test(text))).toBe(true);
    expect(log.some((text) => text.startsWith("Received PUBLISH from ESP32_240AC4000002 (d0, q2, r0, m1, 'lab/qos/2'"))).toBe(true);
    expect(log.some((text) => text.startsWith('Received DISCONNECT from ESP32_240AC4000000'))).toBe(true);
  });

  it('decides alone: a configuration that refuses the clients ends the run at once', async () => {
    const scenario = { ...qosDeliveryScenario(QOS_DELIVERY_DEFAULTS), brokerConfig: 'listener 1883\nallow_anonymous false\n' };
    const events = await eventsOf(scenario);
    expect(events.filter((event) => event.kind === 'connection' && event.step === 'refused' && event.code === 5)).toHaveLength(6);
    expect(events.at(-1)).toMatchObject({ kind: 'ended', reason: 'settled' });
  });

  it('refuses a wrong configuration with its own words', async () => {
    const scenario = { ...qosDeliveryScenario(QOS_DELIVERY_DEFAULTS), brokerConfig: 'listener 1883\nmax_queued_messages_per_client 100\n' };
    await expect(eventsOf(scenario)).rejects.toThrow(/Unknown configuration variable/);
  });
});
