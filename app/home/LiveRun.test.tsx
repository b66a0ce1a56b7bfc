import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, type RunEvent, type Scenario } from '#simulations';
import type { Laboratory, RunResult } from '#simulations/worker';
import { Translations } from '../i18n/Translations.tsx';
import { forgetRuns } from '../state/run.ts';
import LiveRun from './LiveRun.tsx';

const laboratory = vi.hoisted(() => ({
  run: vi.fn<Laboratory['run']>(),
  view: vi.fn<Laboratory['view']>(),
  cancel: vi.fn(),
  restart: vi.fn(),
}));
vi.mock('#simulations/worker', () => ({ startLaboratory: () => laboratory }));

const END = fromMilliseconds(2_000);

function finished(scenario: Scenario): RunResult {
  return {
    runId: scenario.seed,
    scenario,
    figures: [],
    endsAt: END,
    events: 5,
    lossInstants: [],
    endedBy: 'settled',
    digest: '0',
    brokerVersion: '2.0.21',
  };
}

/** Message 1 twice at QoS 1, message 2 once at each level, nothing else. */
const EVENTS: readonly RunEvent[] = [
  { kind: 'delivered', at: END, client: 'reader1', topicName: 'lab/qos/1', device: 'qos1', message: 1, copy: 1 },
  { kind: 'delivered', at: END, client: 'reader1', topicName: 'lab/qos/1', device: 'qos1', message: 1, copy: 2 },
  ...[0, 1, 2].map(
    (qos): RunEvent => ({
      kind: 'delivered',
      at: END,
      client: `reader${qos}`,
      topicName: `lab/qos/${qos}`,
      device: `qos${qos}`,
      message: 2,
      copy: 1,
    }),
  ),
];

beforeEach(() => {
  forgetRuns();
  laboratory.run.mockReset().mockImplementation(async (_, scenario) => finished(scenario));
  laboratory.view.mockReset().mockImplementation(async ({ at }) => ({ at, figures: [], clients: [], events: EVENTS, log: [] }) as never);
  laboratory.cancel.mockReset();
});
afterEach(cleanup);

it('runs at once and tells what became of the messages', async () => {
  render(<LiveRun />, { wrapper: Translations });
  expect(screen.getByRole('status').textContent).toBe('Running 20 messages at each level through Mosquitto…');
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    'QoS 0: 1 of 20 arrived.',
    'QoS 1: 2 of 20 arrived, one of them more than once.',
    'QoS 2: 1 of 20 arrived.',
  ]);
  expect(
    screen.getByText('Just now, through Mosquitto 2.0.21: 20 messages at each level, 20% of their packets lost each way. Seed 1.'),
  ).toBeTruthy();
});

it('runs again with the next seed', async () => {
  render(<LiveRun />, { wrapper: Translations });
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Run another seed' }));
  expect(await screen.findByText(/Seed 2\./)).toBeTruthy();
  expect(laboratory.run.mock.lastCall?.[1].seed).toBe(2);
});

it('says why there is no picture, and starts the laboratory anew when it is asked to', async () => {
  laboratory.run.mockRejectedValueOnce(Object.assign(new Error('This browser has no WebAssembly.'), { code: 'worker' }));
  render(<LiveRun />, { wrapper: Translations });
  expect(await screen.findByText('The run for this picture failed. This browser has no WebAssembly.')).toBeTruthy();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findAllByRole('listitem')).toHaveLength(3);
  expect(laboratory.restart).toHaveBeenCalledTimes(1);
});

it('says so when the finished run cannot be looked at', async () => {
  laboratory.view.mockRejectedValueOnce(Object.assign(new Error('The worker stopped.'), { code: 'worker' }));
  render(<LiveRun />, { wrapper: Translations });
  expect(await screen.findByText(/The worker stopped\./)).toBeTruthy();
});

it('stops its run when it goes', async () => {
  const { unmount } = render(<LiveRun />, { wrapper: Translations });
  await screen.findAllByRole('listitem');
  unmount();
  expect(laboratory.cancel).toHaveBeenCalledWith('home');
});
