// Every setting at the ends of its documented range makes a scenario that may be run.
import { expect, it } from 'vitest';
import { checkScenario } from '../../checkScenario.ts';
import type { Scenario } from '../../scenario.ts';
import { connectionLimit } from './connectionLimit.ts';
import { expiredMessagesKeepPlace } from './expiredMessagesKeepPlace.ts';
import { expiryAtDisconnect } from './expiryAtDisconnect.ts';
import { expiryLeftOut } from './expiryLeftOut.ts';
import { keepAliveLimit } from './keepAliveLimit.ts';
import { messageExpiry } from './messageExpiry.ts';
import { pingPong } from './pingPong.ts';
import { queueLimit } from './queueLimit.ts';
import { sessionExpiry } from './sessionExpiry.ts';

const NEVER = 0xffff_ffff;
const HOUR_MS = 3_600_000;
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

const ends: Readonly<Record<string, readonly Scenario[]>> = {
  pingPong: [
    pingPong({ protocolVersion: '3.1.1', reconnectAfterMs: 1, lastsMs: 1_000, distinctIds: false }),
    pingPong({ protocolVersion: '5.0', reconnectAfterMs: HOUR_MS, lastsMs: HOUR_MS, distinctIds: true }),
  ],
  keepAliveLimit: [
    keepAliveLimit({ protocolVersion: '3.1.1', keepAliveSeconds: 0, longestSeconds: 0, lastsMs: 1_000 }),
    keepAliveLimit({ protocolVersion: '5.0', keepAliveSeconds: 65_535, longestSeconds: 65_535, lastsMs: HOUR_MS }),
  ],
  connectionLimit: [
    connectionLimit({ protocolVersion: '3.1.1', limit: 1, oneLeaves: true }),
    connectionLimit({ protocolVersion: '5.0', limit: 40, oneLeaves: true }),
  ],
  queueLimit: [
    queueLimit({ protocolVersion: '3.1.1', queueLimit: 0, messages: 1, subscriberIs: 'away', inFlightLimit: 1 }),
    queueLimit({ protocolVersion: '5.0', queueLimit: 10_000, messages: 5_000, subscriberIs: 'silent', inFlightLimit: 65_535 }),
  ],
  messageExpiry: [
    messageExpiry({ subscriberVersion: '3.1.1', lifetimesSeconds: [1], awayMs: 0 }),
    messageExpiry({ subscriberVersion: '5.0', lifetimesSeconds: times(100, 3_600), awayMs: HOUR_MS }),
  ],
  expiredMessagesKeepPlace: [
    expiredMessagesKeepPlace({ subscriberVersion: '3.1.1', queueLimit: 0, stale: 1, fresh: 1, lifetimeSeconds: 1 }),
    expiredMessagesKeepPlace({ subscriberVersion: '5.0', queueLimit: 10_000, stale: 1_000, fresh: 1_000, lifetimeSeconds: 3_600 }),
  ],
  sessionExpiry: [
    sessionExpiry({ expirySeconds: 0, absencesMs: [] }),
    sessionExpiry({ expirySeconds: 3_600, absencesMs: times(40, HOUR_MS) }),
  ],
  expiryLeftOut: [expiryLeftOut({ protocolVersion: '5.0', expirySeconds: NEVER, cleanStart: true, ends: 'disconnect' })],
  expiryAtDisconnect: [expiryAtDisconnect({ atConnectSeconds: NEVER, atDisconnectSeconds: NEVER })],
};

it.each(Object.entries(ends))('%s can be run with every setting at the ends of its range', (_, scenarios) => {
  for (const scenario of scenarios) expect(checkScenario(scenario)).toEqual([]);
});

it('what only 5.0 can say is a problem with its place in 3.1.1', () => {
  const scenario = expiryLeftOut({ protocolVersion: '3.1.1', expirySeconds: 300, cleanStart: false, ends: 'drop' });
  expect(checkScenario(scenario).map(({ path }) => path)).toEqual(['script.0', 'script.3']);
});
