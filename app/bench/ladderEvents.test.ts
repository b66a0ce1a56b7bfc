import { expect, it } from 'vitest';
import { clientsOf } from './benchLane.ts';
import { at, events, lane, packet } from './fixture.test-data.ts';
import { keysOf, ladderPackets, momentOf, repeatedDeliveries, resentSegments, toldEvents } from './ladderEvents.ts';

const other = { ...lane, device: 'other', subscriber: null };

it('takes the packets of the chosen lanes and knows which link they cross', () => {
  expect(ladderPackets(events, [lane]).map(({ half }) => half)).toEqual(['device', 'device', 'device', 'subscriber', 'device']);
  expect(ladderPackets(events, [other])).toEqual([]);
});

it('tells every event once, without the ends of packets and the log', () => {
  const { told, happened } = toldEvents(events, clientsOf(lane), at(350_000));
  expect(told.map(({ kind }) => kind)).toEqual([
    'packetSent',
    'message',
    'packetSent',
    'packetSent',
    'packetSent',
    'packetSent',
    'delivered',
    'message',
  ]);
  expect(happened).toBe(6);
  expect(new Set(keysOf(told)).size).toBe(told.length);
});

it('tells of one client, or of everybody, and always of the broker', () => {
  const more = [...events, { kind: 'broker', at: at(500_000), step: 'killed', problem: null } as const];
  const of = (clients: readonly string[] | null) =>
    toldEvents(more, clients, at(0)).told.map((event) => ('client' in event ? event.client : event.kind));
  expect(of(['logger-1'])).toEqual(['logger-1', 'logger-1', 'broker']);
  expect(of(null)).toHaveLength(9);
});

it('keeps to the events around the playhead', () => {
  const long = Array.from({ length: 1_000 }, (_, index) => packet(index, index * 1_000));
  const { told, happened } = toldEvents(long, [lane.device], at(500_000));
  expect(told).toHaveLength(160);
  expect(told[happened - 1]?.at).toBe(500_000);
});

it('shows a packet half-way, a lost one where it vanishes', () => {
  expect(momentOf(packet(1, 100_000))).toBe(125_000);
  expect(momentOf(packet(1, 100_000, { lost: true, endsAt: at(125_000) }))).toBe(125_000);
});

it('finds what a subscriber was given once more', () => {
  const given = { kind: 'delivered', at: at(1), client: 'logger-1', device: lane.device, topicName: 'a', message: 1 } as const;
  const both = [
    { ...given, copy: 1 },
    { ...given, copy: 2 },
  ];
  expect(repeatedDeliveries(both, [lane])).toEqual([{ ...given, copy: 2 }]);
  expect(repeatedDeliveries(both, [other])).toEqual([]);
});

it('tells what TCP sent again, and on which link', () => {
  const resent = {
    kind: 'segmentResent',
    at: at(1),
    direction: 'uplink',
    segment: 'data',
    carried: 20,
    count: 1,
    cause: 'timeout',
  } as const;
  const both = [
    { ...resent, client: lane.device },
    { ...resent, client: 'logger-1' },
  ];
  expect(resentSegments(both, [lane]).map(({ half }) => half)).toEqual(['device', 'subscriber']);
  expect(resentSegments(both, [other])).toEqual([]);
  expect(toldEvents(both, clientsOf(lane), at(5)).told).toEqual(both);
});

it('gives events that are alike and at one instant a key each', () => {
  const resent = {
    kind: 'segmentResent',
    at: at(5),
    client: 'one',
    direction: 'uplink',
    segment: 'data',
    carried: 30,
    count: 1,
    cause: 'timeout',
  } as const;
  const keys = keysOf([resent, resent, { ...resent, at: at(6) }]);
  expect(new Set(keys).size).toBe(3);
});
