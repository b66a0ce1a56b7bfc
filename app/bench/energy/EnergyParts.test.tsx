import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ENERGY_PARTS, type EnergyMillijoules } from '#simulations';
import { Translations } from '../../i18n/Translations.tsx';
import { EnergyComparison, EnergyParts } from './EnergyParts.tsx';

afterEach(cleanup);

const nothing = Object.fromEntries([...ENERGY_PARTS, 'total'].map((part) => [part, 0])) as EnergyMillijoules;
// 0.3 s of boot, 1.4 s of joining, 0.1 s of listening, and 600 s of deep sleep.
const some: EnergyMillijoules = { ...nothing, boot: 48.51, associate: 462, listen: 33, transmit: 1.6, deepSleep: 19.8, total: 564.91 };

const whereItWent = () => screen.getByRole('table', { name: 'Where the energy went, by state' });
const cellsOf = (row: string) =>
  within(within(whereItWent()).getByRole('row', { name: new RegExp(`^${row}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('one device', () => {
  it('tells the sum, the largest part, and current, time and energy of each state', () => {
    render(<EnergyParts energy={some} seconds={601.8} />, { wrapper: Translations });
    expect(screen.getByText(/^565 mJ in 602 s: 0.284 mA on average, 0.0476 mAh from its battery\./).textContent).toMatch(
      /Most of it, 82%, is for joining the Wi-Fi\.$/,
    );
    expect(cellsOf('Starting up')).toEqual(['49', '0.3 s', '48.5']);
    expect(cellsOf('Joining the Wi-Fi')).toEqual(['100', '1.4 s', '462']);
    expect(cellsOf('Sending')).toEqual(['240', 'on the air', '1.6']);
    expect(cellsOf('Deep sleep')).toEqual(['0.01', '600 s', '19.8']);
    expect(within(whereItWent()).queryByRole('row', { name: /^Hibernation/ })).toBeNull();
  });

  it('without power says so', () => {
    render(<EnergyParts energy={nothing} seconds={0} />, { wrapper: Translations });
    expect(screen.getByText(/has no power/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('several devices', () => {
  it('stand side by side, each bar as long as what it used against the most', () => {
    const half = { ...nothing, boot: 82.455, associate: 200, total: 282.455 };
    const { container } = render(
      <EnergyComparison
        devices={[
          { key: 'a', name: 'node a', energy: some },
          { key: 'b', name: 'node b', energy: half },
        ]}
      />,
      { wrapper: Translations },
    );
    expect(cellsOf('Joining the Wi-Fi')).toEqual(['462', '200']);
    expect(cellsOf('Deep sleep')).toEqual(['19.8', '0']);
    expect(cellsOf('Together')).toEqual(['565', '282']);
    expect(cellsOf('Time awake')).toEqual(['1.8 s', '1.12 s']);
    const widths = [...container.querySelectorAll<HTMLElement>('span[style]')].map(({ dataset, style }) => [
      dataset.part,
      Math.round(Number.parseFloat(style.flexBasis)),
    ]);
    expect(widths).toEqual([
      ['boot', 9],
      ['associate', 82],
      ['listen', 6],
      ['transmit', 0],
      ['deepSleep', 4],
      ['boot', 15],
      ['associate', 35],
    ]);
  });

  it('that have no power yet say so', () => {
    render(<EnergyComparison devices={[{ key: 'a', name: 'node a', energy: nothing }]} />, { wrapper: Translations });
    expect(screen.getByText(/has no power/)).toBeTruthy();
  });
});

it('the currents are told with their source', () => {
  render(<EnergyParts energy={some} seconds={601.8} />, { wrapper: Translations });
  const terms = screen.getAllByRole('term', { hidden: true });
  expect(terms).toHaveLength(8);
  const row = (name: string) => terms.find(({ textContent }) => textContent === name)?.parentElement?.textContent;
  expect(row('Starting up')).toContain('30 to 68 mA');
  expect(row('Receiver dozing')).toContain('27 to 44 mA at 160, 20 to 31 mA at 80');
  expect(row('Sending')).toContain('1,152 µs for a packet of 28 bytes. At 54 Mbit/s (802.11g) it would be 190 mA for 46 µs');
  expect(row('Deep sleep')).toContain('0.15 mA');
  expect(row('Hibernation')).toMatch(/0\.005 mA.*0\.001 mA/);
  expect(screen.getByText(/ESP32 Series Datasheet/)).toBeTruthy();
});
