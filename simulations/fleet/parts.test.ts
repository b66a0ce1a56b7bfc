// The parts of the fleet's engine, each by itself: agenda, bins, packets, what a light client makes of the broker's bytes, and the server.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../mqtt/decode.ts';
import { encode } from '../mqtt/encode.ts';
import { Agenda } from './agenda.ts';
import { Bins } from './bins.ts';
import type { FleetMessages, FleetSessions, ServerModel } from './fleetScenario.ts';
import { connectPacket, NumberedPublish, subscribePacket } from './packets.ts';
import { PacketTaker } from './packetTaker.ts';
import { Server, wireBytes } from './server.ts';

describe('the agenda', () => {
  it('gives entries by instant, then first in, first out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 300 }), (instants) => {
        const agenda = new Agenda();
        for (const [index, at] of instants.entries()) agenda.put(at, index);
        const taken: [number, number][] = [];
        while (agenda.nextAt < Number.POSITIVE_INFINITY) {
          const what = agenda.take();
          taken.push([agenda.now, what]);
        }
        const expected = instants.map((at, index): [number, number] => [at, index]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(taken).toEqual(expected);
      }),
    );
  });

  it('keeps its order while entries come and go, beyond its first room', () => {
    const agenda = new Agenda();
    let now = 0;
    for (let index = 0; index < 20_000; index++) agenda.put((index * 7_919) % 10_007, index);
    for (let taken = 0; taken < 40_000 && agenda.nextAt < Number.POSITIVE_INFINITY; taken++) {
      const what = agenda.take();
      expect(agenda.now).toBeGreaterThanOrEqual(now);
      now = agenda.now;
      if (what < 20_000 && what % 2 === 0) agenda.put(now + (what % 13), 20_000 + what);
    }
    expect(agenda.nextAt).toBe(Number.POSITIVE_INFINITY);
  });

  it('refuses the past', () => {
    const agenda = new Agenda();
    agenda.put(5, 1);
    agenda.take();
    expect(() => agenda.put(4, 2)).toThrow(/it is 5/);
  });
});

describe('bins', () => {
  it('hold any length of time: two become one, sums stay, levels keep the last, peaks the most', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 200 }), (told) => {
        const inOrder = told.toSorted((a, b) => a[0] - b[0]);
        const bins = new Bins({ sum: 'sum', last: 'last', most: 'most' }, 10);
        for (const [at, amount] of inOrder) {
          bins.add('sum', at, amount);
          bins.add('last', at, amount);
          bins.add('most', at, amount);
        }
        const { series, bins: used, widthMs } = bins.result();
        expect(used).toBeLessThanOrEqual(1_024);
        expect(used * widthMs).toBeGreaterThan(inOrder.at(-1)?.[0] ?? 0);
        expect(series.sum.reduce((all, amount) => all + amount, 0)).toBe(inOrder.reduce((all, [, amount]) => all + amount, 0));
        expect(series.last.at(-1)).toBe(inOrder.at(-1)?.[1]);
        expect(Math.max(...series.most)).toBe(Math.max(...inOrder.map(([, amount]) => amount)));
      }),
    );
  });

  it('a level stays where nothing is said; a sum does not', () => {
    const bins = new Bins({ level: 'last', count: 'sum' }, 10);
    bins.add('level', 5, 7);
    bins.add('count', 5, 7);
    bins.add('level', 35, 8);
    expect([...bins.result().series.level]).toEqual([7, 7, 7, 8]);
    expect([...bins.result().series.count]).toEqual([7, 0, 0, 0]);
  });
});

const SESSIONS: FleetSessions = {
  protocolVersion: '5.0',
  devices: 20_000,
  subscriptionsEach: 2,
  topicBytes: 20,
  sessionExpirySeconds: 600,
};
const MESSAGES: FleetMessages = { payloadBytes: 200, qos: 1, shared: false, expirySeconds: 60 };
const packetOf = (bytes: Uint8Array, version: '3.1.1' | '5.0' = '5.0') => {
  const result = decode(bytes, version);
  return result.ok ? result.packet : result.error;
};

describe('the packets of a fleet', () => {
  it.each([0, 7, 19_999])('are whole MQTT packets with the number of device %i', (device) => {
    const number = String(device).padStart(5, '0');
    expect(packetOf(connectPacket(SESSIONS).bytes(device))).toMatchObject({
      type: 'CONNECT',
      clientId: `device-${number}`,
      cleanStart: false,
      properties: { sessionExpirySeconds: 600 },
    });
    expect(packetOf(connectPacket({ ...SESSIONS, protocolVersion: '3.1.1' }).bytes(device), '3.1.1')).toMatchObject({
      clientId: `device-${number}`,
    });
    expect(packetOf(subscribePacket(SESSIONS, MESSAGES)?.bytes(device) ?? new Uint8Array())).toMatchObject({
      subscriptions: [
        { topicFilter: `fleet/${number}/in/00xxx`, qos: 1 },
        { topicFilter: `fleet/${number}/in/01xxx`, qos: 1 },
      ],
    });
    const publish = new NumberedPublish(SESSIONS, MESSAGES).bytes(device, 54_321);
    expect(packetOf(publish)).toMatchObject({
      topicName: `fleet/${number}/in/00xxx`,
      packetId: 54_321,
      properties: { messageExpirySeconds: 60 },
    });
  });

  it('a shared message goes to the topic that all are subscribed to', () => {
    const shared = { ...MESSAGES, shared: true };
    const filters = [3, 4].map((device) => packetOf(subscribePacket(SESSIONS, shared)?.bytes(device) ?? new Uint8Array()));
    expect(filters[0]).toMatchObject({ subscriptions: [{ topicFilter: 'fleet/every/in/00xxx' }, { topicFilter: 'fleet/00003/in/01xxx' }] });
    expect(packetOf(new NumberedPublish(SESSIONS, shared).bytes(0, 1))).toMatchObject({ topicName: 'fleet/every/in/00xxx' });
  });

  it('without subscriptions there is nothing to subscribe to', () => {
    expect(subscribePacket({ ...SESSIONS, subscriptionsEach: 0 }, MESSAGES)).toBeNull();
  });
});

describe('a light client', () => {
  const publish = (qos: 0 | 1 | 2, packetId: number): Uint8Array =>
    encode(
      {
        type: 'PUBLISH',
        topicName: 'a/b',
        payload: new Uint8Array(200),
        qos,
        retain: false,
        dup: false,
        ...(qos === 0 ? {} : { packetId }),
      },
      '3.1.1',
    );
  const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

  it('answers each packet as MQTT asks', () => {
    const taker = new PacketTaker();
    const bytes = joined(
      encode({ type: 'CONNACK', sessionPresent: true, returnCode: 0 }, '3.1.1'),
      publish(0, 0),
      publish(1, 7),
      publish(2, 300),
      encode({ type: 'PUBREL', packetId: 9 }, '3.1.1'),
      encode({ type: 'PUBREC', packetId: 10 }, '3.1.1'),
      encode({ type: 'PUBACK', packetId: 11 }, '3.1.1'),
      encode({ type: 'PUBCOMP', packetId: 12 }, '3.1.1'),
    );
    expect(taker.take(bytes)).toBe(bytes.length);
    expect(taker).toMatchObject({ publishes: 3, acknowledged: 2, connackCode: 0, sessionPresent: true, hasAnswers: true });
    expect(taker.takeAnswers()).toEqual(
      joined(
        encode({ type: 'PUBACK', packetId: 7 }, '3.1.1'),
        encode({ type: 'PUBREC', packetId: 300 }, '3.1.1'),
        encode({ type: 'PUBCOMP', packetId: 9 }, '3.1.1'),
        encode({ type: 'PUBREL', packetId: 10 }, '3.1.1'),
      ),
    );
    expect(taker.hasAnswers).toBe(false);
  });

  it('takes whole packets only, and says how much that was', () => {
    const taker = new PacketTaker();
    const bytes = joined(publish(1, 1), publish(1, 2).subarray(0, 50));
    expect(taker.take(bytes)).toBe(publish(1, 1).length);
    expect(taker.publishes).toBe(1);
  });

  it('does not release what PUBREC refuses', () => {
    const taker = new PacketTaker();
    taker.take(encode({ type: 'PUBREC', packetId: 3, reasonCode: 0x97 }, '5.0'));
    expect(taker.hasAnswers).toBe(false);
  });
});

describe('the server', () => {
  const MODEL: ServerModel = {
    connectionsPerSecond: 50,
    messagesPerSecond: 1_000,
    backlog: 2,
    whenFull: 'refuse',
    handshakeRoundTrips: 1,
    linkBitsPerSecond: 8_000_000,
    memoryBytes: 1e9,
  };

  it('serves one after the other, lets so many wait, and turns the next one away', () => {
    const server = new Server(MODEL);
    expect([server.admit(0), server.admit(0), server.admit(0), server.admit(0)]).toEqual([20_000, 40_000, 60_000, null]);
    expect(server.waitingAt(0)).toBe(2);
    expect(server.waitingAt(20_000)).toBe(1);
    expect(server.admit(20_000)).toBe(80_000);
    expect(server.admit(500_000)).toBe(520_000);
  });

  it('with no places lets in who finds it free', () => {
    const server = new Server({ ...MODEL, backlog: 0 });
    expect([server.admit(0), server.admit(0), server.admit(20_000)]).toEqual([20_000, null, 40_000]);
  });

  it('has one processor for connections and messages, and one link', () => {
    const server = new Server(MODEL);
    expect(server.admit(0)).toBe(20_000);
    expect(server.handOver(0, 10)).toBe(30_000);
    expect(server.transmit(30_000, 1_000)).toBe(31_000);
    expect(server.transmit(30_000, 1_000)).toBe(32_000);
    expect(server.freeFrom(0)).toBe(30_000);
  });

  it('counts the headers of TCP and IP', () => {
    expect([wireBytes(0), wireBytes(1), wireBytes(1_460), wireBytes(1_461)]).toEqual([0, 41, 1_500, 1_541]);
  });
});
