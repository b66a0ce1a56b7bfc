import { describe, expect, it } from 'vitest';
import { connectionSteps, packets, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { type EmptyClientIdSetting, emptyClientId } from './emptyClientId.ts';

const ASSIGNED = /^auto-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
const REFUSED_ID = ['connecting', 'refused 2', 'lost'];
const LET_IN = ['connecting', 'connected 0'];
const BOTH = [true, false] as const;

const run = async (setting: EmptyClientIdSetting) => {
  const events = await eventsOf(emptyClientId(setting));
  const [connack] = packets(events, 'nameless', 'downlink', 'CONNACK');
  return { steps: connectionSteps(events, 'nameless'), connack, sessions: sessionsAt(events, 1_000) };
};

describe('empty client id', () => {
  it('X4 3.1.1 lets it in with a clean session, under a name that the client never learns', async () => {
    const { steps, connack, sessions } = await run({ protocolVersion: '3.1.1', cleanStart: true, allowed: true });
    expect(steps).toEqual(LET_IN);
    expect(connack?.bytes).toEqual(Uint8Array.of(0x20, 2, 0, 0));
    expect(sessions).toMatchObject([{ clientId: expect.stringMatching(ASSIGNED), connected: true }]);
  });

  it('X4 3.1.1 refuses it without a clean session: 0x02, then the end of the connection', async () => {
    const { steps, connack, sessions } = await run({ protocolVersion: '3.1.1', cleanStart: false, allowed: true });
    expect(steps).toEqual(REFUSED_ID);
    expect(connack?.bytes).toEqual(Uint8Array.of(0x20, 2, 0, 2));
    expect(sessions).toEqual([]);
  });

  it.each(BOTH)('X4 5.0 names the client and says so, clean start %s', async (cleanStart) => {
    const { steps, connack, sessions } = await run({ protocolVersion: '5.0', cleanStart, allowed: true });
    expect(steps).toEqual(LET_IN);
    const [session] = sessions;
    expect(session?.clientId).toMatch(ASSIGNED);
    expect(session?.clientId).toHaveLength(41);
    // Property 0x12, Assigned Client Identifier, with its length.
    const assigned = [0x12, 0, 41, ...[...(session?.clientId ?? '')].map((letter) => letter.charCodeAt(0))];
    expect([...(connack?.bytes ?? [])].join(' ')).toContain(assigned.join(' '));
  });

  it.each(BOTH)('X4 MQTT 3.1 has no empty id, clean session %s', async (cleanStart) => {
    expect((await run({ protocolVersion: '3.1', cleanStart, allowed: true })).steps).toEqual(REFUSED_ID);
  });

  it.each(BOTH)('X4 a broker may forbid it: 0x02 in 3.1.1, 0x80 in 5.0, clean %s', async (cleanStart) => {
    expect((await run({ protocolVersion: '3.1.1', cleanStart, allowed: false })).steps).toEqual(REFUSED_ID);
    expect((await run({ protocolVersion: '5.0', cleanStart, allowed: false })).steps).toEqual(['connecting', 'refused 128', 'lost']);
  });
});
