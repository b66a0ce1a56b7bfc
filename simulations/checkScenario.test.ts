import { describe, expect, it } from 'vitest';
import { checkScenario } from './checkScenario.ts';
import { QOS_DELIVERY_DEFAULTS, QOS_DELIVERY_KNOBS, type QosDeliveryKnobs, qosDeliveryScenario } from './experiments/qosDelivery.ts';
import type { DeviceScenario, Scenario } from './scenario.ts';

const good = qosDeliveryScenario(QOS_DELIVERY_DEFAULTS);
const [first] = good.devices as [DeviceScenario];
const withDevice = (change: Partial<DeviceScenario>): Scenario => ({
  ...good,
  devices: [{ ...first, ...change }, ...good.devices.slice(1)],
});

describe('scenario checker', () => {
  it('lets every setting of the experiment pass, ends of the ranges included', () => {
    expect(checkScenario(good)).toEqual([]);
    for (const end of ['minimum', 'maximum'] as const) {
      const knobs = Object.fromEntries(Object.entries(QOS_DELIVERY_KNOBS).map(([name, range]) => [name, range[end]]));
      expect(checkScenario(qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, ...(knobs as Partial<QosDeliveryKnobs>) }))).toEqual([]);
    }
  });

  it.each([
    ['devices.0.messages', withDevice({ messages: 0 })],
    ['devices.0.messages', withDevice({ messages: Number.NaN })],
    ['devices.0.attempts', withDevice({ attempts: 1.5 })],
    ['devices.0.link.lossRatio', withDevice({ link: { ...first.link, lossRatio: 1 } })],
    ['devices.0.link.transport', withDevice({ link: { ...first.link, transport: 'udp' as never } })],
    ['devices.0.macAddress', withDevice({ macAddress: '24:0a:c4' })],
    ['devices.0.topicName', withDevice({ topicName: 'lab/#' })],
    ['devices.0.payloadBytes', withDevice({ payloadBytes: 14 })],
    ['seed', { ...good, seed: -1 }],
    ['protocolVersion', { ...good, protocolVersion: '4' as never }],
    ['devices', withDevice({ name: 'qos1' })],
    ['devices', withDevice({ topicName: 'lab/qos/1' })],
    ['subscribers.0.topicFilter', { ...good, subscribers: good.subscribers.map((reader) => ({ ...reader, topicFilter: 'a/b#' })) }],
  ])('names the place of a mistake: %s', (path, scenario) => {
    const [problem] = checkScenario(scenario);
    expect(problem?.path).toBe(path);
    expect(problem?.problem).toMatch(/must|needs/);
  });
});
