import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { Arrangement, type ArrangementProps } from './Arrangement.tsx';

afterEach(cleanup);

const parts: ArrangementProps = {
  width: 1_200,
  knobs: 'knobs',
  stage: 'stage',
  timeBar: 'time bar',
  runButton: 'run',
  figures: 'what came out',
  wire: 'ladder',
  packet: 'packet',
  log: 'log lines',
  notice: 'sentences',
};
const show = (change: Partial<ArrangementProps>) => render(<Arrangement {...parts} {...change} />, { wrapper: Translations });
const tabs = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);

it('has a serial monitor only where a lab gives one', () => {
  show({});
  expect(screen.queryByRole('region', { name: 'Serial monitor' })).toBeNull();
  cleanup();
  show({ serial: 'printed lines' });
  expect(screen.getByRole('region', { name: 'Serial monitor' }).textContent).toContain('printed lines');
});

it('puts it behind a tab where there is less room', async () => {
  show({ width: 400, serial: 'printed lines' });
  expect(tabs()).toEqual(['Figures', 'Wire', 'Serial', 'Log', 'To notice']);
  await userEvent.click(screen.getByRole('tab', { name: 'Serial' }));
  expect(screen.getByText('printed lines')).toBeTruthy();
});

it('goes back to the first tab when the chosen one is gone', async () => {
  const { rerender } = show({ width: 400, serial: 'printed lines' });
  await userEvent.click(screen.getByRole('tab', { name: 'Serial' }));
  rerender(<Arrangement {...parts} width={400} />);
  expect(screen.getByRole('tab', { name: 'Figures' }).getAttribute('aria-selected')).toBe('true');
});

it('calls its tabs as the lab does', () => {
  show({ width: 400, sessions: 'table', tabLabels: { figures: 'Answer' } });
  expect(tabs()).toEqual(['Sessions', 'Answer', 'Wire', 'Log', 'To notice']);
});

it('keeps the time bar of two worlds out of the stage and before what follows it, at any width', () => {
  for (const width of [400, 820, 1_200]) {
    show({ width, follow: 'which world', compare: 'two worlds' });
    const stage = screen.getByRole('region', { name: 'The bench' });
    expect(stage.textContent).not.toContain('time bar');
    expect(stage.nextElementSibling?.textContent).toContain('time bar');
    cleanup();
  }
  show({ width: 1_200 });
  expect(screen.getByRole('region', { name: 'The bench' }).textContent).toContain('time bar');
});
