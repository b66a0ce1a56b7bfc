import { expect, it } from 'vitest';
import { brokerAtFirst, clientStrategies, fromMilliseconds, type RunEvent } from '#simulations';
import type { RunView } from '#simulations/worker';
import { isClean, strategyStories, whyLost } from './strategyStory.ts';

const at = fromMilliseconds;

function given(client: string, ...payloads: string[]): RunEvent[] {
  return payloads.map((payload, index) => ({
    kind: 'received',
    at: at(index),
    client,
    topicName: 'plant/cmd',
    payload,
    qos: 1,
    dup: false,
    retain: false,
    packetId: index + 1,
    messageExpirySeconds: null,
  }));
}

function view(events: readonly RunEvent[]): RunView {
  return { at: at(60_000), figures: [], clients: [], broker: brokerAtFirst(), energy: [], flash: [], events, log: [], serial: [] };
}

it('counts each command once, and keeps those of the two gaps apart', () => {
  const events = given('never-clean', 'first', 'late 1', 'late 1', 'late 2', 'between', 'stale 1');
  const story = strategyStories(view(events)).find(({ strategy }) => strategy === 'never-clean');
  expect(story).toMatchObject({ late: 2, stale: 1, heardAgain: true, leftSessions: 0 });
});

it('is clean only with everything wanted, nothing else, and nothing left behind', () => {
  const [story] = strategyStories(view(given('first-only', 'late 1', 'late 2', 'late 3', 'between')));
  if (story === undefined) throw new Error('there are five');
  expect(isClean(story, 3)).toBe(true);
  expect(isClean({ ...story, late: 2 }, 3)).toBe(false);
  expect(isClean({ ...story, stale: 1 }, 3)).toBe(false);
  expect(isClean({ ...story, heardAgain: false }, 3)).toBe(false);
  expect(isClean({ ...story, leftSessions: 1 }, 3)).toBe(false);
});

it.each([
  ['first-only', null, false, 'noExpiry'],
  ['first-only', 300, null, 'notBack'],
  ['always-clean', null, false, 'noExpiry'],
  ['always-clean', 300, false, 'wiped'],
  ['never-clean', 300, true, 'other'],
] as const)('%s with an expiry of %s, told %s: %s', (strategy, sessionExpirySeconds, foundAtReconnection, why) => {
  const story = strategyStories(view([])).find((one) => one.strategy === strategy);
  if (story === undefined) throw new Error('there are five');
  expect(whyLost({ ...story, foundAtReconnection }, { scenario: clientStrategies({ sessionExpirySeconds }) })).toBe(why);
});
