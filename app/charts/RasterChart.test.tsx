import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { drawRaster } from './drawRaster.ts';
import { RasterChart, type RasterChartProps, type RasterKind } from './RasterChart.tsx';
import { rasterShape } from './rasterLayout.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
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

function show(more: Partial<RasterChartProps> = {}) {
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
      {...more}
    />,
    { wrapper: Translations },
  );
}

it('is explained by a key, a sentence and a table, with or without a canvas to draw on', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  show();
  expect(await screen.findByRole('img', { name: 'Attempts of each device' })).toBeTruthy();
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

it('names its instants and its ends', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  show({
    marks: [
      { at: 1, label: 'broker is up' },
      { at: 3, label: 'too late' },
    ],
    rows: 100,
  });
  expect(await screen.findByText('broker is up')).toBeTruthy();
  expect(screen.queryByText('too late')).toBeNull();
  expect(screen.getByText('100')).toBeTruthy();
  expect(screen.getByText('Time (s)')).toBeTruthy();
});

it('says what will appear while there is nothing', async () => {
  show({ table: { ...TABLE, rows: [] }, empty: 'Run it first.' });
  expect(await screen.findByText('Run it first.')).toBeTruthy();
  expect(screen.queryByRole('figure')).toBeNull();
});

it('draws again when the theme changes', async () => {
  const asked = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  show();
  await screen.findByRole('img');
  const before = asked.mock.calls.length;
  document.documentElement.setAttribute('data-theme', 'dark');
  await waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(before));
  document.documentElement.removeAttribute('data-theme');
});

it('draws on as many pixels as the screen has, each mark of a sparse raster as a shape at its place', () => {
  const stamps: number[][] = [];
  const nothing = () => undefined;
  const context = {
    setLineDash: nothing,
    beginPath: nothing,
    stroke: nothing,
    fillRect: nothing,
    translate: nothing,
    fill: nothing,
    drawImage: (_: unknown, ...place: number[]) => stamps.push(place),
  };
  vi.stubGlobal('Path2D', class {});
  vi.stubGlobal('devicePixelRatio', 2);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as unknown as null);
  const canvas = document.createElement('canvas');
  const shape = rasterShape({ width: 270, head: 0, rows: 2, points: 3 });
  drawRaster(canvas, { width: 270, shape, rows: 2, points: POINTS, kinds: KINDS, from: 0, to: 2, instants: [] });
  expect([canvas.width, canvas.height]).toEqual([540, 48]);
  // The second kind first, so that the first lies on top; all from the middle of the stamp, which is 26 wide.
  expect(stamps.map(([x = 0, y = 0]) => [x + 13, y + 13])).toEqual([
    [112, 12],
    [312, 36],
    [512, 36],
  ]);
});
