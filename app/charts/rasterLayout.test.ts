import { describe, expect, it } from 'vitest';
import { PLOT_SIDES } from './binLayout.ts';
import { blockOf, rasterShape } from './rasterLayout.ts';

describe('the rows of a raster', () => {
  it('lie under a chart of bins of the same width', () => {
    const { left, width } = rasterShape({ width: 600, head: 20, rows: 10, points: 10 });
    expect([left, width]).toEqual([PLOT_SIDES.left, 600 - PLOT_SIDES.left - PLOT_SIDES.right]);
  });

  it('have shapes where there is room, and blocks where there are many rows or many marks in them', () => {
    expect(rasterShape({ width: 600, head: 0, rows: 10, points: 100 }).hasShapes).toBe(true);
    expect(rasterShape({ width: 600, head: 0, rows: 100, points: 100 }).hasShapes).toBe(false);
    expect(rasterShape({ width: 600, head: 0, rows: 10, points: 100_000 }).hasShapes).toBe(false);
  });

  it('are at least a pixel high', () => {
    const { height, canvasHeight, rowHeight } = rasterShape({ width: 600, head: 20, rows: 400, points: 1 });
    expect([height, canvasHeight, rowHeight]).toEqual([400, 420, 1]);
    expect(rasterShape({ width: 600, head: 0, rows: 0, points: 0 }).height).toBeGreaterThan(0);
  });
});

it('blocks tell shapes apart by their proportions, and fit into rows that are high enough', () => {
  const [circle, triangle, square] = [blockOf('circle', 4), blockOf('triangle', 4), blockOf('square', 4)];
  expect(circle.width).toBe(circle.height);
  expect(triangle.height).toBeGreaterThan(triangle.width);
  expect(square.width).toBeGreaterThan(square.height);
  expect(triangle.height).toBeLessThanOrEqual(4);
  expect(blockOf('circle', 0.5).height).toBe(2);
});
