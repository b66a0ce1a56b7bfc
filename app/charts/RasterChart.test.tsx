import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { drawRaster } from './drawRaster.ts';
import { RasterChart, type RasterKind } from './RasterChart.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const KINDS: readonly RasterKind[] = [
  { key: 'in', label: 'let in', tone: 'broker', shape: 'circle' },
  { key: 'failed', label: 'failed', tone: 'loss', shape: 'triangle' },
];
const POINTS = { at: [0, 1, 2], row: [0, 1, 1], kind: [1, 1, 0] };
const TABLE = {
  columns: [
    { key: 'device', head: 'Device' },
    { key: 'attempts', head: 'Attempts' },
  ],
  rows: [
    ['0', 1],
    ['1', 2],
  ],
};

it('is explained by a key, a sentence and a table, with or without a canvas to draw on', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  render(
    <RasterChart
      title="Attempts of each device"
      sentence="Two devices."
      timeAxis={{ label: 'Time', unit: 's' }}
      rowsLabel="devices"
      rows={2}
      points={POINTS}
      kinds={KINDS}
      from={0}
      to={2}
      table={TABLE}
    />,
    { wrapper: Translations },
  );
  expect(screen.getByRole('img', { name: 'Attempts of each device' })).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())).toEqual(['let in', 'failed']);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /More for/ }));
  expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual([
    'Show as a table',
    'Save the numbers (CSV)',
    'Save the picture (PNG)',
  ]);
  await user.click(screen.getByRole('menuitem', { name: 'Show as a table' }));
  expect(within(screen.getByRole('table')).getByRole('row', { name: '1 2' })).toBeTruthy();
});

it('puts each mark at its time and row, a block where rows are dense', () => {
  const blocks: number[][] = [];
  const context = {
    scale: () => undefined,
    setLineDash: () => undefined,
    beginPath: () => undefined,
    stroke: () => undefined,
    fillRect: (...place: number[]) => blocks.push(place),
  };
  const canvas = document.createElement('canvas');
  vi.spyOn(canvas, 'getContext').mockReturnValue(context as unknown as null);
  drawRaster(canvas, { width: 100, height: 200, rows: 100, points: POINTS, kinds: KINDS, from: 0, to: 2, marks: [] });
  expect(blocks).toEqual([
    [0, 0, 100, 200],
    [99, 2, 2, 2],
    [-1, 0, 2, 2],
    [49, 2, 2, 2],
  ]);
});
