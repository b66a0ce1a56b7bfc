import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { type ClientFlash, ENERGY_PARTS, type EnergyMillijoules } from '#simulations';
import { Translations } from '../../i18n/Translations.tsx';
import { ChipFacts } from './ChipFacts.tsx';

afterEach(cleanup);

const nothing = Object.fromEntries([...ENERGY_PARTS, 'total'].map((part) => [part, 0])) as EnergyMillijoules;
const energy: EnergyMillijoules = { ...nothing, boot: 48.51, associate: 462, total: 510.51 };
const wear = { writes: 30, bytesWritten: 960, sectorErases: 0, eraseCycles: 0, lifeUsed: 0 };
const flash: ClientFlash = { client: 'sensor', recordBytes: 24, wear };
const show = (view: Parameters<typeof ChipFacts>[0]['view']) => render(<ChipFacts view={view} />, { wrapper: Translations });

it('without a chip is not there', () => {
  expect(show(null).container.textContent).toBe('');
  expect(show({ energy: [], flash: [] }).container.textContent).toBe('');
});

it('tells of one chip what it used and what its flash bears', () => {
  show({ energy: [{ client: 'sensor', energy }], flash: [flash] });
  expect(screen.getByText(/^511 mJ in 1.7 s: 91 mA on average/)).toBeTruthy();
  expect(screen.getByText(/has written 30 times so far.*960 bytes in all; a message takes 64 bytes/)).toBeTruthy();
  expect(screen.getByText(/Nothing had to be erased/)).toBeTruthy();
  // 5,256,000 records of two entries fill 83,429 sectors; each of 352 but the first round.
  expect(screen.getByText(/each of its 352 sectors 236 times; the datasheet .* promises 100,000\./)).toBeTruthy();
});

it('of several tells each sum, folded up, and the currents once', () => {
  show({
    energy: [
      { client: 'sensor', energy },
      { client: 'valve', energy: nothing },
    ],
    flash: [{ ...flash, wear: { ...wear, sectorErases: 3 } }],
  });
  expect(screen.getAllByRole('group').map((group) => group.hasAttribute('open'))).toEqual([false, false, false]);
  expect(screen.getByText('sensor').parentElement?.textContent).toBe('sensor: 511 mJ, 91 mA on average');
  expect(screen.getByText('valve').parentElement?.textContent).toBe('valve: 0 mJ, 0 mA on average');
  expect(screen.getAllByText('Currents used')).toHaveLength(1);
  expect(screen.getByText(/3 sectors had to be erased/)).toBeTruthy();
});
