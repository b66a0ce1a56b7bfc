import { describe, expect, it } from 'vitest';
import { packets } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { SILENCE_BEGINS_MS, silenceEndsMs, silentSubscriber } from './silentSubscriber.ts';

describe.each(['3.1.1', '5.0'] as const)('X20 a subscriber that never acknowledges, %s', (protocolVersion) => {
  it('X20 25 s of silence, then at each return the same ids again: DUP, and PUBREL alone after PUBREC', async () => {
    const events = await eventsOf(silentSubscriber({ protocolVersion }));
    const { firstReturn, pubrec, secondReturn } = silenceEndsMs(25);
    const sentBetween = (fromMs: number, toMs: number): string[] =>
      packets(events, 'mute', 'downlink')
        .filter(({ at }) => at >= fromMs * 1_000 && at < toMs * 1_000)
        .map(({ type, packetId, dup }) => [type, packetId, dup ? 'DUP' : null].filter((part) => part !== null).join(' '));

    expect(sentBetween(SILENCE_BEGINS_MS, firstReturn)).toEqual(['PUBLISH 1', 'PUBLISH 2']);
    // Both came within the first tenth of a second: the rest of the time is silence.
    expect(sentBetween(SILENCE_BEGINS_MS + 100, firstReturn)).toEqual([]);
    expect(sentBetween(firstReturn, pubrec)).toEqual(['CONNACK', 'PUBLISH 1 DUP', 'PUBLISH 2 DUP']);
    expect(sentBetween(pubrec, secondReturn)).toEqual(['PUBREL 2']);
    expect(sentBetween(secondReturn, Number.POSITIVE_INFINITY)).toEqual(['CONNACK', 'PUBLISH 1 DUP', 'PUBREL 2']);
  });

  it('X20 80 s of silence change nothing', async () => {
    const events = await eventsOf(silentSubscriber({ protocolVersion, silentSeconds: 80 }));
    const { firstReturn } = silenceEndsMs(80);
    const before = packets(events, 'mute', 'downlink', 'PUBLISH').filter(({ at }) => at < firstReturn * 1_000);
    expect(before.map(({ packetId }) => packetId)).toEqual([1, 2]);
  });
});
