import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { decode } from '../../mqtt/decode.ts';
import { packets, received } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { accessList } from './accessList.ts';

const read = (events: readonly RunEvent[], client: string): string[] =>
  received(events, client).map(({ topicName, payload }) => `${topicName} ${payload}`);

describe.each(['3.1.1', '5.0'] as const)('X29 an access list, %s', (protocolVersion) => {
  it('X29 a SUBSCRIBE to what may not be read is granted, and nothing comes', async () => {
    const events = await eventsOf(accessList({ protocolVersion, qos: 1 }));
    const [suback] = packets(events, 'device', 'downlink', 'SUBACK');
    expect(suback?.bytes.at(-1)).toBe(1);
    expect(read(events, 'device')).toEqual([]);
  });

  it('X29 a reader of everything gets what it may read: neither what was forbidden to the device nor what was allowed to it', async () => {
    const events = await eventsOf(accessList({ protocolVersion, qos: 1 }));
    expect(read(events, 'watcher')).toEqual(['cmd/x from office']);
    expect(read(events, 'office')).toEqual(['tele/x from device', 'cmd/x from office', 'secret/x from office']);
  });

  it('X29 a forbidden PUBLISH at QoS 0 is dropped in silence, and the connection stands', async () => {
    const events = await eventsOf(accessList({ protocolVersion, qos: 0 }));
    expect(packets(events, 'device', 'downlink').map(({ type }) => type)).toEqual(['CONNACK', 'SUBACK']);
    expect(read(events, 'office')).toEqual(['tele/x from device', 'cmd/x from office', 'secret/x from office']);
  });
});

it('X29 3.1.1 acknowledges the forbidden PUBLISH like the allowed one', async () => {
  const events = await eventsOf(accessList({ protocolVersion: '3.1.1', qos: 1 }));
  expect(packets(events, 'device', 'downlink', 'PUBACK').map(({ packetId, bytes }) => [packetId, bytes.length])).toEqual([
    [2, 4],
    [3, 4],
  ]);
});

it('X29 5.0 says 0x87 to the forbidden PUBLISH', async () => {
  const events = await eventsOf(accessList({ protocolVersion: '5.0', qos: 1 }));
  const codes = packets(events, 'device', 'downlink', 'PUBACK').map(({ bytes }) => {
    const result = decode(bytes, '5.0');
    return result.ok && result.packet.type === 'PUBACK' ? result.packet.reasonCode : null;
  });
  expect(codes[0]).toBe(0x87);
  expect(codes[1]).not.toBe(0x87);
});

it('X29 at QoS 2 5.0 says it in PUBREC', async () => {
  const events = await eventsOf(accessList({ protocolVersion: '5.0', qos: 2 }));
  const [pubrec] = packets(events, 'device', 'downlink', 'PUBREC');
  expect(pubrec?.bytes.at(4)).toBe(0x87);
});
