import { describe, expect, it } from 'vitest';
import { at, events, packet } from './fixture.test-data.ts';
import { flightsOf, MOST_ON_A_LINK, type Moment, positionOf, positionsAt, thinOut } from './flights.ts';

const moment = (instant: number, change: Partial<Moment> = {}): Moment => ({
  at: at(instant),
  lossStays: 20_000,
  arrivalStays: 0,
  calm: false,
  ...change,
});

describe('positionOf', () => {
  const arrives = packet(1, 100_000);
  const vanishes = packet(2, 100_000, { lost: true, endsAt: at(125_000) });

  it('shows nothing before the sending and after the arrival', () => {
    expect(positionOf(arrives, moment(99_999))).toBeNull();
    expect(positionOf(arrives, moment(150_000))).toBeNull();
  });

  it('takes the delay of the link for the way', () => {
    expect(positionOf(arrives, moment(100_000))).toMatchObject({ phase: 'flying', way: 0 });
    expect(positionOf(arrives, moment(125_000))).toMatchObject({ phase: 'flying', way: 0.5 });
  });

  it('lets a lost packet go half the way and marks the place for a while', () => {
    expect(positionOf(vanishes, moment(112_500))).toMatchObject({ phase: 'flying', way: 0.25 });
    expect(positionOf(vanishes, moment(125_000))).toMatchObject({ phase: 'lost', way: 0.5, fresh: 1 });
    expect(positionOf(vanishes, moment(140_000))).toMatchObject({ phase: 'lost', fresh: 0.25 });
    expect(positionOf(vanishes, moment(145_000))).toBeNull();
  });

  it('has three places without motion: sent, arrived, lost', () => {
    const calm = { calm: true, arrivalStays: 12_000 };
    expect(positionOf(arrives, moment(101_000, calm))).toEqual(positionOf(arrives, moment(149_000, calm)));
    expect(positionOf(arrives, moment(155_000, calm))).toMatchObject({ phase: 'arrived', way: 1 });
    expect(positionOf(vanishes, moment(130_000, calm))).toMatchObject({ phase: 'lost' });
  });

  it('draws a packet without delay only as arrived', () => {
    expect(positionOf(packet(3, 5, { endsAt: at(5) }), moment(5))).toBeNull();
  });
});

it('finds the packets among the events', () => {
  const flights = flightsOf(events);
  expect(flights.map((flight) => flight.packet)).toEqual([0, 1, 2, 3, 4]);
  expect(positionsAt(flights, moment(352_500)).map(({ flight }) => flight.packet)).toEqual([3, 4]);
});

describe('thinOut', () => {
  const crowd = (count: number) =>
    positionsAt(
      Array.from({ length: count }, (_, index) => packet(index, 100_000 - index * 500)),
      moment(100_001),
    );

  it('leaves what can be told apart', () => {
    const traffic = thinOut(crowd(MOST_ON_A_LINK));
    expect(traffic.singles).toHaveLength(MOST_ON_A_LINK);
    expect(traffic.counts).toEqual([]);
  });

  it('turns a crowd into counts that lose nobody', () => {
    const traffic = thinOut(crowd(MOST_ON_A_LINK + 30));
    expect(traffic.singles).toEqual([]);
    expect(traffic.counts.length).toBeGreaterThan(1);
    expect(traffic.counts.reduce((sum, { count }) => sum + count, 0)).toBe(MOST_ON_A_LINK + 30);
  });

  it('thins out the crowded link alone', () => {
    const quiet = positionsAt([packet(900, 100_000, { client: 'logger-1' })], moment(100_001));
    expect(thinOut([...crowd(100), ...quiet]).singles.map(({ flight }) => flight.packet)).toEqual([900]);
  });
});
