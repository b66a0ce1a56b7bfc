import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { CurveChart } from './CurveChart.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(xs: readonly number[] = [1, 10, 100, 1_000]) {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
  render(
    <CurveChart
      title="Chance by fleet"
      sentence="It grows."
      xAxis={{ label: 'Fleet', unit: 'devices', scale: 'logarithmic', from: 1, to: 1_000 }}
      yAxis={{ label: 'Chance', scale: 'logarithmic', from: 1e-9, to: 1 }}
      xs={xs}
      curves={[{ key: 'exact', label: 'exact', tone: 'broker', values: xs.map((x) => 1e-10 * x ** 2) }]}
      own={{ x: 100, y: 1e-6, label: 'yours' }}
    />,
    { wrapper: Translations },
  );
}

it('draws its curves with their names, units on the axes, and the reader’s own point', async () => {
  show();
  const picture = await screen.findByRole('img', { name: 'Chance by fleet' });
  expect(within(picture).getByText('exact')).toBeTruthy();
  expect(within(picture).getByText('yours')).toBeTruthy();
  expect(within(picture).getByText('Fleet (devices)')).toBeTruthy();
  expect(screen.getByText('Chance')).toBeTruthy();
});

it('has a table twin in which small numbers keep their digits, beyond the axis too', async () => {
  show();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'More for “Chance by fleet”' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Show as a table' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual(['Fleet (devices)exact', '11E-10', '101E-8', '1001E-6', '1,0001E-4']);
});

it('says what will appear while there is nothing', () => {
  show([]);
  expect(screen.queryByRole('figure')).toBeNull();
});
