import { describe, expect, it } from 'vitest';
import { fromMilliseconds, QOS_DELIVERY_DEFAULTS, qosDeliveryScenario, type RunEvent } from '#simulations';
import { outcomesOf } from './outcomes.ts';

const scenario = qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, messages: 4 });
const device = scenario.devices[1];
if (device === undefined) throw new Error('The experiment has a device for QoS 1.');

const delivered = (message: number, copy: number, publisher = device.name): RunEvent => ({
  kind: 'delivered',
  at: fromMilliseconds(1),
  client: 'reader1',
  topicName: 'lab/qos/1',
  device: publisher,
  message,
  copy,
});

describe('what became of each message', () => {
  it('counts copies, and messages that never came', () => {
    const events = [delivered(1, 1), delivered(3, 1), delivered(3, 2), delivered(3, 3), delivered(4, 1)];
    expect(outcomesOf(device, events)).toEqual({ device, copies: [1, 0, 3, 1], arrived: 3, repeated: 1 });
  });

  it('leaves the other devices out', () => {
    expect(outcomesOf(device, [delivered(1, 1, 'qos0')]).arrived).toBe(0);
  });

  it('is all waiting without events', () => {
    expect(outcomesOf(device, [])).toMatchObject({ copies: [0, 0, 0, 0], arrived: 0, repeated: 0 });
  });
});
