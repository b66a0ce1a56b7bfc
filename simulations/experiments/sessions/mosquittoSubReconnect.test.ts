import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines, payloads, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { mosquittoSubReconnect } from './mosquittoSubReconnect.ts';

const connectLines = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.includes('connected from') && line.includes('dev1'));

describe('X31 mosquitto_sub -V mqttv5 -i dev1 -x 300 -q 1, its connection cut', () => {
  it('X31 without -c it comes back with clean start 1 and has lost what came meanwhile', async () => {
    const events = await eventsOf(mosquittoSubReconnect({ keepsSession: false }));
    expect(payloads(events, 'mosquitto_sub')).toEqual(['before', 'after']);
    expect(connectionSteps(events, 'mosquitto_sub')).toEqual(['connecting', 'connected 0', 'lost', 'connecting', 'connected 0']);
    // The broker had kept it: the session, and the message in it, were there until the program's own reconnect.
    expect(sessionsAt(events, 2_900).find(({ clientId }) => clientId === 'dev1')).toMatchObject({
      connected: false,
      outgoing: { queued: { messages: 1 } },
    });
    const lines = connectLines(logLines(events));
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.includes('(p5, c1, k60)'))).toBe(true);
  });

  it('X31 with -c it gets before, during and after', async () => {
    const events = await eventsOf(mosquittoSubReconnect({ keepsSession: true }));
    expect(payloads(events, 'mosquitto_sub')).toEqual(['before', 'during', 'after']);
    expect(connectionSteps(events, 'mosquitto_sub').slice(-1)).toEqual(['connected 0 present']);
    const lines = connectLines(logLines(events));
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.includes('(p5, c0, k60)'))).toBe(true);
  });

  it('X31 -c saves nothing where the session has expired meanwhile', async () => {
    const events = await eventsOf(mosquittoSubReconnect({ keepsSession: true, sessionExpirySeconds: 0 }));
    expect(payloads(events, 'mosquitto_sub')).toEqual(['before', 'after']);
  });
});
