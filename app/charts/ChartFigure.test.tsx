import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { ChartFigure } from './ChartFigure.tsx';

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Broken(): never {
  throw new Error('no drawing today');
}

it('shows the table when the drawing fails', () => {
  render(
    <ChartFigure
      title="Loss"
      sentence="Half of it."
      table={{
        columns: [
          { key: 'a', head: 'Run' },
          { key: 'b', head: 'Lost' },
        ],
        rows: [['seed 1', 50]],
      }}
    >
      <Broken />
    </ChartFigure>,
    { wrapper: Translations },
  );
  expect(screen.getByText('The chart could not be drawn. Its numbers:')).toBeTruthy();
  expect(screen.getByRole('row', { name: 'seed 1 50' })).toBeTruthy();
});
