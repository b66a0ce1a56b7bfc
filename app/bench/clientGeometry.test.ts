import { describe, expect, it } from 'vitest';
import { clientGeometry } from './clientGeometry.ts';
import { type Box, lengthOf } from './stageGeometry.ts';

const apart = (one: Box, other: Box) =>
  one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
const cases = [280, 340, 599, 600, 760, 1_400].flatMap((width) =>
  [1, 2, 3, 4, 5, 8, 9, 50].flatMap((clients) => [0, 2, 3].map((switches) => ({ width, clients, switches }))),
);

describe.each(cases)('$clients clients with $switches switches on $width pixels', ({ width, clients, switches }) => {
  const geometry = clientGeometry(width, { clients, drawers: 3, switches, moreLines: 2 });
  const boxes = geometry.clients.map(({ box }) => box);

  it('stands apart, within its room', () => {
    expect(boxes).toHaveLength(clients);
    for (const { x, y, width: wide, height } of [...boxes, geometry.broker]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(y + height).toBeLessThanOrEqual(geometry.height);
    }
    const all = [...boxes, geometry.broker];
    for (const [index, box] of all.entries()) for (const other of all.slice(index + 1)) expect(apart(box, other)).toBe(true);
  });

  it('leaves every link a length to travel, and puts the drawers into the broker', () => {
    for (const { link } of geometry.clients) expect(lengthOf(link)).toBeGreaterThan(40);
    const { broker, drawers } = geometry;
    expect(drawers.length).toBeGreaterThanOrEqual(3);
    for (const { x, y, width: wide, height } of drawers) {
      expect(x).toBeGreaterThan(broker.x);
      expect(x + wide).toBeLessThan(broker.x + broker.width);
      expect(y + height).toBeLessThan(broker.y + broker.height);
    }
  });

  it('keeps the switches in their boxes, below the drawers and clear of the links', () => {
    const { broker, brokerSwitches, drawers } = geometry;
    expect(brokerSwitches === null).toBe(switches === 0);
    for (const { box, link, switches: place } of geometry.clients) {
      expect(place === null).toBe(switches === 0);
      if (place === null) continue;
      expect(within(place, box)).toBe(true);
      expect(place.height).toBeGreaterThanOrEqual(24);
      expect(place.width / switches).toBeGreaterThanOrEqual(24);
      expect(link.client.x === box.x || link.client.x === box.x + box.width || place.y + place.height <= box.y + box.height).toBe(true);
    }
    if (brokerSwitches === null) return;
    expect(within(brokerSwitches, broker)).toBe(true);
    for (const drawer of drawers) expect(apart(drawer, brokerSwitches)).toBe(true);
  });

  it('is drawn upright in a narrow room, but for a crowd', () => {
    expect(geometry.orientation).toBe(width < 600 && clients <= 4 ? 'upright' : 'wide');
    expect(geometry.compact).toBe(clients > (width < 600 ? 4 : 8));
  });
});

it('has more drawers beside a crowd, and four at most beside a few', () => {
  const drawers = (clients: number) => clientGeometry(1_000, { clients, drawers: 30 }).drawers.length;
  expect([drawers(2), drawers(50)]).toEqual([4, 17]);
});
