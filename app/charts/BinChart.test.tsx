import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { BinChart, type BinChartProps } from './BinChart.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(edges: readonly number[] = [0, 1, 2, 3], more: Partial<BinChartProps> = {}) {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  render(
    <BinChart
      title="Attempts over time"
      sentence="Most at once."
      timeAxis={{ label: 'Time', unit: 's' }}
      axis={{ label: 'Attempts', unit: 'per s' }}
      edges={edges}
      series={[
        { key: 'attempts', label: 'attempts', tone: 'q1', kind: 'amount', values: edges.slice(1).map((edge) => 100 / edge) },
        { key: 'in', label: 'let in', tone: 'broker', kind: 'level', values: edges.slice(1).map(() => 50) },
      ]}
      marks={[{ at: 1, label: 'broker is up' }]}
      limit={{ value: 50, label: 'what it can take' }}
      {...more}
    />,
    { wrapper: Translations },
  );
}

it('draws one path a series with its name, marks and the limit', async () => {
  show();
  const picture = await screen.findByRole('img', { name: 'Attempts over time' });
  for (const name of ['attempts', 'let in', 'broker is up', 'what it can take', 'Time (s)'])
    expect(within(picture).getByText(name)).toBeTruthy();
  expect(screen.getByText('Attempts (per s)')).toBeTruthy();
});

it('draws one path a series, however many bins', async () => {
  show(Array.from({ length: 151 }, (_, edge) => edge));
  const picture = await screen.findByRole('img', { name: 'Attempts over time' });
  expect(picture.querySelectorAll('.recharts-line-curve')).toHaveLength(1);
  expect(picture.querySelectorAll('.recharts-area-curve')).toHaveLength(1);
  expect(picture.querySelectorAll('rect:not(defs rect)')).toHaveLength(0);
});

it('reaches as far as it is told, so that it can be held against another', async () => {
  show([0, 1, 2, 3], { reaches: 1_400 });
  const picture = await screen.findByRole('img', { name: 'Attempts over time' });
  const ticks = [...picture.querySelectorAll('.recharts-yAxis-tick-labels text')].map(({ textContent }) => textContent);
  expect(ticks).toEqual(['0', '500', '1,000', '1,500']);
});

it('has powers of ten on a logarithmic axis, and calls its ground 0', async () => {
  show([0, 1, 2, 3], { scale: 'logarithmic' });
  const picture = await screen.findByRole('img', { name: 'Attempts over time' });
  const ticks = [...picture.querySelectorAll('.recharts-yAxis-tick-labels text')].map(({ textContent }) => textContent);
  expect(ticks).toEqual(['0', '1', '10', '100']);
});

it('does not draw instants beyond its ends', async () => {
  show([0, 1, 2, 3], { marks: [{ at: 4, label: 'too late' }] });
  const picture = await screen.findByRole('img', { name: 'Attempts over time' });
  expect(within(picture).queryByText('too late')).toBeNull();
});

it('has a table twin with a row for each bin', async () => {
  show();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'More for “Attempts over time”' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Show as a table' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Time from (s)attempts (per s)let in (per s)',
    '010050',
    '15050',
    '233.33350',
  ]);
});

it('says what will appear while there is nothing', async () => {
  show([]);
  expect(await screen.findByText('There is nothing to draw yet.')).toBeTruthy();
  expect(screen.queryByRole('figure')).toBeNull();
});
