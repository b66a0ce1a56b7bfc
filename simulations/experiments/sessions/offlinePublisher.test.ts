import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { connectionSteps, payloads } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { type OfflinePublisherSetting, OUTAGE_FROM_MS, offlinePublisher } from './offlinePublisher.ts';

const BUFFER = { place: 'ram', slots: 10, whenFull: 'dropOldest', drainEveryMs: 200 } as const;

const arrived = (events: readonly RunEvent[]) => payloads(events, 'dashboard').map((payload) => Number(payload.split(' ')[1]));
const made = (events: readonly RunEvent[]) => events.filter((event) => event.kind === 'message' && event.step === 'made').length;
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const run = (setting: Partial<OfflinePublisherSetting>) => eventsOf(offlinePublisher(setting));

describe('a device that publishes while its Wi-Fi is gone', () => {
  it('gets the command that waited in its session, and loses what it made meanwhile', async () => {
    const events = await run({});
    expect(connectionSteps(events, 'sensor').at(-1)).toBe('connected 0 present');
    expect(payloads(events, 'sensor')).toEqual(['report']);
    expect(made(events)).toBe(22);
    expect(arrived(events)).toEqual([...span(1, 3), ...span(20, 22)]);
  });

  it('with a clean session loses the command too, and not a reading more', async () => {
    const events = await run({ keepsSession: false });
    expect(payloads(events, 'sensor')).toEqual([]);
    expect(arrived(events)).toEqual([...span(1, 3), ...span(20, 22)]);
  });

  it.each([
    // Readings 4 to 8 go out before the device knows that nobody hears it; 9 to 19 are made after that, 11 in all.
    ['dropOldest', 10, span(10, 22)],
    ['dropNewest', 10, [...span(9, 18), ...span(20, 22)]],
    ['dropOldest', 11, span(9, 22)],
    ['dropOldest', 5, span(15, 22)],
  ] as const)('a buffer that has to %s, with %d slots, brings what it held, in order', async (whenFull, slots, rest) => {
    expect(arrived(await run({ buffer: { ...BUFFER, slots, whenFull } }))).toEqual([...span(1, 3), ...rest]);
  });

  it('esp-mqtt keeps messages above QoS 0 by itself, for half a minute', async () => {
    const lost = async (outageSeconds: number) => {
      const events = await run({ library: 'espMqtt', outageSeconds });
      const got = new Set(arrived(events));
      return span(1, made(events)).filter((reading) => !got.has(reading));
    };
    expect(await lost(20)).toEqual([]);
    expect(await lost(60)).toEqual(span(4, 19));
  });

  it.each([
    ['ram', [12, 13, 14, 15, 16]],
    ['flash', span(9, 16)],
  ] as const)('when the power fails, a buffer in %s brings of the outage %j', async (place, kept) => {
    const events = await run({ library: 'espMqtt', buffer: { ...BUFFER, slots: 20, place }, powerFails: true });
    const got = arrived(events).filter((reading) => reading > 3 && reading <= 16);
    expect(got).toEqual(kept);
  });

  it('paho keeps them until it has them through, the first of the outage on', async () => {
    const events = await run({ library: 'pahoPython' });
    expect(new Set(arrived(events))).toEqual(new Set(span(1, made(events))));
  });

  it('brings readings in the order in which they were made, whatever kept them', async () => {
    for (const library of ['espMqtt', 'pahoPython', 'mqttJs'] as const) {
      const got = arrived(await run({ library, buffer: { ...BUFFER, slots: 50 } }));
      expect(got).toEqual([...got].sort((one, other) => one - other));
    }
  });

  it('begins as it says', async () => {
    const gone = (await run({})).find((event) => event.kind === 'wifi' && event.state === 'lost');
    // The chip hears no beacons for 6 s and asks five times before it tells its program.
    expect(gone?.at).toBe((OUTAGE_FROM_MS + 8_500) * 1_000);
  });
});
