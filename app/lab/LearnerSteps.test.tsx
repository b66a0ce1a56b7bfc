import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, lifecycle, type Scenario } from '#simulations';
import { FakeLaboratory } from '../state/fakeLaboratory.test-data.ts';
import type { NumberKnob } from '../state/knobs.ts';
import { NumberField } from './knobFields.tsx';
import { finishRun, leaveLab, openLab, prepareLab, settle, someClient } from './openLab.test-data.tsx';
import { SessionLab, type SessionLabParts } from './SessionLab.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

interface Knobs {
  readonly away: number;
}
const away: NumberKnob = { kind: 'number', parameter: 'away', minimum: 3, maximum: 120, step: 1, standard: 10, shownPer: 1 };
const scenarioOf = ({ away: awaySeconds }: Knobs): Scenario => lifecycle({ awaySeconds });
const PARTS: SessionLabParts<Knobs> = {
  name: 'steps',
  specs: { away },
  scenarioOf,
  openingOf: () => ({ at: fromMilliseconds(450), speed: 1 }),
  ladder: { left: 'commander', right: 'device' },
  Knobs: ({ experiment, children }: { experiment: { values: Knobs; set(change: Partial<Knobs>): void }; children: ReactNode }) => (
    <div>
      <NumberField
        knob={away}
        label="Away"
        value={experiment.values.away}
        corrections={[]}
        onChange={(value) => experiment.set({ away: value })}
      />
      {children}
    </div>
  ),
  Prediction: () => null,
  Figures: () => null,
  WhatToNotice: () => <p>the lab’s own reasons</p>,
};
const Lab = () => <SessionLab parts={PARTS} />;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const clients = [someClient('commander', {}), someClient('device', {})];
const cut = [someClient('commander', {}), someClient('device', { cable: 'out' })];
const open = async (search = '') => {
  openLab(Lab, `#/widgets/steps${search}`);
  await finishRun(lab, { clients });
};
const newest = () => lab.runs.at(-1)?.scenario;
const cable = () => screen.getByRole('switch', { name: /^Cable of device/ });
const mine = () => within(screen.getByRole('region', { name: 'Your steps' }));
const told = () =>
  mine()
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);
const playhead = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Playhead' }).value;
const PULLED = { atMs: 451, client: 'device', do: 'pullCable' } as const;

it('says at first what the switches are for', async () => {
  await open();
  expect(mine().getByText(/Pull the cable while it plays/)).toBeTruthy();
});

it('adds a step at the playhead and goes on from that very instant, playing', async () => {
  await open();
  await userEvent.click(cable());
  await settle();
  const { script = [], ...rest } = scenarioOf({ away: 10 });
  expect(newest()).toEqual({ ...rest, script: [...script, PULLED] });
  expect(told()).toEqual([expect.stringContaining('You pull the cable of device.')]);
  expect(mine().getByText('You pull the cable of device. The run goes on from 0.451 s.')).toBeTruthy();
  await finishRun(lab, { clients: cut });
  expect(playhead()).toBe('451000');
  expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
  expect(cable().getAttribute('aria-checked')).toBe('false');
  expect(cable().getAttribute('aria-label')).toBe('Cable of device: out');
});

it('stays paused when it was, and keeps the keyboard on the switch', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  await userEvent.click(cable());
  expect(cable().getAttribute('aria-disabled')).toBe('true');
  await finishRun(lab, { clients: cut });
  expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
  expect(document.activeElement).toBe(cable());
});

it('takes a step back where the playhead still stands at it, else adds its opposite', async () => {
  await open();
  await userEvent.click(cable());
  await finishRun(lab, { clients: cut });
  await userEvent.click(cable());
  expect(newest()).toEqual(scenarioOf({ away: 10 }));
  expect(told()).toEqual([]);
  await finishRun(lab, { clients });
  await userEvent.click(cable());
  await finishRun(lab, { clients: cut });
  act(() => screen.getByRole('slider', { name: 'Playhead' }).focus());
  await userEvent.keyboard('{End}');
  await settle();
  await userEvent.click(cable());
  await settle();
  expect(newest()?.script?.slice(-2)).toEqual([
    { ...PULLED, atMs: 452 },
    { atMs: 2_501, client: 'device', do: 'plugCable' },
  ]);
});

it('comes with the link, and is taken back one by one or together', async () => {
  await open('?steps=900-cable-device-out.1200-broker-killed.1300-power-device-off');
  expect(newest()?.script?.slice(-3)).toEqual([
    { atMs: 900, client: 'device', do: 'pullCable' },
    { atMs: 1_200, do: 'killBroker' },
    { atMs: 1_300, client: 'device', do: 'powerOff' },
  ]);
  await userEvent.click(mine().getByRole('button', { name: 'Go to 1.200 s' }));
  expect(playhead()).toBe('1200000');
  await userEvent.click(mine().getByRole('button', { name: /^Take back: You pull the cable of device/ }));
  await settle();
  expect(newest()?.script?.slice(-2)).toMatchObject([{ do: 'killBroker' }, { do: 'powerOff' }]);
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Take back: You kill the broker/);
  await finishRun(lab, { clients });
  expect(playhead()).toBe('1200000');
  await userEvent.click(mine().getByRole('button', { name: 'Take all back' }));
  await settle();
  expect(newest()).toEqual(scenarioOf({ away: 10 }));
});

it('tells what came of the steps in the place of the reasons that come from the knobs', async () => {
  await open('?steps=900-cable-device-out');
  expect(screen.queryByText('the lab’s own reasons')).toBeNull();
  expect(screen.getByText('At the end of the run: what came of your steps.')).toBeTruthy();
  act(() => screen.getByRole('slider', { name: 'Playhead' }).focus());
  await userEvent.keyboard('{End}');
  await settle();
  expect(screen.getByText('“device” was let in once, was never cut off, and was given no message.')).toBeTruthy();
  await userEvent.click(mine().getByRole('button', { name: 'Take all back' }));
  expect(mine().getByText('Taken back. The run is made without it.')).toBeTruthy();
  await finishRun(lab, { clients });
  expect(screen.getByText('the lab’s own reasons')).toBeTruthy();
});

it('keeps the steps when a knob changes; until it is run, the switches say why they do nothing', async () => {
  await open('?steps=900-cable-device-out');
  const field = screen.getByRole('textbox', { name: 'Away' });
  await userEvent.clear(field);
  await userEvent.type(field, '20{Enter}');
  const runs = lab.runs.length;
  await userEvent.click(screen.getByRole('switch', { name: /^Power of device/ }));
  expect(
    screen.getByText('Press Run first: a knob was turned, and the switches change the run that is shown.', { selector: '[role=status]' }),
  ).toBeTruthy();
  expect(lab.runs).toHaveLength(runs);
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()).toEqual({
    ...scenarioOf({ away: 20 }),
    script: [...(scenarioOf({ away: 20 }).script ?? []), { atMs: 900, client: 'device', do: 'pullCable' }],
  });
});

it('opens a run that was asked for by hand where the lab opens, not where a switch was flipped', async () => {
  await open();
  await userEvent.click(cable());
  await finishRun(lab, { clients: cut });
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await finishRun(lab, { clients });
  expect(playhead()).toBe('450000');
});

it('tells of steps that mean nothing', async () => {
  await open('?steps=nonsense.900-cable-nobody-out');
  expect(newest()).toEqual(scenarioOf({ away: 10 }));
  expect(mine().getByText(/a step “nonsense”/)).toBeTruthy();
  expect(told()).toEqual([expect.stringContaining('there is no “nobody” here')]);
});

it('is forgotten by Reset', async () => {
  await open('?steps=900-cable-device-out');
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  await settle();
  expect(newest()).toEqual(scenarioOf({ away: 10 }));
  expect(told()).toEqual([]);
});

it('stops at fifty', async () => {
  await open(`?steps=${Array.from({ length: 50 }, (_, index) => `${index}-broker-killed`).join('.')}`);
  const runs = lab.runs.length;
  await userEvent.click(cable());
  expect(lab.runs).toHaveLength(runs);
  expect(mine().getByText(/50 steps are the most/)).toBeTruthy();
});
