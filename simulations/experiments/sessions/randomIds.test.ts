import { describe, expect, it } from 'vitest';
import { connectionSteps, counterAt, logLines, payloads, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { DISCONNECTED_TOPIC } from './orphans.ts';
import {
  DEVICE_ID_PREFIX,
  RANDOM_IDS_CLIENTS,
  RANDOM_IDS_DEFAULTS,
  type RandomIdsSetting,
  randomIds,
  randomIdsTimes,
} from './randomIds.ts';

const { device, watcher } = RANDOM_IDS_CLIENTS;
const HOUR_MS = 3_600_000;

async function run(change: Partial<RandomIdsSetting>) {
  const setting = { ...RANDOM_IDS_DEFAULTS, ...change };
  const events = await eventsOf(randomIds(setting));
  const { last } = randomIdsTimes(setting);
  const ofDevice = (atMs: number) => sessionsAt(events, atMs).filter(({ clientId }) => clientId.startsWith(DEVICE_ID_PREFIX));
  return {
    accepted: connectionSteps(events, device).filter((step) => step.startsWith('connected')).length,
    beforeLast: ofDevice(last - 1).length,
    waiting: ofDevice(last - 1).reduce((sum, { outgoing }) => sum + outgoing.queued.messages, 0),
    atEnd: ofDevice(last + setting.afterwardsMs).length,
    got: payloads(events, device).length,
    disconnected: counterAt(events, watcher, DISCONNECTED_TOPIC, last + setting.afterwardsMs),
    expired: logLines(events).filter((line) => line.startsWith('Expiring client')).length,
  };
}

describe.each(['3.1.1', '5.0'] as const)('X23 one device, 12 starts, 10 messages before the last, MQTT %s', (protocolVersion) => {
  it('X23 a random id each time: a session for each start, 110 copies wait for nobody, the device gets none', async () => {
    expect(await run({ protocolVersion })).toMatchObject({
      accepted: 12,
      beforeLast: 11,
      waiting: 110,
      atEnd: 12,
      got: 0,
      disconnected: 11,
      expired: 0,
    });
  });

  it('X23 a stable id: one session, and the device gets all ten', async () => {
    expect(await run({ protocolVersion, clientIds: 'stable' })).toMatchObject({
      accepted: 12,
      beforeLast: 1,
      waiting: 10,
      atEnd: 1,
      got: 10,
    });
  });

  it('X24 persistent_client_expiration 1h clears the eleven away, an hour later', async () => {
    const persistentClientExpiration = '1h';
    expect(await run({ protocolVersion, persistentClientExpiration, afterwardsMs: HOUR_MS / 2 })).toMatchObject({ atEnd: 12 });
    const later = await run({ protocolVersion, persistentClientExpiration, afterwardsMs: HOUR_MS });
    expect(later).toMatchObject({ beforeLast: 11, atEnd: 1, expired: 11 });
  });
});

it('clean session on: no session outlives its connection (3.1.1)', async () => {
  expect(await run({ cleanStart: true })).toMatchObject({ beforeLast: 0, waiting: 0, atEnd: 1, got: 0 });
});

it('X23 a session expiry of 5 s: each is gone 5 s after its start (5.0)', async () => {
  const { beforeLast, atEnd } = await run({ protocolVersion: '5.0', sessionExpirySeconds: 5, afterwardsMs: 8_000 });
  expect(beforeLast).toBeLessThan(5);
  expect(atEnd).toBe(1);
});

it('200 starts and 200 messages: 199 sessions, and the queue holds 39,800 copies', async () => {
  const { beforeLast, waiting } = await run({ starts: 200, messages: 200 });
  expect([beforeLast, waiting]).toEqual([199, 39_800]);
});
