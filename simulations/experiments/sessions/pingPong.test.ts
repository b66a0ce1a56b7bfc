import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines, packets } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { PING_PONG_DEFAULTS, pingPong } from './pingPong.ts';

const accepted = (steps: readonly string[]) => steps.filter((step) => step.startsWith('connected')).length;

describe.each(['3.1.1', '5.0'] as const)('MQTT %s', (protocolVersion) => {
  it.each([200, 1_000, 2_500])(
    'X3 two devices with one id throw each other out for ever, every %i ms and a round trip',
    async (reconnectAfterMs) => {
      const events = await eventsOf(pingPong({ ...PING_PONG_DEFAULTS, protocolVersion, reconnectAfterMs }));
      const [first, second] = [connectionSteps(events, 'first'), connectionSteps(events, 'second')];
      // From one attempt to the next: 30 ms until CONNECT is there, 10 ms until the other one hears its end, and its pause.
      const attempts = 2 + Math.floor((PING_PONG_DEFAULTS.lastsMs - 100) / (reconnectAfterMs + 40));
      expect(accepted(first) + accepted(second)).toBe(attempts);
      expect(Math.abs(accepted(first) - accepted(second))).toBeLessThanOrEqual(1);
      expect([...first, ...second].filter((step) => step.startsWith('refused'))).toEqual([]);
      const takenOver = logLines(events).filter((line) => line === 'Client valve-07 already connected, closing old connection.');
      expect(takenOver).toHaveLength(attempts - 1);
    },
  );

  it('X3 only 5.0 says why: DISCONNECT 0x8E each time', async () => {
    const events = await eventsOf(pingPong({ ...PING_PONG_DEFAULTS, protocolVersion }));
    const goodbyes = [...packets(events, 'first', 'downlink', 'DISCONNECT'), ...packets(events, 'second', 'downlink', 'DISCONNECT')];
    expect(goodbyes).toHaveLength(protocolVersion === '5.0' ? 42 : 0);
    for (const { bytes } of goodbyes) expect(bytes[2]).toBe(0x8e);
  });

  it('X3 with an id each they connect once and stay', async () => {
    const events = await eventsOf(pingPong({ ...PING_PONG_DEFAULTS, protocolVersion, distinctIds: true }));
    for (const client of ['first', 'second']) expect(connectionSteps(events, client)).toEqual(['connecting', 'connected 0']);
  });
});
