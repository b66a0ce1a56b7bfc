import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, lifecycle, type Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';
import type { Experiment } from '../../state/experiment.ts';
import { FakeLaboratory, someResult } from '../../state/fakeLaboratory.test-data.ts';
import type { ChoiceKnob, KnobSpecs, NumberKnob } from '../../state/knobs.ts';
import { ChoiceField, NumberField } from '../knobFields.tsx';
import { leaveLab, openLab, prepareLab, settle, someClient } from '../openLab.test-data.tsx';
import { SessionLab, type SessionLabParts } from '../SessionLab.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

interface Knobs {
  readonly clean: string;
  readonly away: number;
}
const clean: ChoiceKnob = { kind: 'choice', parameter: 'first', options: ['off', 'on'], standard: 'off' };
const away: NumberKnob = { kind: 'number', parameter: 'away', minimum: 3, maximum: 120, step: 1, standard: 10, shownPer: 1 };
const scenarioOf = ({ clean: text, away: awaySeconds }: Knobs): Scenario => lifecycle({ cleanFirst: text === 'on', awaySeconds });

function KnobFields({ experiment, children }: { readonly experiment: Experiment<Knobs>; readonly children: ReactNode }) {
  const { values, corrections, set } = experiment;
  return (
    <div>
      <ChoiceField
        knob={clean}
        label="Clean session"
        value={values.clean}
        corrections={corrections}
        onChange={(value) => set({ clean: value })}
        name={(option) => (option === 'on' ? 'wiped' : 'kept')}
      />
      <NumberField
        knob={away}
        label="Away"
        unit="s"
        value={values.away}
        corrections={corrections}
        onChange={(value) => set({ away: value })}
      />
      {children}
    </div>
  );
}

const PARTS: SessionLabParts<Knobs> = {
  name: 'two',
  specs: { clean, away } as KnobSpecs<Knobs>,
  scenarioOf,
  openingOf: () => ({ at: fromMilliseconds(450), speed: 1 }),
  ladder: { left: 'commander', right: 'device' },
  Knobs: KnobFields,
  Prediction: () => <p>How many will arrive?</p>,
  Figures: ({ view }) => <p>{view?.clients.find(({ client }) => client === 'device')?.received} arrived</p>,
  WhatToNotice: () => null,
};
const Lab = () => <SessionLab parts={PARTS} />;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const line = (text: string) => ({ kind: 'brokerLog', at: fromMilliseconds(400), level: 'notice', text }) as const;
const standing = (received: number, log: string): Partial<RunView> => ({
  clients: [someClient('commander', {}), someClient('device', { received })],
  log: [line(log)],
});

/** The newest question of that channel comes to its end. */
async function finish(channel: string, endsAtMs = 2_500): Promise<number> {
  const place = lab.runs.findLastIndex((question) => question.channel === channel);
  const question = lab.runs[place];
  if (question === undefined) throw new Error(`nothing was run on ${channel}`);
  question.resolve({ ...someResult(question.scenario, place + 1), endsAt: fromMilliseconds(endsAtMs) });
  await settle();
  return place + 1;
}
const asked = (channel: string) => lab.runs.filter((question) => question.channel === channel).map(({ scenario }) => scenario);
const open = (search = '') => openLab(Lab, `#/widgets/two${search}`);
async function openBoth(search = '?other=first:on', ends: readonly [number, number] = [2_500, 2_500]): Promise<void> {
  lab.showsOf = { 1: standing(5, 'a kept it'), 2: standing(1, 'b forgot it') };
  open(search);
  await settle();
  await finish('two', ends[0]);
  await finish('two other', ends[1]);
}
const panel = () => within(screen.getByRole('region', { name: 'Two worlds, one setting apart' }));
const playhead = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Playhead' });

it('is one world until the second is asked for: the same scenario with one setting changed, on a channel of its own', async () => {
  open();
  await finish('two');
  expect(screen.queryByRole('region', { name: 'Two worlds, one setting apart' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Compare two worlds' }));
  await settle();
  expect(asked('two')).toHaveLength(1);
  expect(asked('two other')).toEqual([lifecycle({ cleanFirst: true })]);
  expect(panel().getByText('World B is being run…')).toBeTruthy();
  expect(document.activeElement).toBe(panel().getByRole('combobox', { name: 'Setting' }));
  expect(screen.getAllByText('How many will arrive?')).toHaveLength(1);
});

it('shows both from a link, each with its own standing, and says what differs in the knobs’ words', async () => {
  await openBoth();
  expect(asked('two other')).toEqual([lifecycle({ cleanFirst: true })]);
  expect(panel().getByText(/All else is equal/).textContent).toMatch(/World A: Clean session – kept\. World B: Clean session – wiped\./);
  const figures = (name: string) => screen.getByRole('region', { name }).textContent;
  expect(figures('World A: figures')).toContain('5 arrived');
  expect(figures('World B: figures')).toContain('1 arrived');
  expect(screen.getAllByRole('region', { name: 'Stage: clients and broker' })).toHaveLength(2);
});

it('tells where they part, goes there, and on to the next difference', async () => {
  lab.parts = { at: fromMilliseconds(700), a: line('c0'), b: null };
  await openBoth();
  expect(lab.compared).toEqual([[1, 2, null]]);
  expect(panel().getByText('They part at 0.700 s:')).toBeTruthy();
  expect(
    panel()
      .getAllByRole('definition')
      .map(({ textContent }) => textContent),
  ).toEqual(['The broker logs “c0”.', 'Nothing happens at this instant.']);
  await userEvent.click(panel().getByRole('button', { name: 'Go there' }));
  expect(playhead().value).toBe('700000');
  lab.parts = { at: fromMilliseconds(900), a: null, b: line('later') };
  await userEvent.click(panel().getByRole('button', { name: 'Next difference' }));
  await settle();
  expect(lab.compared.at(-1)).toEqual([1, 2, 700_000]);
  expect(playhead().value).toBe('900000');
  lab.parts = null;
  await userEvent.click(panel().getByRole('button', { name: 'Next difference' }));
  await settle();
  expect(panel().getByText('There is no later difference.')).toBeTruthy();
  await userEvent.click(panel().getByRole('button', { name: 'First difference' }));
  expect(panel().getByText('They part at 0.700 s:')).toBeTruthy();
});

it('says when they do not part', async () => {
  await openBoth();
  expect(panel().getByText(/They do not part anywhere/)).toBeTruthy();
});

it('has one playhead: the longer run ends it, the shorter one stands at its own end', async () => {
  const view = vi.spyOn(lab, 'view');
  await openBoth('?other=first:on', [2_500, 4_000]);
  expect(playhead().max).toBe('4000000');
  view.mockClear();
  act(() => playhead().focus());
  await userEvent.keyboard('{End}');
  await settle();
  expect(playhead().value).toBe('4000000');
  const last = (runId: number) => view.mock.calls.findLast(([request]) => request.runId === runId)?.[0].at;
  expect([last(1), last(2)]).toEqual([2_500_000, 4_000_000]);
});

it('steps to what happens in either', async () => {
  await openBoth();
  const step = vi.spyOn(lab, 'step').mockImplementation(async (runId) => fromMilliseconds(runId === 1 ? 800 : 650));
  await userEvent.click(screen.getByRole('button', { name: 'On to the next packet' }));
  await settle();
  expect(step.mock.calls.map(([runId]) => runId)).toEqual([2, 1]);
  expect(playhead().value).toBe('650000');
});

it('lets log and ladder follow either world', async () => {
  await openBoth();
  const log = () => screen.getByRole('region', { name: 'Broker log' }).textContent;
  expect(log()).toContain('a kept it');
  await userEvent.click(screen.getByRole('radio', { name: 'World B' }));
  await settle();
  expect(log()).toContain('b forgot it');
  expect(log()).not.toContain('a kept it');
});

it('sets another knob apart, a number by typing it', async () => {
  await openBoth();
  await userEvent.selectOptions(panel().getByRole('combobox', { name: 'Setting' }), 'Away');
  await settle();
  expect(asked('two other').at(-1)).toEqual(lifecycle({ awaySeconds: 20 }));
  const field = panel().getByRole('textbox', { name: 'In world B' });
  await userEvent.clear(field);
  await userEvent.type(field, '900{Enter}');
  await settle();
  expect(field).toHaveProperty('value', '120');
  expect(asked('two other').at(-1)).toEqual(lifecycle({ awaySeconds: 120 }));
  await finish('two other');
  expect(panel().getByText(/All else is equal/).textContent).toMatch(/Away – 10 s\. World B: Away – 120 s\./);
});

it('begins with the knob that was turned last', async () => {
  open();
  await finish('two');
  const field = screen.getByRole('textbox', { name: 'Away' });
  await userEvent.clear(field);
  await userEvent.type(field, '30{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Compare two worlds' }));
  await settle();
  // What was turned is run with it: two worlds are of the same knobs.
  expect([asked('two').at(-1), asked('two other').at(-1)]).toEqual([lifecycle({ awaySeconds: 30 }), lifecycle({ awaySeconds: 60 })]);
});

it('waits for Run when a knob is turned, then runs both', async () => {
  await openBoth();
  const field = screen.getByRole('textbox', { name: 'Away' });
  await userEvent.clear(field);
  await userEvent.type(field, '30{Enter}');
  await settle();
  expect(asked('two other')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(asked('two').at(-1)).toEqual(lifecycle({ awaySeconds: 30 }));
  expect(asked('two other').at(-1)).toEqual(lifecycle({ awaySeconds: 30, cleanFirst: true }));
});

it('says so when the first world has come to have the same setting', async () => {
  await openBoth();
  await userEvent.click(screen.getByRole('radio', { name: 'wiped' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  await finish('two');
  expect(panel().getByText(/Both worlds have the same setting now \(Clean session – wiped\)/)).toBeTruthy();
});

it('is closed: out of the link, one world again, the focus where it was opened', async () => {
  await openBoth();
  await userEvent.click(panel().getByRole('button', { name: 'Back to one world' }));
  await settle();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Compare two worlds' }));
  expect(screen.getAllByRole('region', { name: 'Stage: clients and broker' })).toHaveLength(1);
  expect(screen.getByText('5 arrived')).toBeTruthy();
});

it('takes a step of the learner into both worlds', async () => {
  await openBoth();
  const [cable] = screen.getAllByRole('switch', { name: /^Cable of device/ });
  if (cable === undefined) throw new Error('no switch');
  await userEvent.click(cable);
  await settle();
  const pulled = { atMs: 451, client: 'device', do: 'pullCable' };
  for (const channel of ['two', 'two other']) expect(asked(channel).at(-1)?.script?.at(-1)).toEqual(pulled);
});

it.each([
  ['first:maybe', /asks for a second world with “first:maybe”, which is no setting of this lab/, null],
  ['away:500', /The address says away:500; away:120 is the most/, 'Away'],
])('puts right what the address says: %s', async (other, words, setting) => {
  open(`?other=${other}`);
  await finish('two');
  expect(screen.getByText(words)).toBeTruthy();
  if (setting === null) expect(screen.queryByRole('combobox', { name: 'Setting' })).toBeNull();
  else expect(screen.getByRole('combobox', { name: 'Setting' })).toHaveProperty('value', 'away');
});

it('shows why the second world failed, and runs it again', async () => {
  open('?other=first:on');
  await finish('two');
  await act(async () => lab.runs.at(-1)?.reject(Object.assign(new Error('it trapped'), { code: 'run' })));
  expect(panel().getByText(/it trapped/)).toBeTruthy();
  await userEvent.click(panel().getByRole('button', { name: 'Run again' }));
  await settle();
  expect(asked('two other')).toHaveLength(2);
});
