import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Translations } from '../../i18n/Translations.tsx';
import { Readable } from './Readable.tsx';
import { ReadTogether } from './ReadTogether.tsx';
import { pointsAt, stretchesBetween } from './readingStops.ts';

const inset = { top: 0, right: 0, bottom: 0, left: 0 };

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 400, 100));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Chart({ title, edges = [0, 1, 2, 3, 4] }: { readonly title: string; readonly edges?: readonly number[] }) {
  const series = [{ key: 'back', label: 'back', tone: 'broker' as const, values: [0, 100, 200, 300] }];
  return (
    <Readable title={title} inset={inset} axis={{ label: 'Time', unit: 's' }} stops={stretchesBetween(edges)} series={series}>
      <p>The drawing</p>
    </Readable>
  );
}

const show = (charts: ReactNode) => render(charts, { wrapper: Translations });
const slider = (title: string) => screen.getByRole('slider', { name: `Read “${title}” along its axis` });
const said = (title: string) => slider(title).getAttribute('aria-valuetext');

it('says what is at the place that is pointed at, until the mouse leaves', () => {
  show(<Chart title="Devices" />);
  expect(said('Devices')).toBe('Arrow keys read it value by value.');
  fireEvent.pointerMove(slider('Devices'), { clientX: 350, pointerType: 'mouse' });
  expect(said('Devices')).toBe('2 to 3 s; back 200');
  expect(screen.getByText('200')).toBeTruthy();
  fireEvent.pointerLeave(slider('Devices'), { pointerType: 'mouse' });
  expect(screen.queryByText('200')).toBeNull();
});

it('what a finger touched stays readable when it is lifted', () => {
  show(<Chart title="Devices" />);
  fireEvent.pointerDown(slider('Devices'), { clientX: 150, pointerType: 'touch' });
  fireEvent.pointerLeave(slider('Devices'), { pointerType: 'touch' });
  expect(said('Devices')).toBe('0 to 1 s; back 0');
});

it('is read by keys alone, and stops at its ends', async () => {
  show(<Chart title="Devices" />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(said('Devices')).toBe('0 to 1 s; back 0');
  await user.keyboard('{ArrowRight}{ArrowUp}');
  expect(said('Devices')).toBe('2 to 3 s; back 200');
  await user.keyboard('{PageUp}{ArrowRight}');
  expect(said('Devices')).toBe('3 to 4 s; back 300');
  await user.keyboard('{Home}{ArrowLeft}');
  expect(said('Devices')).toBe('0 to 1 s; back 0');
  await user.keyboard('{End}');
  expect(slider('Devices').getAttribute('aria-valuenow')).toBe('3');
  await user.keyboard('{Escape}');
  expect(said('Devices')).toBe('Arrow keys read it value by value.');
});

it('charts that are read together are read at the same place, each in its own stops', () => {
  show(
    <ReadTogether>
      <Chart title="Devices" />
      <Chart title="Heap" edges={[0, 2, 4]} />
      <Chart title="Later" edges={[10, 11]} />
    </ReadTogether>,
  );
  fireEvent.pointerMove(slider('Devices'), { clientX: 350, pointerType: 'mouse' });
  expect(said('Heap')).toBe('2 to 4 s; back 100');
  expect(said('Later')).toBe('Arrow keys read it value by value.');
});

it('charts of their own are not', () => {
  show(
    <>
      <Chart title="Devices" />
      <Chart title="Heap" />
    </>,
  );
  fireEvent.pointerMove(slider('Devices'), { clientX: 350, pointerType: 'mouse' });
  expect(said('Heap')).toBe('Arrow keys read it value by value.');
});

it('a point says what it is, and where a series has no value there; counts have no unit', () => {
  const stops = pointsAt([5, 10, 20, 40], (value) => value / 20);
  show(
    <Readable
      title="Fleet"
      inset={inset}
      axis={{ label: 'Fleet', unit: 'devices' }}
      stops={stops}
      series={[
        { key: 'run', label: 'run', tone: 'broker', values: [null, 12.34567, 20_000.5] },
        { key: 'rare', label: 'rare', tone: 'ink', values: [1, 1e-9, 3] },
      ]}
      unit="s"
    >
      <p>The drawing</p>
    </Readable>,
  );
  fireEvent.keyDown(slider('Fleet'), { key: 'Home' });
  expect(said('Fleet')).toBe('Fleet 5 devices; run –; rare 1 s');
  fireEvent.keyDown(slider('Fleet'), { key: 'ArrowRight' });
  expect(said('Fleet')).toBe('Fleet 10 devices; run 12.35 s; rare 1E-9 s');
  // The last point lies beyond the drawing.
  fireEvent.keyDown(slider('Fleet'), { key: 'End' });
  expect(said('Fleet')).toBe('Fleet 20 devices; run 20,001 s; rare 3 s');
});

it('with nothing to read there is nothing to point at', () => {
  show(<Chart title="Devices" edges={[0]} />);
  expect(screen.getByText('The drawing')).toBeTruthy();
  expect(screen.queryByRole('slider')).toBeNull();
});
