import { describe, expect, it } from 'vitest';
import { energyPerWakeUp } from '../../calculators/energyPerWakeUp.ts';
import { BOOT_MS } from '../../devices/power.ts';
import { joinMs } from '../../devices/wifi.ts';
import { type Microseconds, START } from '../../engine/time.ts';
import type { PowerState, RunEvent } from '../../events.ts';
import { EnergyUse } from '../../measures/energyUse.ts';
import { connectionSteps, packets, payloads } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { SLEEPING_DEVICE, type SleepingDeviceSetting, sleepingDevice } from './sleepingDevice.ts';

const run = (setting: Partial<SleepingDeviceSetting>) => eventsOf(sleepingDevice(setting));
const accepted = (events: readonly RunEvent[]) => connectionSteps(events, SLEEPING_DEVICE).filter((step) => step.startsWith('connected'));
const subscribes = (events: readonly RunEvent[]) => packets(events, SLEEPING_DEVICE, 'uplink', 'SUBSCRIBE').length;
function secondWakeUp(events: readonly RunEvent[]): { readonly from: Microseconds; readonly until: Microseconds } {
  const at = (state: PowerState) =>
    events.flatMap((event) => (event.kind === 'power' && event.state === state ? [event.at] : []))[1] ?? START;
  return { from: at('boot'), until: at('deepSleep') };
}
const ALL = Array.from({ length: 9 }, (_, index) => `open ${index + 1}`);

describe('a device that sleeps', () => {
  it.each([
    ['DISCONNECT', true],
    ['no word', false],
  ])('finds each command in its session, when it goes with %s', async (_name, saysGoodbye) => {
    const events = await run({ saysGoodbye });
    expect(payloads(events, SLEEPING_DEVICE)).toEqual(ALL);
    expect(accepted(events)).toEqual(['connected 0', ...Array.from({ length: 4 }, () => 'connected 0 present')]);
    expect(subscribes(events)).toBe(1);
  });

  it('without a session misses all that is sent while it sleeps', async () => {
    const events = await run({ keepsSession: false });
    expect(payloads(events, SLEEPING_DEVICE)).toEqual([]);
    expect(subscribes(events)).toBe(5);
  });

  it.each([
    [10, []],
    [120, ALL],
  ])('5.0: with a session expiry of %d s and 20 s of sleep gets %j', async (sessionExpirySeconds, got) => {
    expect(payloads(await run({ protocolVersion: '5.0', sessionExpirySeconds }), SLEEPING_DEVICE)).toEqual(got);
  });

  it('needs no time to listen: what waits comes right behind CONNACK, and it waits for the answer to its own message', async () => {
    expect(payloads(await run({ listenMs: 0 }), SLEEPING_DEVICE)).toEqual(ALL);
  });
});

it.each(['knownChannel', 'fullScan', 'everythingKept'] as const)(
  'one wake-up with %s costs what the closed form says, but for the pings and acknowledgements',
  async (join) => {
    const events = await run({ join, keepsSession: false, listenMs: 500 });
    const { from, until } = secondWakeUp(events);
    const within = events.filter(({ at }) => at >= from && at <= until);
    const sent = packets(within, SLEEPING_DEVICE, 'uplink');
    const use = new EnergyUse();
    for (const event of within) {
      if (event.kind === 'power') use.enter(event.state, event.at);
      if (event.kind === 'packetSent' && sent.includes(event)) use.transmitted(event.bytes.length);
    }
    const measured = use.upTo(until);
    // The listening is 500 ms after CONNACK; the exchange of its own message goes on within it, with the receiver on for part of that time alone.
    const expected = energyPerWakeUp({
      bootMs: BOOT_MS,
      joinMs: joinMs(join),
      roundTripMs: 100,
      security: 'none',
      qos: 0,
      packetBytes: sent.map(({ bytes }) => bytes.length),
      rate: '802.11b',
      listenMs: 500,
      sleepMs: 0,
    });
    expect([measured.boot, measured.associate]).toEqual([expected.boot, expected.associate]);
    expect(measured.listen + measured.modemSleep).toBeLessThanOrEqual(expected.listen);
    expect(measured.total).toBeGreaterThan(0.7 * expected.total);
  },
);
