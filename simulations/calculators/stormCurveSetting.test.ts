import { expect, it } from 'vitest';
import { type ReconnectStormSetting, reconnectStorm } from '../experiments/fleet/reconnectStorm.ts';
import { stormCurveSetting } from './stormCurveSetting.ts';

const of = (setting: Partial<ReconnectStormSetting>) =>
  stormCurveSetting(reconnectStorm({ broker: 'stopped', persistence: true, queuedEach: 50, downMs: 5_000, ...setting }));

it.each<[string, Partial<ReconnectStormSetting>, number]>([
  ['as many as wait', {}, 50],
  ['no more than the limit lets wait', { maxQueuedMessages: 20 }, 20],
  ['all without a limit', { maxQueuedMessages: 0 }, 50],
  ['none where the broker was killed', { broker: 'killed' }, 0],
  ['none where it saves nothing', { persistence: false }, 0],
  ['all where it goes on, saving nothing', { broker: 'running', persistence: false }, 50],
  ['none that expired on the way', { messageExpirySeconds: 60, awaySeconds: 60 }, 0],
  ['none of a session that ended', { protocolVersion: '5.0', sessionExpirySeconds: 3 }, 0],
  [
    'all of a session that would have ended while a broker that goes on is not down',
    { broker: 'running', protocolVersion: '5.0', sessionExpirySeconds: 3 },
    50,
  ],
])('messages: %s', (_, setting, messages) => {
  expect(of(setting).messagesEach).toBe(messages);
});

it('a broker that goes on is not down, and half of the jitter belongs to the way', () => {
  expect(of({ broker: 'running' }).downMs).toBe(0);
  expect(of({ delayMs: 20, jitterMs: 10, devices: 300 })).toMatchObject({ downMs: 5_000, roundTripMs: 50, devices: 300 });
});
