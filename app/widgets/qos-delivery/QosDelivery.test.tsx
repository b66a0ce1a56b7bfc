import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromMilliseconds } from '#simulations';
import { Translations } from '../../i18n/Translations.tsx';
import { FakeLaboratory, someFigures, someResult } from '../../state/fakeLaboratory.test-data.ts';
import { forgetRuns } from '../../state/run.ts';
import QosDelivery from './QosDelivery.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

function open(search = ''): void {
  window.location.hash = `#/widgets/qos-delivery${search}`;
  render(<QosDelivery />, { wrapper: Translations });
}

const settle = () => act(async () => undefined);
const newest = () => lab.runs.at(-1);

async function finishRun(duplicates?: number): Promise<void> {
  const question = newest();
  if (question === undefined) throw new Error('nothing was run');
  question.resolve(someResult(question.scenario, lab.runs.length, duplicates));
  await settle();
}

beforeEach(() => {
  lab.reset();
  // Wide enough for everything side by side.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_400);
  // Frames would move the playhead while the test looks.
  vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterEach(() => {
  cleanup();
  forgetRuns();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('on opening', () => {
  it('runs the standard experiment by itself', () => {
    open();
    expect(lab.runs).toHaveLength(1);
    expect(newest()?.scenario).toMatchObject({ seed: 1, protocolVersion: '3.1.1' });
    expect(newest()?.scenario.devices.map(({ qos, messages, link }) => [qos, messages, link.lossRatio])).toEqual([
      [0, 100, 0.2],
      [1, 100, 0.2],
      [2, 100, 0.2],
    ]);
  });

  it('takes the knobs from the address', () => {
    open('?messages=12&loss=35&delay=25&resend=250&attempts=3&interval=40&seed=77&version=5.0');
    expect(newest()?.scenario).toMatchObject({ seed: 77, protocolVersion: '5.0' });
    expect(newest()?.scenario.devices[1]).toMatchObject({
      messages: 12,
      link: { lossRatio: 0.35, delayMs: 25 },
      resendAfterMs: 250,
      attempts: 3,
      publishIntervalMs: 40,
    });
  });

  it('corrects what the address cannot mean, and says so at the knob', () => {
    open('?messages=5000&loss=lots&colour=red');
    expect(newest()?.scenario.devices[0]).toMatchObject({ messages: 1_000, link: { lossRatio: 0.2 } });
    expect(screen.getByText('The address says 5000; 1000 is the most.')).toBeTruthy();
    expect(screen.getByText('The address says “lots”, which is no number; set to 20.')).toBeTruthy();
    expect(screen.getByText(/“colour=red”. There is no such knob here/)).toBeTruthy();
  });

  it('says what will appear where there is nothing yet', () => {
    open();
    expect(screen.getByText('Starting the broker…')).toBeTruthy();
    expect(screen.getByText(/each figure stands here beside its expected value/)).toBeTruthy();
  });
});

describe('a run', () => {
  it('tells how far it is, and what it was when it is done', async () => {
    open();
    act(() =>
      newest()?.tell({ runId: 1, now: fromMilliseconds(1_234), events: 100, figures: someFigures(newest()?.scenario ?? neverScenario()) }),
    );
    expect(screen.getByText('Running: 1.23 s of virtual time so far.')).toBeTruthy();
    await finishRun();
    expect(screen.getByText('Run with seed 1: 5,790 events in 2.50 s of virtual time, served by Mosquitto 2.0.21.')).toBeTruthy();
  });

  it('stops on request and keeps what it showed before', async () => {
    const user = userEvent.setup();
    open();
    await finishRun();
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(screen.getByText('You stopped the run. What you see is the one before it.')).toBeTruthy();
    expect(screen.getByRole('rowgroup', { name: 'Duplicates' })).toBeTruthy();
  });

  it('that fails says why and can be run again', async () => {
    const user = userEvent.setup();
    open();
    newest()?.reject(Object.assign(new Error('the broker trapped: unreachable'), { code: 'run' }));
    await settle();
    const alert = screen.getByRole('alert');
    expect(within(alert).getByText('What went wrong: the broker trapped: unreachable')).toBeTruthy();
    await user.click(within(alert).getByRole('button', { name: 'Run again' }));
    expect(lab.runs).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('with a dead worker offers a restart, and then runs', async () => {
    const user = userEvent.setup();
    open();
    await act(async () => lab.die('out of memory'));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('out of memory');
    await user.click(within(alert).getByRole('button', { name: 'Restart the laboratory' }));
    expect(lab.restarts).toBe(1);
    expect(lab.runs).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

const neverScenario = (): never => {
  throw new Error('nothing was run');
};

describe('a turned knob', () => {
  async function turnLoss(user: ReturnType<typeof userEvent.setup>, percent: string): Promise<void> {
    const field = screen.getByRole('textbox', { name: 'Packets lost, each way' });
    await user.clear(field);
    await user.type(field, `${percent}{Enter}`);
  }

  it('leaves the run as it is and says that it is of the setting before', async () => {
    const user = userEvent.setup();
    open();
    await finishRun();
    await turnLoss(user, '40');
    expect(lab.runs).toHaveLength(1);
    expect(screen.getByText(/You changed a knob: what you see still belongs to the setting before/)).toBeTruthy();
    await turnLoss(user, '20');
    expect(screen.queryByText(/You changed a knob/)).toBeNull();
  });

  it('is what Run runs, and the course’s column is then for another setting', async () => {
    const user = userEvent.setup();
    open();
    await finishRun();
    await turnLoss(user, '40');
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(newest()?.scenario.devices[0]?.link.lossRatio).toBe(0.4);
    await finishRun();
    expect(screen.getByText(/The course’s column is for 100 messages at 20% loss/)).toBeTruthy();
  });

  it('goes into the address, and Reset takes it back and runs', async () => {
    const user = userEvent.setup();
    open();
    await finishRun();
    await turnLoss(user, '40');
    await vi.waitFor(() => expect(window.location.hash).toContain('loss=40'));
    await user.keyboard('{Alt>}r{/Alt}');
    expect(newest()?.scenario.devices[0]?.link.lossRatio).toBe(0.2);
    expect(lab.runs).toHaveLength(2);
  });
});

it('takes the next seed without chance', async () => {
  const user = userEvent.setup();
  open('?seed=4294967295');
  await finishRun();
  await user.click(screen.getByRole('button', { name: 'Take the next seed' }));
  await user.click(screen.getByRole('button', { name: 'Run' }));
  expect(newest()?.scenario.seed).toBe(0);
});

it('answers the prediction at the end of the run', async () => {
  const user = userEvent.setup();
  open();
  await finishRun(27);
  await user.click(screen.getByRole('radio', { name: /1.*10/ }));
  expect(screen.getByText(/The end of the run will tell/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(screen.getByText(/You said 1.*10; there were 27 duplicates\. 25 are to be expected/)).toBeTruthy();
});

describe('the comparison', () => {
  // By the row's head: jsdom cannot compute the styles of MathML, which a row's name would need.
  const cells = (figure: string, level: string) => {
    const row = within(screen.getByRole('rowgroup', { name: figure }))
      .getByRole('rowheader', { name: level })
      .closest('tr');
    return Array.from(row?.querySelectorAll('td') ?? [], ({ textContent }) => textContent ?? '');
  };

  it('sets run, closed form and course side by side, and marks what cannot be', async () => {
    open();
    await finishRun(27);
    const [run, expected, course, verdict] = cells('Duplicates', 'QoS 1');
    expect(run).toBe('27');
    expect(expected).toMatch(/^25 ± 5.6/);
    expect(course).toBe('about 4 to 6');
    expect(verdict).toContain('No. A skipped call loses no acknowledgement');
    expect(verdict).toContain('3.85 to 5.66%');
  });

  it('lets pass what holds', async () => {
    open();
    await finishRun();
    const [run, expected, course, verdict] = cells('Delivered', 'QoS 0');
    expect([run, course]).toEqual(['81', 'about 80']);
    expect(expected).toMatch(/^80 ± 4/);
    expect(verdict).toMatch(/^Yes\./);
  });

  it('gives no formula where there is none', async () => {
    open('?delay=50&resend=100');
    await finishRun();
    expect(cells('Duplicates', 'QoS 1')[1]).toContain(
      'No formula: the device sends again after 100 ms, before an answer can be back (100 ms).',
    );
  });
});

describe('thirty seeds', () => {
  it('show how far they are, and what they say together', async () => {
    const user = userEvent.setup();
    open();
    await finishRun();
    await user.click(screen.getByRole('button', { name: 'Run 30 seeds' }));
    const sweep = lab.sweeps[0];
    if (sweep === undefined) throw new Error('no sweep was run');
    expect(sweep.count).toBe(30);
    const results = Array.from({ length: 30 }, (_, seed) => ({ seed: seed + 1, figures: someFigures(sweep.scenario, 20 + (seed % 11)) }));
    act(() => sweep.tell({ done: 7, of: 30, results: results.slice(0, 7) }));
    expect(screen.getByText('7 of 30 runs done')).toBeTruthy();
    sweep.resolve(results);
    await settle();
    expect(screen.getByText(/QoS 1: the mean of 30 runs is 24.6, 0.4 standard errors from the expected 25. They agree./)).toBeTruthy();
    expect(screen.getByText('QoS 2: every run gives 0, as expected.')).toBeTruthy();
  });

  it('stop on request and keep the dots that are there', async () => {
    const user = userEvent.setup();
    open();
    await finishRun();
    await user.click(screen.getByRole('button', { name: 'Run 30 seeds' }));
    const sweep = lab.sweeps[0];
    act(() => sweep?.tell({ done: 2, of: 30, results: [1, 2].map((seed) => ({ seed, figures: someFigures(sweep.scenario) })) }));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(screen.getByText('You stopped after 2 of 30 runs.')).toBeTruthy();
  });
});

it('shows the parts of each level’s energy', async () => {
  const user = userEvent.setup();
  open();
  await finishRun();
  await user.click(screen.getByText('Where the energy goes'));
  const parts = screen.getByRole('table', { name: 'Where the energy went, by state' });
  const cells = (state: string) =>
    within(within(parts).getByRole('row', { name: new RegExp(`^${state}`) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells('Starting up')).toEqual(['50', '50', '50']);
  expect(cells('Listening')).toEqual(['300', '400', '500']);
  expect(cells('Together')).toEqual(['700', '800', '900']);
  expect(within(parts).queryByRole('row', { name: /sleep/ })).toBeNull();
});

it('shows the broker’s configuration word for word', async () => {
  open();
  await finishRun();
  expect(screen.getByText(/max_inflight_messages 0\s+max_queued_messages 0/)).toBeTruthy();
});

it('ends its runs when it goes', () => {
  open();
  const cancelled = vi.spyOn(lab, 'cancel');
  cleanup();
  expect(cancelled.mock.calls.map(([channel]) => channel)).toContain(newest()?.channel);
});

describe('over TCP', () => {
  it('runs over TCP, speaks of segments, and hides the knobs of a timer that is not there', () => {
    open('?transport=tcp');
    expect(newest()?.scenario.devices.map(({ link }) => link.transport)).toEqual(['tcp', 'tcp', 'tcp']);
    expect(screen.getByRole('textbox', { name: 'Segments lost, each way' })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Packets lost, each way' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Send again after' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Attempts for each packet' })).toBeNull();
    expect(screen.getByText(/TCP segment may get lost on its way/)).toBeTruthy();
    expect(screen.queryByText(/The loss spares what opens/)).toBeNull();
  });

  it('gives no formula for what it does not describe, and says why', async () => {
    open('?transport=tcp');
    await finishRun();
    // Every figure but "sent", at three levels.
    expect(screen.getAllByText(/^No formula: the closed forms are for packets that vanish/)).toHaveLength(24);
    expect(screen.getByText(/in this run TCP sends what got lost again/)).toBeTruthy();
  });

  it('without loss the formulas hold, whatever loss would mean', async () => {
    open('?transport=tcp&loss=0');
    await finishRun();
    expect(screen.queryByText(/^No formula/)).toBeNull();
  });

  it('keeps the choice in the address', async () => {
    open();
    await userEvent.click(screen.getByRole('radio', { name: 'TCP sends again' }));
    await vi.waitFor(() => expect(window.location.hash).toContain('transport=tcp'));
  });

  it('corrects a transport that there is not', () => {
    open('?transport=udp');
    expect(newest()?.scenario.devices[0]?.link.transport).toBe('vanishingPackets');
    expect(screen.getByText(/“udp”/)).toBeTruthy();
  });
});
