import { expect, it } from 'vitest';
import { speedFor } from './usePlayedRun.ts';

it.each([
  [0, 0.02],
  [1, 0.01],
  [10, 0.02],
  [25, 0.05],
  [100, 0.2],
  [1_000, 2],
])('with a delay of %d ms plays at ×%d', (delayMs, speed) => {
  expect(speedFor(delayMs)).toBe(speed);
});
