import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines, packets } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { CONNECTION_LIMIT_DEFAULTS, connectionLimit } from './connectionLimit.ts';

const DENIED = /^Client connection from .* denied: max_connections exceeded\.$/;

describe.each(['3.1.1', '5.0'] as const)('MQTT %s', (protocolVersion) => {
  it.each([1, 2, 10])('X6 above %i connections the door stays shut without a word, for an id that is inside as well', async (limit) => {
    const events = await eventsOf(connectionLimit({ ...CONNECTION_LIMIT_DEFAULTS, protocolVersion, limit }));
    for (const client of ['newcomer', 'double']) {
      expect(connectionSteps(events, client)).toEqual(['connecting', 'lost']);
      // Not even CONNECT went out, and no byte came.
      expect(packets(events, client, 'uplink')).toEqual([]);
      expect(packets(events, client, 'downlink')).toEqual([]);
    }
    expect(logLines(events).filter((line) => DENIED.test(line))).toHaveLength(2);
    expect(connectionSteps(events, 'inside 1')).toEqual(['connecting', 'connected 0']);
    expect(packets(events, 'inside 1', 'downlink').map(({ type }) => type)).toEqual(['CONNACK', 'PINGRESP']);
    expect(connectionSteps(events, `inside ${limit}`)).toEqual(['connecting', 'connected 0']);
  });

  it('X6 when somebody leaves there is room again', async () => {
    const events = await eventsOf(connectionLimit({ ...CONNECTION_LIMIT_DEFAULTS, protocolVersion, oneLeaves: true }));
    expect(connectionSteps(events, 'newcomer')).toEqual(['connecting', 'lost', 'connecting', 'connected 0']);
  });
});
