import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { TimeChart, type TimeSeries } from './TimeChart.tsx';

afterEach(cleanup);

const SERIES: readonly TimeSeries[] = [
  { key: 'seen', label: 'read', tone: 'broker', nameIs: 'above', values: [0, 7, 18] },
  { key: 'formula', label: 'by the formula', tone: 'ink', dashed: true, nameIs: 'beside', values: [null, 7.5, 17.7] },
];

function show(instants: readonly number[] = [1, 2, 3]) {
  render(
    <TimeChart
      title="Heap"
      sentence="It grew by 18 kB."
      timeAxis={{ label: 'Time', unit: 's' }}
      axis={{ label: 'Growth', unit: 'kB' }}
      instants={instants}
      series={SERIES}
      empty="Press Run."
    />,
    { wrapper: Translations },
  );
}

it('draws a line for each series and names it', async () => {
  show();
  const picture = await screen.findByRole('img', { name: 'Heap' });
  expect(picture.querySelectorAll('.recharts-line-curve')).toHaveLength(2);
  expect(within(picture).getByText('read')).toBeTruthy();
  expect(within(picture).getByText('by the formula')).toBeTruthy();
  expect(screen.getByText('Growth (kB)')).toBeTruthy();
  expect(screen.getByText('It grew by 18 kB.')).toBeTruthy();
});

it('has a table twin, with a dash where there is no value', async () => {
  show();
  await screen.findByRole('img', { name: 'Heap' });
  await userEvent.click(await screen.findByRole('button', { name: 'More for “Heap”' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Show as a table' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual(['Time (s)read (kB)by the formula (kB)', '10–', '277.5', '31817.7']);
});

it('says what will appear while there is nothing', () => {
  show([]);
  expect(screen.getByText('Press Run.')).toBeTruthy();
  expect(screen.queryByRole('figure')).toBeNull();
});
