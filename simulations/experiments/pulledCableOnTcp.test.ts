import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../events.ts';
import type { Scenario } from '../scenario.ts';
import { connectionSteps, packets, payloads, received } from './observe.ts';
import { PULLED_AT_MS, pulledCableOnTcp } from './pulledCableOnTcp.ts';
import { eventsOf } from './runOnBroker.test-data.ts';

const ALL = Array.from({ length: 100 }, (_, index) => String(index + 1));
/** Those that left before the cable was pulled: at 1,000, 1,010, ... ms. */
const BEFORE = ALL.slice(0, (PULLED_AT_MS - 1_000) / 10);

/**
 * The publisher connects at 500 ms, so its timer ticks at 750, 1,250, ... ms. What was under way at 1.5 s is sent again at 2,750 (in vain) and 5,750 ms: 20 ms later QoS 0
 * is at the witness. At QoS 1 and 2 the broker has an answer to send again, too: at 1,500 + 220 (2^4 - 1) = 4,800 ms it comes through, acknowledges one packet, and the
 * publisher's timer starts anew: third tick, 6,250 ms. At QoS 2 the first to
 * come through is the PUBREL of a message that was there before.
 */
describe.each([
  { qos: 0, firstAfter: 5_770_000 },
  { qos: 1, firstAfter: 6_270_000 },
  { qos: 2, firstAfter: 6_270_000 },
] as const)('QoS $qos', ({ qos, firstAfter }) => {
  it('plugged in again before anybody gives up: everything arrives once, in order, with the next resend', async () => {
    const events = await eventsOf(pulledCableOnTcp({ qos, pluggedAtMs: 4_000, keepAliveSeconds: 0 }));
    expect(payloads(events, 'witness')).toEqual(ALL);
    expect(connectionSteps(events, 'publisher')).toEqual(['connecting', 'connected 0']);
    expect(received(events, 'witness').find(({ at }) => at > 2_000_000)?.at).toBe(firstAfter);
  });
});

it('QoS 0 loses when the connection dies: never plugged in, the second half is lost, and the publisher learns of it after 19 minutes', async () => {
  const events = await eventsOf(pulledCableOnTcp({ qos: 0, pluggedAtMs: null, keepAliveSeconds: 0 }));
  expect(payloads(events, 'witness')).toEqual(BEFORE);
  const lost = packets(events, 'publisher', 'uplink', 'PUBLISH').filter((packet) => packet.lost);
  expect(lost).toHaveLength(ALL.length - BEFORE.length);
  const died = events.find((event) => event.kind === 'connection' && event.client === 'publisher' && event.step === 'lost');
  // 12 resends and one more tick after the resend at 2.75 s: 1,149.5 s.
  expect(died?.at).toBe(1_152_250_000);
  expect(new Set(lost.map((packet) => packet.endsAt))).toEqual(new Set([died?.at]));
  // The broker was told nothing, and without keep alive it never asks.
  expect(payloads(events, 'witness')).not.toContain('gone');
});

it('QoS 0 loses when the broker gives up first: its keep alive runs out, the will goes out, and plugging in brings only the bad news', async () => {
  const events = await eventsOf(pulledCableOnTcp({ qos: 0, pluggedAtMs: 60_000, keepAliveSeconds: 10 }));
  expect(payloads(events, 'witness')).toEqual([...BEFORE, 'gone']);
  const gone = received(events, 'witness').at(-1)?.at ?? 0;
  expect(gone).toBeGreaterThan(16_500_000);
  expect(gone).toBeLessThan(24_000_000);
  const lost = events.find((event) => event.kind === 'connection' && event.client === 'publisher' && event.step === 'lost');
  expect(lost?.at).toBeGreaterThan(60_000_000);
  expect(packets(events, 'publisher', 'uplink', 'PUBLISH').filter((packet) => packet.lost)).toHaveLength(ALL.length - BEFORE.length);
});

describe.each(['stopBroker', 'killBroker'] as const)('%s', (end) => {
  const scenario = (pulled: boolean): Scenario => {
    const plain = pulledCableOnTcp({ qos: 0, pluggedAtMs: 300_000, keepAliveSeconds: 0 });
    const script = plain.script ?? [];
    return {
      ...plain,
      script: [
        ...(pulled ? script : script.filter(({ do: what }) => what !== 'pullCable' && what !== 'plugCable')),
        { atMs: 5_000, do: end },
        { atMs: 6_000, do: 'startBroker' },
        { atMs: 310_000, client: 'publisher', do: 'send', packet: { type: 'PINGREQ' } },
      ],
    };
  };
  const lostAt = (events: readonly RunEvent[]) =>
    events.find((event) => event.kind === 'connection' && event.client === 'publisher' && event.step === 'lost')?.at;

  it('the client learns of it at once by FIN', async () => {
    expect(lostAt(await eventsOf(scenario(false)))).toBe(5_010_000);
  });

  it('with the cable out it believes in its connection until a packet of its own meets nobody and is answered with a reset', async () => {
    // The next resend would be at 383.75 s; the PINGREQ at 310 s finds room in the window and leaves at once.
    const events = await eventsOf(scenario(true));
    expect(lostAt(events)).toBe(310_020_000);
    expect(packets(events, 'publisher', 'uplink', 'PINGREQ').map(({ lost }) => lost)).toEqual([true]);
  });
});
