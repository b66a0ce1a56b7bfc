import { describe, expect, it } from 'vitest';
import { clientGeometry } from './clientGeometry.ts';
import { type Box, lengthOf } from './stageGeometry.ts';

const apart = (one: Box, other: Box) =>
  one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
const cases = [280, 340, 599, 600, 760, 1_400].flatMap((width) => [1, 2, 3, 4].map((clients) => ({ width, clients })));

describe.each(cases)('$clients clients on $width pixels', ({ width, clients }) => {
  const geometry = clientGeometry(width, { clients, drawers: 3 });
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
    expect(drawers).toHaveLength(3);
    for (const { x, y, width: wide, height } of drawers) {
      expect(x).toBeGreaterThan(broker.x);
      expect(x + wide).toBeLessThan(broker.x + broker.width);
      expect(y + height).toBeLessThan(broker.y + broker.height);
    }
  });

  it(`is drawn ${width < 600 ? 'upright' : 'wide'}`, () => {
    expect(geometry.orientation).toBe(width < 600 ? 'upright' : 'wide');
  });
});
