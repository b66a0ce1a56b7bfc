import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reconnectStorm } from '#simulations';
import { Readable } from '../../charts/reading/Readable.tsx';
import { ReadTogether } from '../../charts/reading/ReadTogether.tsx';
import { stretchesBetween } from '../../charts/reading/readingStops.ts';
import { Translations } from '../../i18n/Translations.tsx';
import { someStorm } from '../someFleet.test-data.ts';
import { FleetReplay } from './FleetReplay.tsx';

let frames: FrameRequestCallback[] = [];
/** All frames that were asked for, at an instant in milliseconds. */
const frameAt = (ms: number) =>
  act(() => {
    for (const frame of frames.splice(0)) frame(ms);
  });

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  render(
    <ReadTogether>
      <FleetReplay results={[someStorm(reconnectStorm({ devices: 1_000 }))]} untilMs={30_000} />
      <Readable
        title="Heap"
        inset={{ top: 0, right: 0, bottom: 0, left: 0 }}
        axis={{ label: 'Time', unit: 's' }}
        stops={stretchesBetween([0, 10, 20, 30])}
        series={[]}
      >
        <p>The drawing</p>
      </Readable>
    </ReadTogether>,
    { wrapper: Translations },
  );
}

const chart = () => screen.getByRole('slider', { name: 'Read “Heap” along its axis' });
const instant = () => screen.getByRole('slider', { name: 'Instant of the run' });

it('stands at the end until it is played, and moves the charts along', async () => {
  show();
  expect(screen.getByText('1,000 of 1,000 are back after 30 s.')).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Play, 2 virtual seconds a second' }));
  expect(screen.getByText('0 of 1,000 are back after 0 s.')).toBeTruthy();
  frameAt(100);
  frameAt(6_100);
  expect(screen.getByText('400 of 1,000 are back after 12 s.')).toBeTruthy();
  expect(chart().getAttribute('aria-valuetext')).toBe('10 to 20 s');
  frameAt(16_000);
  expect(screen.getByText('1,000 of 1,000 are back after 30 s.')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Play/ })).toBeTruthy();
});

it('pauses where it is, and goes on from there', async () => {
  show();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /^Play/ }));
  frameAt(0);
  frameAt(3_000);
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(instant().getAttribute('aria-valuetext')).toBe('6 s of 30 s');
  await user.click(screen.getByRole('button', { name: /^Play/ }));
  frameAt(9_000);
  frameAt(10_000);
  expect(instant().getAttribute('aria-valuetext')).toBe('8 s of 30 s');
});

it('who points at a chart takes over', async () => {
  show();
  await userEvent.setup().click(screen.getByRole('button', { name: /^Play/ }));
  frameAt(0);
  fireEvent.keyDown(chart(), { key: 'End' });
  frameAt(1_000);
  expect(screen.getByRole('button', { name: /^Play/ })).toBeTruthy();
  expect(instant().getAttribute('aria-valuetext')).toBe('25 s of 30 s');
});

it('is slid to any instant', () => {
  show();
  fireEvent.change(instant(), { target: { value: '500' } });
  expect(screen.getByText('500 of 1,000 are back after 15 s.')).toBeTruthy();
  expect(chart().getAttribute('aria-valuetext')).toBe('10 to 20 s');
});
