import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines, packets, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { expiryAtDisconnect } from './expiryAtDisconnect.ts';

const run = async (atConnectSeconds: number | null, atDisconnectSeconds: number | null) => {
  const events = await eventsOf(expiryAtDisconnect({ atConnectSeconds, atDisconnectSeconds }));
  return {
    answer: packets(events, 'valve', 'downlink', 'DISCONNECT').map(({ bytes }) => [...bytes]),
    kept: sessionsAt(events, 2_500).map(({ sessionExpirySeconds }) => sessionExpirySeconds),
    last: connectionSteps(events, 'valve').at(-1),
    protocolError: logLines(events).includes('Client valve-07 disconnected due to protocol error.'),
  };
};

describe('session expiry in DISCONNECT', () => {
  it.each([null, 0])('X16 after %s at CONNECT, 300 is answered with DISCONNECT 0x82 and no session is kept', async (atConnect) => {
    expect(await run(atConnect, 300)).toEqual({ answer: [[0xe0, 1, 0x82]], kept: [], last: 'connected 0', protocolError: true });
  });

  it.each([
    [100, 300, [300], 'connected 0 present'],
    [100, null, [100], 'connected 0 present'],
    [100, 0, [], 'connected 0'],
    [null, 0, [], 'connected 0'],
    [null, null, [], 'connected 0'],
  ])('X16 CONNECT %s, DISCONNECT %s: taken without a word', async (atConnect, atDisconnect, kept, last) => {
    expect(await run(atConnect, atDisconnect)).toEqual({ answer: [], kept, last, protocolError: false });
  });
});
