import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Translations } from '../i18n/Translations.tsx';
import { SpreadChart, type SpreadSeries } from './SpreadChart.tsx';
import { saveFile } from './saveFile.ts';

vi.mock('./saveFile.ts', () => ({ saveFile: vi.fn() }));

const SERIES: readonly SpreadSeries[] = [
  { key: '0', label: 'QoS 0', tone: 'q0', shape: 'circle', values: [0, 0, 0], expected: { mean: 0, standardDeviation: 0 } },
  { key: '1', label: 'QoS 1', tone: 'q1', shape: 'triangle', values: [24, 25, 29], expected: { mean: 25, standardDeviation: 5.6 } },
  { key: '2', label: 'QoS 2', tone: 'q2', shape: 'square', values: [1, 2, 1234.5], expected: null },
];

function show(series: readonly SpreadSeries[] = SERIES, runNames = ['seed 1', 'seed 2', 'seed 3']) {
  render(
    <SpreadChart
      title="Duplicates"
      sentence="Three runs."
      axis={{ label: 'Duplicates', unit: 'messages' }}
      series={series}
      runNames={runNames}
      empty="Press Run 30 seeds."
    />,
    { wrapper: Translations },
  );
  return userEvent.setup();
}

async function choose(user: ReturnType<typeof userEvent.setup>, item: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'More for “Duplicates”' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

/** The test's document has blobs without `text()`. */
function textOf(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(content);
  });
}

async function saved(): Promise<{ name: string; text: string; type: string }> {
  const [name, content] = vi.mocked(saveFile).mock.lastCall ?? [];
  if (name === undefined || content === undefined) throw new Error('Nothing was saved.');
  return { name, text: await textOf(content), type: content.type };
}

beforeEach(() => {
  vi.mocked(saveFile).mockReset();
});
afterEach(cleanup);

describe('a spread chart', () => {
  it('draws a mark for each run, with mean and expectation in words', async () => {
    show();
    const picture = await screen.findByRole('img', { name: 'Duplicates' });
    expect(within(picture).getByText('seed 3: 29')).toBeTruthy();
    expect(picture.querySelectorAll('.recharts-scatter-symbol')).toHaveLength(9);
    expect(within(picture).getByText('mean of 3 runs 26')).toBeTruthy();
    expect(within(picture).getByText('expected 25 ± 5.6')).toBeTruthy();
    expect(within(picture).getByText('Duplicates (messages)')).toBeTruthy();
    expect(screen.getByText('Three runs.')).toBeTruthy();
  });

  it('says what will appear while there is nothing', () => {
    show(
      SERIES.map((one) => ({ ...one, values: [] })),
      [],
    );
    expect(screen.getByText('Press Run 30 seeds.')).toBeTruthy();
    expect(screen.queryByRole('figure')).toBeNull();
  });

  it('has a table twin, and the way back', async () => {
    const user = show();
    await screen.findByRole('img', { name: 'Duplicates' });
    await choose(user, 'Show as a table');
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'RunQoS 0 (messages)QoS 1 (messages)QoS 2 (messages)',
      'seed 10241',
      'seed 20252',
      'seed 30291,234.5',
    ]);
    expect(screen.queryByRole('img', { name: 'Duplicates' })).toBeNull();
    await choose(user, 'Show as a chart');
    expect(await screen.findByRole('img', { name: 'Duplicates' })).toBeTruthy();
  });

  it('gives its numbers as CSV', async () => {
    const user = show();
    await choose(user, 'Save the numbers (CSV)');
    await vi.waitFor(() => expect(saveFile).toHaveBeenCalled());
    const { name, text } = await saved();
    expect(name).toBe('duplicates.csv');
    expect(text.split('\r\n')[3]).toBe('seed 3,0,29,1234.5');
  });

  it('gives its drawing as an SVG that stands by itself', async () => {
    const user = show();
    await screen.findByRole('img', { name: 'Duplicates' });
    await choose(user, 'Save the drawing (SVG)');
    await vi.waitFor(() => expect(saveFile).toHaveBeenCalled());
    const { name, text, type } = await saved();
    expect(name).toBe('duplicates.svg');
    expect(type).toBe('image/svg+xml');
    const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(drawing.querySelector('parsererror')).toBeNull();
    expect(drawing.querySelector('title')?.textContent).toBe('Duplicates');
    expect(drawing.querySelectorAll('[style], [class], script, foreignObject')).toHaveLength(0);
    expect(text).toContain('seed 3: 29');
  });

  it('says so when a file cannot be made', async () => {
    vi.mocked(saveFile).mockImplementation(() => {
      throw new Error('Downloads are blocked.');
    });
    const user = show();
    await choose(user, 'Save the numbers (CSV)');
    expect((await screen.findByRole('status')).textContent).toContain('Downloads are blocked.');
  });
});
