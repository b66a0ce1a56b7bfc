import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import BufferSize from './BufferSize.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => lab.reset());
afterEach(cleanup);

function open(search = '') {
  window.location.hash = `#/widgets/buffer-size${search}`;
  render(<BufferSize />, { wrapper: Translations });
  return userEvent.setup();
}

const answer = () => within(screen.getByRole('region', { name: 'What comes of it' })).getAllByRole('status')[0]?.textContent;
const figure = (name: RegExp) =>
  within(screen.getByRole('table', { name: 'The answer in figures' })).getByRole('row', { name }).textContent;

it('opens with an hour at one a minute', () => {
  open();
  expect(answer()).toBe(
    'In an outage of 1 h your device makes 60 readings, which need 18.8 KiB. A buffer of 100 slots in RAM holds them all.',
  );
  expect(figure(/^One record/)).toContain('321 bytes');
  expect(figure(/^So long 100 slots last/)).toContain('1 h 40 min');
});

it('a preset brings its outage, and the button room for it', async () => {
  const user = open('?form=packed');
  await user.click(screen.getByRole('button', { name: 'Friday evening to Monday morning' }));
  expect(figure(/^Readings of one outage/)).toContain('3,600');
  expect(figure(/^Room for all of them/)).toContain('133,200 bytes');
  await user.click(screen.getByRole('button', { name: 'Take 3,600 slots, enough for all' }));
  expect(answer()).toContain('A buffer of 3,600 slots in RAM holds them all.');
});

it('what cannot be is told: too long a topic, too slow a return, more than RTC memory has', () => {
  open('?topic=64&rate=5&drain=5&place=rtc&slots=30');
  expect(screen.getByText(/^The topic does not fit: the array holds 63 bytes/)).toBeTruthy();
  expect(screen.getByText(/so the buffer never empties/)).toBeTruthy();
  expect(answer()).toContain('A buffer of 30 slots does not fit into RTC memory.');
  expect(figure(/^Empty again/)).toContain('never');
});

it('in flash it tells for how long, and its code asks for a partition', async () => {
  const user = open('?place=flash');
  expect(figure(/^Until flash is worn out/)).toContain('years');
  await user.click(screen.getByText('The C code: offline_buffer.h'));
  expect(screen.getByText(/#define BUFFER_PARTITION "buffer"/)).toBeTruthy();
});
