import { describe, expect, it } from 'vitest';
import { connectionSteps, packets } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { KEEP_ALIVE_LIMIT_DEFAULTS, keepAliveLimit } from './keepAliveLimit.ts';

const run = async (protocolVersion: '3.1.1' | '5.0', keepAliveSeconds: number) => {
  const events = await eventsOf(keepAliveLimit({ ...KEEP_ALIVE_LIMIT_DEFAULTS, protocolVersion, keepAliveSeconds }));
  const [connack] = packets(events, 'patient', 'downlink', 'CONNACK');
  const pingsAtSeconds = packets(events, 'patient', 'uplink', 'PINGREQ').map(({ at }) => Math.round(at / 1_000_000));
  return { steps: connectionSteps(events, 'patient'), connack: [...(connack?.bytes ?? [])].join(' '), pingsAtSeconds };
};
/** Property 0x13, Server Keep Alive: 60 s. */
const SERVER_KEEP_ALIVE_60 = '19 0 60';

describe('max_keepalive 60', () => {
  it.each([120, 61, 0])('X5 3.1.1 is refused with 0x02 for a keep alive of %i', async (keepAliveSeconds) => {
    expect(await run('3.1.1', keepAliveSeconds)).toEqual({
      steps: ['connecting', 'refused 2', 'lost'],
      connack: '32 2 0 2',
      pingsAtSeconds: [],
    });
  });

  it.each([120, 61, 0])('X5 5.0 is let in with a keep alive of %i, told 60, and goes by it', async (keepAliveSeconds) => {
    const { steps, connack, pingsAtSeconds } = await run('5.0', keepAliveSeconds);
    expect(steps).toEqual(['connecting', 'connected 0']);
    expect(connack).toContain(SERVER_KEEP_ALIVE_60);
    expect(pingsAtSeconds).toEqual([60, 120, 180]);
  });

  it.each(['3.1.1', '5.0'] as const)('X5 what is within the limit stays as it is, MQTT %s', async (protocolVersion) => {
    const { steps, connack, pingsAtSeconds } = await run(protocolVersion, 30);
    expect(steps).toEqual(['connecting', 'connected 0']);
    expect(connack).not.toContain(SERVER_KEEP_ALIVE_60);
    expect(pingsAtSeconds).toEqual([30, 60, 90, 120, 150, 180]);
  });
});
