import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { connectionSteps, logLines, packets, payloads } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { frozenClient } from './frozenClient.ts';

/** Seconds from CONNECT to the moment at which the client learns that it was closed; `null`: it was not. */
function secondsUntilClosed(events: readonly RunEvent[]): number | null {
  const connect = packets(events, 'frozen', 'uplink', 'CONNECT')[0]?.at;
  const lost = events.find((event) => event.kind === 'connection' && event.client === 'frozen' && event.step === 'lost')?.at;
  return connect === undefined || lost === undefined ? null : (lost - connect) / 1_000_000;
}

/** Milliseconds: over six seconds, the step of older versions. */
const PHASES = Array.from({ length: 13 }, (_, index) => index * 500);

describe.each(['3.1.1', '5.0'] as const)('X26 a frozen client, %s', (protocolVersion) => {
  it.each([5, 10, 20])('X26 keep alive %s s: closed after one and a half times that, within a second', async (keepAliveSeconds) => {
    for (const connectsAtMs of PHASES) {
      const events = await eventsOf(frozenClient({ protocolVersion, keepAliveSeconds, connectsAtMs }));
      const seconds = secondsUntilClosed(events);
      // The broker counts whole seconds.
      expect(seconds, `connected at ${connectsAtMs} ms`).toBeGreaterThan(1.5 * keepAliveSeconds - 1);
      expect(seconds, `connected at ${connectsAtMs} ms`).toBeLessThan(1.5 * keepAliveSeconds + 1);
    }
  });

  it('X26 the broker says so in its log and with the will; the client is told nothing', async () => {
    const events = await eventsOf(frozenClient({ protocolVersion, keepAliveSeconds: 10 }));
    expect(packets(events, 'frozen', 'downlink').map(({ type }) => type)).toEqual(['CONNACK']);
    expect(logLines(events)).toContain('Client frozen has exceeded timeout, disconnecting.');
    expect(payloads(events, 'witness')).toEqual(['gone']);
  });

  it('X26 keep alive 0: still there after 30 s of silence, and answers a ping; and after a day', async () => {
    const events = await eventsOf(frozenClient({ protocolVersion, keepAliveSeconds: 0, pingsAfterSeconds: 30 }));
    expect(packets(events, 'frozen', 'downlink').map(({ type }) => type)).toEqual(['CONNACK', 'PINGRESP']);
    const day = await eventsOf(frozenClient({ protocolVersion, keepAliveSeconds: 0, lastsSeconds: 86_400 }));
    expect(connectionSteps(day, 'frozen')).toEqual(['connecting', 'connected 0']);
  });
});
