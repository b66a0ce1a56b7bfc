import { describe, expect, it } from 'vitest';
import { type Box, fitting, lengthOf, NARROWEST_WIDE, pointOnLink, shorten, stageGeometry } from './stageGeometry.ts';

const apart = (one: Box, other: Box) =>
  one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;

describe.each([320, 366, 599, NARROWEST_WIDE, 690, 1_100, 1_600])('a stage of %d pixels', (width) => {
  const { lanes, height, broker, orientation } = stageGeometry(width, 3);
  const boxes = lanes.flatMap(({ device, subscriber }) => [device, subscriber]);

  it('stays within its room', () => {
    for (const { x, y, width: boxWidth, height: boxHeight } of [...boxes, broker]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + boxWidth).toBeLessThanOrEqual(width);
      expect(y + boxHeight).toBeLessThanOrEqual(height);
    }
  });

  it('lets nothing cover anything', () => {
    const all = [...boxes, broker];
    for (const [index, box] of all.entries()) for (const other of all.slice(index + 1)) expect(apart(box, other)).toBe(true);
  });

  it('leaves every link a length to travel', () => {
    for (const { deviceLink, subscriberLink } of lanes)
      for (const link of [deviceLink, subscriberLink]) expect(lengthOf(link)).toBeGreaterThan(60);
  });

  it('puts the drawers into the broker', () => {
    for (const { deviceDrawer, subscriberDrawer } of lanes) {
      expect(deviceDrawer.x).toBeGreaterThan(broker.x);
      expect(subscriberDrawer.y + subscriberDrawer.height).toBeLessThan(broker.y + broker.height);
      expect(apart(deviceDrawer, subscriberDrawer)).toBe(true);
    }
  });

  it(`is drawn ${width < NARROWEST_WIDE ? 'upright' : 'wide'}`, () => {
    expect(orientation).toBe(width < NARROWEST_WIDE ? 'upright' : 'wide');
  });
});

describe('pointOnLink', () => {
  const link = { client: { x: 100, y: 50 }, broker: { x: 300, y: 50 } };

  it('goes from the client to the broker and back, the directions apart', () => {
    const up = [0, 0.5, 1].map((way) => pointOnLink(link, 'uplink', way).x);
    const down = [0, 0.5, 1].map((way) => pointOnLink(link, 'downlink', way).x);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(down).toEqual([...up].reverse());
    expect(pointOnLink(link, 'uplink', 0.5).y).toBeLessThan(50);
    expect(pointOnLink(link, 'downlink', 0.5).y).toBeGreaterThan(50);
  });

  it('turns with the link', () => {
    const upright = { client: { x: 50, y: 300 }, broker: { x: 50, y: 100 } };
    const { x, y } = pointOnLink(upright, 'uplink', 0.5);
    expect(y).toBe(200);
    expect(x).toBeLessThan(50);
  });
});

it('shortens in the middle and keeps what fits', () => {
  expect(shorten('ESP32_240AC4000001', 200, 7)).toBe('ESP32_240AC4000001');
  expect(shorten('ESP32_240AC4000001', 77, 7)).toBe('ESP32…00001');
  expect(shorten('abcdef', 0, 7)).toHaveLength(3);
});

it('says it in the longest words that fit', () => {
  expect(fitting(200, '7 of 20 in flight', '7 in flight')).toBe('7 of 20 in flight');
  expect(fitting(100, '7 of 20 in flight', '7 in flight')).toBe('7 in flight');
  expect(fitting(10, '7 of 20 in flight', '7 in flight')).toBe('7 in flight');
});
