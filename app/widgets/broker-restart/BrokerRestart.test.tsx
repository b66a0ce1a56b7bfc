import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { restartAmidReadings } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab, settle, someClient } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import BrokerRestart from './BrokerRestart.tsx';
import { asked, back, broker, given, held, logged, nothingCameBack, oneCameBack, published, SAVING } from './runs.test-data.ts';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(BrokerRestart, `#/widgets/broker-restart${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const clients = [someClient('logger', { clientId: 'logger-1' })];

const notices = () =>
  within(screen.getByRole('region', { name: 'What to notice' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .join(' ');
const figure = (name: string) =>
  within(screen.getByRole('table', { name: /^What the broker held/ })).getByRole('row', { name: new RegExp(`^${name}`) }).textContent;

it('runs by itself: persistence is on, and the broker crashes before half an hour has passed', () => {
  open();
  expect(newest()).toEqual(restartAmidReadings());
});

it('makes the scenario of its knobs', () => {
  open('?version=5.0&persistence=on&counts=changes&interval=14&end=saveThenKill&signal=3&first=on&readings=12');
  expect(newest()).toEqual(
    restartAmidReadings({
      protocolVersion: '5.0',
      autosaveOnChanges: true,
      autosaveInterval: 14,
      end: 'saveThenKill',
      signalAfter: 3,
      beganWithCleanStart: true,
      readings: 12,
    }),
  );
});

it('offers each knob where it has a meaning', async () => {
  open();
  expect(screen.getByRole('textbox', { name: 'Autosave interval' })).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: /SIGUSR1/ })).toBeNull();
  expect(screen.queryByRole('group', { name: 'Logger’s first clean start' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  await userEvent.click(screen.getByRole('radio', { name: 'save, crash' }));
  expect(screen.getByRole('textbox', { name: /SIGUSR1/ })).toBeTruthy();
  expect(screen.getByRole('group', { name: 'Logger’s first clean start' })).toBeTruthy();
  const file = screen.getByRole('group', { name: /persistence/ });
  await userEvent.click(within(file).getByRole('radio', { name: 'off' }));
  expect(screen.queryByRole('textbox', { name: 'Autosave interval' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()).toEqual(restartAmidReadings({ protocolVersion: '5.0', persistence: false, end: 'saveThenKill' }));
});

it('keeps the outcome back until its end has been seen, then answers the guess', async () => {
  open('?readings=2&end=saveThenKill&signal=1');
  await finishRun(lab, { clients, events: oneCameBack });
  expect(screen.queryByRole('table', { name: /^What the broker held/ })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'all' }));
  expect(screen.getByText('You say: all. The end of the run will tell.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: all; it was 1 of 2.')).toBeTruthy();
});

it('sets before, last save and after side by side, and tells an old value from the newest', async () => {
  open('?readings=2&end=saveThenKill&signal=1');
  await finishRun(lab, { clients, events: oneCameBack });
  await goToTheEnd();
  expect(figure('Session of the logger')).toMatch(/there.*there.*there$/);
  expect(figure('Readings waiting')).toMatch(/211$/);
  expect(figure('Retained message')).toMatch(/level 2level 1level 1$/);
  expect(notices()).toMatch(
    /written its file once, at 3 s, when 1 reading was waiting.*got 1 of 2.*shown level 1, though.*at 2.*session present.*kill -USR1/,
  );
});

it('says what was lost, that a PUBACK is no promise of a disk, and how to lose less', async () => {
  open();
  await finishRun(lab, { clients, events: nothingCameBack });
  await goToTheEnd();
  expect(figure('Session of the logger')).toMatch(/there–gone$/);
  expect(figure('Retained message')).toMatch(/level 1–none$/);
  expect(notices()).toMatch(
    /crashed.*every 1,800 s.*got 0 of 8.*not that it has written.*stayed empty.*no session.*autosave_on_changes true/,
  );
});

it('without persistence a clean stop keeps nothing either', async () => {
  open('?persistence=off&end=stop');
  await finishRun(lab, {
    clients,
    events: nothingCameBack.map((event) => (event.kind === 'broker' && event.step === 'killed' ? { ...event, step: 'stopped' } : event)),
  });
  await goToTheEnd();
  expect(notices()).toMatch(/asked to stop.*Persistence is off.*however gently/);
});

it('finds the session that was not written because it began with clean start 1', async () => {
  open('?version=5.0&first=on&end=stop&readings=1');
  await finishRun(lab, {
    clients,
    events: [
      published(1, 2_500),
      held(2_550, 1),
      logged(3_500, SAVING),
      broker(3_500, 'stopped'),
      held(3_500, null),
      broker(6_500, 'started'),
      asked,
      back(10_000, false),
      given('display', 1, true),
    ],
  });
  await goToTheEnd();
  expect(notices()).toMatch(/began with clean start 1.*newest value outlived/);
  expect(figure('Retained message')).toMatch(/level 1level 1level 1$/);
});

it('says nothing of a display that was never there again, nor of a logger that did not come back', async () => {
  open();
  await finishRun(lab, { clients, events: nothingCameBack.filter((event) => event !== asked && event.kind !== 'connection') });
  await goToTheEnd();
  expect(figure('Retained message')).toMatch(/level 1––$/);
  expect(notices()).toMatch(/logger did not come back/);
  expect(notices()).not.toMatch(/display/);
});

it.each([
  ['the broker ran on', [held(1_000, 0)], /ran on/],
  ['it was not started again', [broker(4_500, 'killed')], /was not started again/],
] as const)('is not at a loss where %s', async (_, events, said) => {
  open();
  await finishRun(lab, { clients, events });
  await goToTheEnd();
  expect(notices()).toMatch(said);
});
