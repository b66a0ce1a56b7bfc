import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ConfigAnswer, fromMilliseconds, lifecycle, type Scenario } from '#simulations';
import { FakeLaboratory } from '../state/fakeLaboratory.test-data.ts';
import type { ChoiceKnob } from '../state/knobs.ts';
import { ChoiceField } from './knobFields.tsx';
import { finishRun, leaveLab, openLab, prepareLab, settle, someClient } from './openLab.test-data.tsx';
import { SessionLab, type SessionLabParts } from './SessionLab.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

type BrokerKnob = 'runsOn' | 'restartKeeps';
interface Knobs {
  readonly broker: BrokerKnob;
}
const broker: ChoiceKnob = { kind: 'choice', parameter: 'broker', options: ['runsOn', 'restartKeeps'], standard: 'runsOn' };
const scenarioOf = (knobs: Knobs): Scenario => lifecycle(knobs);
const PARTS: SessionLabParts<Knobs> = {
  name: 'conf',
  specs: { broker },
  scenarioOf,
  openingOf: () => ({ at: fromMilliseconds(450), speed: 1 }),
  ladder: { left: 'commander', right: 'device' },
  Knobs: ({ experiment, children }: { experiment: { values: Knobs; set(change: Partial<Knobs>): void }; children: ReactNode }) => (
    <div>
      <ChoiceField
        knob={broker}
        label="Broker"
        value={experiment.values.broker}
        corrections={[]}
        onChange={(value: BrokerKnob) => experiment.set({ broker: value })}
      />
      {children}
    </div>
  ),
  Prediction: () => null,
  Figures: () => null,
  WhatToNotice: () => null,
};
const Lab = () => <SessionLab parts={PARTS} />;

const OWN = lifecycle().brokerConfig;
const SMALL = `${OWN}max_queued_messages 2\n`;
const clients = [someClient('commander', {}), someClient('device', {})];

/** As the broker would: a line with `wrong` is refused. */
function answer(config: string): ConfigAnswer {
  const line = config.split('\n').findIndex((text) => text.startsWith('wrong')) + 1;
  if (line === 0) return { ok: true, warnings: config.includes('cafile') ? ['Warning: TLS support not available.'] : [] };
  return {
    ok: false,
    by: 'broker',
    line,
    lineNamed: true,
    message: 'Error: Unknown configuration variable "wrong".',
    log: ['Error: Unknown configuration variable "wrong".', `Error found at mosquitto.conf:${line}.`],
  };
}

const user = userEvent.setup({ delay: null });
/** Long enough for the broker to be asked and to answer. */
const rest = () => act(() => vi.advanceTimersByTimeAsync(1_000));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  prepareLab(lab);
  // By this name the testing library finds a clock that does not go by itself.
  vi.stubGlobal('jest', { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
  lab.finds = ({ config }) => answer(config);
});
afterEach(() => {
  leaveLab();
  vi.useRealTimers();
});

const linked = (conf: string) => `?${new URLSearchParams({ conf })}`;
const open = async (search = '') => {
  openLab(Lab, `#/widgets/conf${search}`);
  await rest();
};
const newest = () => lab.runs.at(-1)?.scenario;
const summary = () => within(screen.getByRole('region', { name: 'Broker configuration' }));
const editor = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^mosquitto\.conf/ });
const openEditor = () => user.click(summary().getByRole('button', { name: 'Edit' }));
/** The broker has answered, to this text. */
const answered = async (config: string) => {
  await rest();
  expect(lab.configs.at(-1)?.config).toBe(config);
};
/** At the end of the text. */
const type = async (text: string) => {
  await user.type(editor(), text, { initialSelectionStart: editor().value.length });
};

it('is closed and the lab’s own at first, and nobody is asked about it', async () => {
  await open();
  expect(summary().getByText('The lab’s own.')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: /^mosquitto\.conf/ })).toBeNull();
  expect(lab.configs).toEqual([]);
  expect(newest()?.brokerConfig).toBe(OWN);
});

it('opens with the focus in the text, closes with the focus on its button', async () => {
  await open();
  await openEditor();
  expect(document.activeElement).toBe(editor());
  expect(editor().value).toBe(OWN);
  await user.click(within(screen.getByRole('region', { name: /^The broker’s configuration/ })).getByRole('button', { name: 'Close' }));
  expect(document.activeElement).toBe(summary().getByRole('button', { name: 'Edit' }));
});

it('gives the next run what the broker has taken, once it has been asked when the hand rests', async () => {
  await open();
  await finishRun(lab, { clients });
  await openEditor();
  await type('max_queued_messages 2{Enter}');
  await answered(SMALL);
  expect(screen.getByText('The broker takes it. The next run uses it.')).toBeTruthy();
  expect(summary().getByText(/max_queued_messages 2/)).toBeTruthy();
  expect(lab.configs).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Run with it' }));
  await settle();
  expect(newest()).toEqual({ ...lifecycle(), brokerConfig: SMALL });
});

it('marks the refused line, says what it means, and leaves the last good one in use', async () => {
  await open(linked(SMALL));
  await finishRun(lab, { clients });
  await openEditor();
  await type('wrong 1');
  await answered(`${SMALL}wrong 1`);
  expect(editor().getAttribute('aria-invalid')).toBe('true');
  const word = document.getElementById(editor().getAttribute('aria-errormessage') ?? '');
  expect(word?.textContent).toMatch(
    /The broker refuses line 5.*Unknown configuration variable "wrong".*knows no such key.*last one that the broker took/,
  );
  expect(word?.getAttribute('role')).toBe('status');
  expect(summary().getByText(/refuses line 5/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Run with it' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()?.brokerConfig).toBe(SMALL);
  await user.clear(editor());
  await answered('');
  expect(editor().getAttribute('aria-invalid')).toBe('false');
  expect(screen.getByText(/There is no listener line/)).toBeTruthy();
});

it('asks about the text of a link before the first run', async () => {
  lab.finds = () => ({ ok: true, warnings: [] });
  openLab(Lab, `#/widgets/conf${linked(SMALL)}`);
  expect(lab.runs).toEqual([]);
  await rest();
  expect(lab.runs).toHaveLength(1);
  expect(newest()?.brokerConfig).toBe(SMALL);
});

it('runs the lab’s own where the broker refuses what a link brought, and says so', async () => {
  await open(linked(`${OWN}wrong 1\n`));
  await rest();
  expect(lab.runs).toHaveLength(1);
  expect(newest()?.brokerConfig).toBe(OWN);
  expect(summary().getByText('The broker refuses line 4 of what you wrote. Runs use the lab’s own.')).toBeTruthy();
});

it('runs all the same where nobody can be asked', async () => {
  lab.checkConfig = () => Promise.reject(new Error('gone'));
  try {
    await open(linked(SMALL));
    await rest();
    expect(lab.runs).toHaveLength(1);
    await openEditor();
    expect(screen.getByText(/could not be asked/)).toBeTruthy();
  } finally {
    Reflect.deleteProperty(lab, 'checkConfig');
  }
});

it('tells of a text in the address that cannot be used', async () => {
  await open(linked('x'.repeat(5_000)));
  expect(newest()?.brokerConfig).toBe(OWN);
  expect(summary().getByText(/in the address is too long/)).toBeTruthy();
});

it('goes before a knob that changes the lab’s own, says so, and gives way to it on demand', async () => {
  await open(linked(SMALL));
  await user.click(screen.getByRole('radio', { name: 'restartKeeps' }));
  expect(summary().getByText(/A knob changed the lab’s own configuration/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()?.brokerConfig).toBe(SMALL);
  await user.click(summary().getByRole('button', { name: 'Back to the lab’s own' }));
  await user.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()?.brokerConfig).toBe(lifecycle({ broker: 'restartKeeps' }).brokerConfig);
  expect(summary().queryByText(/A knob changed/)).toBeNull();
});

it('goes with Reset', async () => {
  await open(linked(SMALL));
  await finishRun(lab, { clients });
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  await settle();
  expect(newest()).toEqual(lifecycle());
  expect(summary().getByText('The lab’s own.')).toBeTruthy();
});

it('shows what the broker remarks, and what it takes in silence and means otherwise', async () => {
  await open(linked(`${OWN}cafile x\nmax_queued_messages = 2\n`));
  await openEditor();
  expect(screen.getByText('Warning: TLS support not available.')).toBeTruthy();
  expect(screen.getByText(/Line 5: The broker reads “=” as 0, without a word about it: no limit\./)).toBeTruthy();
});

it('explains the key of the caret’s line, and any other from the list, and puts it in', async () => {
  await open();
  await openEditor();
  act(() => editor().setSelectionRange(OWN.indexOf('allow_'), OWN.indexOf('allow_')));
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('article', { name: 'allow_anonymous' })).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'All keys' }));
  await user.click(screen.getByRole('button', { name: 'max_queued_messages' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Back to all keys' }));
  const card = within(screen.getByRole('article', { name: 'max_queued_messages' }));
  expect(card.getByText(/the newest message is dropped/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Add max_queued_messages 2' }));
  expect(editor().value).toBe(SMALL);
  expect(card.getByRole('button', { name: 'Go to line 4' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back to all keys' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^max_queued_messages/ }));
});

it('offers ready-made changes to the lab’s own', async () => {
  await open(linked(`${OWN}wrong 1\n`));
  await openEditor();
  await user.click(screen.getByRole('tab', { name: 'Ready-made' }));
  await user.click(screen.getByRole('button', { name: 'Small queue' }));
  await answered(SMALL);
  expect(editor().value).toBe(SMALL);
  expect(screen.getByRole('button', { name: 'Small queue' }).getAttribute('aria-pressed')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'The lab’s own' }));
  expect(editor().value).toBe(OWN);
  expect(summary().getByText('The lab’s own.')).toBeTruthy();
});

it('lets Tab leave the text', async () => {
  await open();
  await openEditor();
  const before = editor().value;
  await user.tab();
  expect(document.activeElement).not.toBe(editor());
  expect(editor().value).toBe(before);
});
