import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { connectionSteps, logLines, packets, payloads, received } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import {
  OFFLINE,
  ONLINE,
  WILL_DELIVERY_DEFAULTS,
  WILL_ENDING_AT_MS,
  type WillDeliverySetting,
  type WillEnding,
  willDelivery,
} from './willDelivery.ts';

const run = (setting: Partial<WillDeliverySetting>): Promise<RunEvent[]> => eventsOf(willDelivery(setting));

/** When the watcher was given the will, in seconds after the end; `null`: never. */
function willAfter(events: readonly RunEvent[]): number | null {
  const will = received(events, 'watcher').find(({ payload }) => payload === OFFLINE);
  return will === undefined ? null : (will.at - WILL_ENDING_AT_MS * 1_000) / 1e6;
}

/** One way to the broker and one to the watcher; the rival needs two more for TCP's handshake. */
const AT_ONCE = 0.1;
const WITH_HANDSHAKE = 0.2;
/** The last packet, a PINGREQ, comes at 5.55 s; six seconds later the broker's next look is at 12 s. */
const AFTER_KEEP_ALIVE = 6.05;

describe.each(['3.1.1', '5.0'] as const)('%s', (protocolVersion) => {
  const kept = protocolVersion === '5.0' ? { sessionExpirySeconds: 60 } : { cleanSession: false };
  it.each([
    ['disconnect', null, null],
    ['disconnectWithWill', protocolVersion === '5.0' ? AT_ONCE : null, protocolVersion === '5.0' ? AT_ONCE : null],
    ['drop', AT_ONCE, AT_ONCE],
    ['cable', AFTER_KEEP_ALIVE, AFTER_KEEP_ALIVE],
    // Mosquitto publishes it only where the session ends, too; the standards would have it published at both.
    ['takeOver', WITH_HANDSHAKE, null],
    // Mosquitto forgets the will with the CONNECT that is one too many.
    ['secondConnect', null, null],
    ['invalidPacket', AT_ONCE, AT_ONCE],
  ] as const satisfies readonly (readonly [WillEnding, number | null, number | null])[])(
    '%s: the will is there after %s s; where the session is kept, after %s s',
    async (ending, whereItEnds, whereKept) => {
      expect(willAfter(await run({ protocolVersion, ending }))).toBe(whereItEnds);
      expect(willAfter(await run({ protocolVersion, ending, ...kept }))).toBe(whereKept);
    },
  );

  it('cable: with keep alive 0 it never goes out, and both ends believe in their connection', async () => {
    for (const untilTcpGivesUp of [false, true]) {
      const events = await run({ protocolVersion, keepAliveSeconds: 0, untilTcpGivesUp });
      expect(willAfter(events)).toBe(null);
      expect(connectionSteps(events, 'device')).toEqual(['connecting', 'connected 0']);
    }
  });

  it.each([0, 1, 2] as const)('comes with the QoS that it was left with: %d', async (willQos) => {
    const events = await run({ protocolVersion, ending: 'drop', willQos });
    expect(received(events, 'watcher').find(({ payload }) => payload === OFFLINE)).toMatchObject({ qos: willQos, retain: false });
  });

  it('a retained will is there for who comes later, until the device says otherwise', async () => {
    expect(payloads(await run({ protocolVersion, ending: 'drop' }), 'latecomer')).toEqual([]);
    expect(payloads(await run({ protocolVersion, ending: 'drop', willRetain: true }), 'latecomer')).toEqual([OFFLINE]);
    expect(payloads(await run({ protocolVersion, ending: 'drop', willRetain: true, backAfterSeconds: 3 }), 'latecomer')).toEqual([ONLINE]);
    // After a DISCONNECT what it had said stays, though it is gone.
    expect(payloads(await run({ protocolVersion, ending: 'disconnect', willRetain: true }), 'latecomer')).toEqual([ONLINE]);
  });

  it('a cable that is back in time: the connection stands, there is no will', async () => {
    const events = await run({ protocolVersion, backAfterSeconds: 3 });
    expect(connectionSteps(events, 'device')).toEqual(['connecting', 'connected 0']);
    expect(payloads(events, 'watcher')).toEqual([ONLINE, ONLINE]);
  });

  it('a cable that is back before the deadline may be too late all the same: TCP sends again what was lost in its own time', async () => {
    const events = await run({ protocolVersion, backAfterSeconds: 5 });
    expect(willAfter(events)).toBe(AFTER_KEEP_ALIVE);
    expect(payloads(events, 'watcher')).toEqual([ONLINE, OFFLINE, ONLINE]);
  });
});

describe('the deadline: one and a half times the keep alive after the last packet, in whole seconds', () => {
  it.each([1, 2, 3, 4, 5, 7, 10, 30, 60])('keep alive %d s', async (keepAliveSeconds) => {
    const events = await run({ keepAliveSeconds });
    const last = packets(events, 'device', 'uplink').findLast(({ lost }) => !lost)?.endsAt ?? 0;
    const closed = events.find((event) => event.kind === 'brokerLog' && event.text.includes('exceeded timeout'))?.at ?? 0;
    // 2.0.21 takes the second in which the packet came, adds whole seconds, and closes when the next one has begun.
    expect(closed / 1e6).toBe(Math.floor(last / 1e6) + Math.floor(keepAliveSeconds * 1.5) + 1);
    expect(received(events, 'watcher').find(({ payload }) => payload === OFFLINE)?.at).toBe(closed + 50_000);
  });
});

it('the device learns of the pulled cable from its own TCP only after 19 minutes', async () => {
  const events = await run({ untilTcpGivesUp: true });
  const lost = events.find((event) => event.kind === 'connection' && event.client === 'device' && event.step === 'lost');
  expect((lost?.at ?? 0) / 60e6).toBeCloseTo(19.3, 1);
});

describe('5.0 will delay', () => {
  const delayed = (setting: Partial<WillDeliverySetting>): Promise<RunEvent[]> =>
    run({ protocolVersion: '5.0', ending: 'drop', sessionExpirySeconds: 60, willDelaySeconds: 5, ...setting });

  // The connection ends at 6.05 s; the broker counts from the second that has begun and looks when the next is over.
  it.each([
    ['the delay is over', {}, 6.05],
    ['the session expires first', { sessionExpirySeconds: 3, willDelaySeconds: 10 }, 4.05],
    // The session ends with its connection, and the will should go out with it; Mosquitto waits for the delay.
    ['an expiry of 0 should cut it short, and does not', { sessionExpirySeconds: 0 }, 6.05],
    ['it counts from where the broker notices', { ending: 'cable' }, 12.05],
    ['DISCONNECT 0x04 waits for it, too', { ending: 'disconnectWithWill' }, 6.05],
  ] as const)('%s', async (_, setting, after) => {
    const events = await delayed(setting);
    expect(willAfter(events)).toBe(after);
    expect(logLines(events).some((line) => line.includes('Expiring client valve-07'))).toBe(after === 4.05);
  });

  it.each([
    ['drop', 3],
    ['disconnectWithWill', 3],
    ['drop', 5],
  ] as const)('%s, and back after %d s: the will is thrown away', async (ending, backAfterSeconds) => {
    const events = await delayed({ ending, backAfterSeconds });
    expect(payloads(events, 'watcher')).toEqual([ONLINE, ONLINE]);
  });

  it('back after the delay: the will had gone out', async () => {
    expect(payloads(await delayed({ backAfterSeconds: 8 }), 'watcher')).toEqual([ONLINE, OFFLINE, ONLINE]);
  });

  it('a take-over is a return: no will', async () => {
    expect(willAfter(await delayed({ ending: 'takeOver' }))).toBe(null);
    expect(willAfter(await delayed({ ending: 'takeOver', sessionExpirySeconds: 0 }))).toBe(null);
  });
});

it('what only 5.0 can say is left out in 3.1.1', () => {
  const setting = { ...WILL_DELIVERY_DEFAULTS, sessionExpirySeconds: 60, willDelaySeconds: 60 };
  expect(JSON.stringify(willDelivery(setting))).toBe(JSON.stringify(willDelivery()));
});
