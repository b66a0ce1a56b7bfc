import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clientStrategies, fromMilliseconds, type LifecycleSetting, lifecycle, type RunEvent } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab, settle, someClient } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import SessionLifecycle from './SessionLifecycle.tsx';
import { whyLost } from './whyLost.ts';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(SessionLifecycle, `#/widgets/session-lifecycle${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const at = fromMilliseconds;

function told(sessionPresent: boolean, payloads: readonly string[]): readonly RunEvent[] {
  const connected = (ms: number, present: boolean): RunEvent => ({
    kind: 'connection',
    at: at(ms),
    client: 'device',
    step: 'connected',
    code: 0,
    sessionPresent: present,
  });
  const given = payloads.map((payload, index): RunEvent => {
    const packet = {
      topicName: 'valve/07/cmd',
      qos: 1,
      dup: false,
      retain: false,
      packetId: index + 1,
      messageExpirySeconds: null,
    } as const;
    return { kind: 'received', at: at(14_000), client: 'device', payload, ...packet };
  });
  return [connected(700, false), connected(13_200, sessionPresent), ...given];
}
const brokerSays = (text: string) => ({ kind: 'brokerLog', at: at(9_000), level: 'notice', text }) as const;
const clients = [someClient('device', { received: 3 })];
const notices = () =>
  within(screen.getByRole('region', { name: 'What to notice' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .join(' ');
const figure = (name: string) =>
  within(screen.getByRole('table', { name: /^What the device got/ })).getByRole('row', { name: new RegExp(`^${name}`) }).textContent;

it('runs by itself: the device says DISCONNECT, is away for ten seconds, and wants its session kept', () => {
  open();
  expect(newest()).toEqual(lifecycle());
});

it('makes the scenario of its knobs', () => {
  open('?version=5.0&first=on&return=on&expiry=30&end=cable&away=20&commands=7&broker=restartKeeps&subscribes=on');
  const setting: LifecycleSetting = {
    protocolVersion: '5.0',
    cleanFirst: true,
    cleanReturn: true,
    sessionExpirySeconds: 30,
    end: 'cable',
    awaySeconds: 20,
    commands: 7,
    broker: 'restartKeeps',
    subscribesAgain: true,
  };
  expect(newest()).toEqual(lifecycle(setting));
});

it('offers a session expiry in 5.0 alone', async () => {
  open();
  expect(screen.queryByRole('textbox', { name: 'Session expiry' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  const expiry = screen.getByRole('textbox', { name: 'Session expiry' });
  await userEvent.clear(expiry);
  await userEvent.type(expiry, '9999{Enter}');
  expect(expiry).toHaveProperty('value', '600');
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()).toEqual(lifecycle({ protocolVersion: '5.0', sessionExpirySeconds: 600 }));
});

it('keeps the outcome back until its end has been seen, then answers the guess', async () => {
  open();
  await finishRun(lab, { clients, events: told(true, ['before', 'open 1', 'open 2', 'open 3', 'open 4', 'open 5', 'after']) });
  expect(figure('Commands of the time away')).toMatch(/at the end$/);
  await userEvent.click(screen.getByRole('radio', { name: 'none' }));
  expect(screen.getByText('You say: none. The end of the run will tell.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: none; it was 5 of 5.')).toBeTruthy();
  expect(figure('Commands of the time away')).toMatch(/5 of 5$/);
  expect(figure('Told on its return')).toMatch(/session present$/);
  expect(notices()).toMatch(/outlived the connection.*got 5.*without subscribing again/);
});

it('says what was lost and why', async () => {
  open('?first=on');
  await finishRun(lab, { clients, events: told(false, ['before']) });
  await goToTheEnd();
  expect(figure('The command after its return')).toMatch(/did not arrive$/);
  expect(notices()).toMatch(/With clean session on, a session ends with its connection.*got 0.*hears nothing/);
});

it('says nothing of a session to a device that did not come back', async () => {
  open();
  await finishRun(lab, { clients, events: told(false, ['before']).slice(0, 1) });
  await goToTheEnd();
  expect(notices()).toMatch(/did not come back in this run/);
  expect(notices()).not.toMatch(/no session|subscri/i);
});

it('says that the broker found the cable out only where it did', async () => {
  open('?end=cable&away=3');
  await finishRun(lab, { clients, events: told(true, ['before', 'after']) });
  await goToTheEnd();
  expect(notices()).toMatch(/before it had waited .* 6 s, the device was back/);
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await finishRun(lab, {
    clients,
    events: told(true, ['before', 'after']),
    log: [brokerSays('Client valve-07 has exceeded timeout, disconnecting.')],
  });
  await goToTheEnd();
  expect(notices()).toMatch(/found out when nothing had come for 6 s/);
});

it('asks no question about no commands', () => {
  open('?commands=0');
  expect(screen.queryByText(/Before you run it/)).toBeNull();
});

it.each<[Partial<LifecycleSetting>, string]>([
  [{ cleanFirst: true }, 'endedWithConnection'],
  [{ protocolVersion: '5.0', sessionExpirySeconds: 0 }, 'endedWithConnection'],
  [{ broker: 'restartForgets' }, 'brokerForgot'],
  [{ protocolVersion: '5.0', cleanFirst: true, broker: 'restartKeeps' }, 'notWritten'],
  [{ cleanReturn: true }, 'wiped'],
  [{ protocolVersion: '5.0', sessionExpirySeconds: 5 }, 'expired'],
  [{}, 'unknown'],
])('finds the reason: %o is %s', (setting, why) => {
  const log = why === 'expired' ? [brokerSays('Expiring client valve-07 due to timeout.')] : [];
  expect(whyLost(lifecycle(setting), log)).toBe(why);
});

it('puts five strategies on the stage, with knobs of their own', async () => {
  open('?scene=five&asks=none&when=everyConnection');
  expect(newest()).toEqual(clientStrategies({ sessionExpirySeconds: null, subscribes: 'everyConnection' }));
  expect(screen.queryByRole('textbox', { name: 'Time away' })).toBeNull();
  await finishRun(lab, { clients: [someClient('never-clean', { received: 9 })] });
  const table = screen.getByRole('table', { name: /^Messages to the five programs/ });
  expect(within(table).getByRole('row', { name: /^never clean/ }).textContent).toMatch(/^never clean9–/);
  await userEvent.click(screen.getByRole('radio', { name: '4' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: 4; it was 0.')).toBeTruthy();
  expect(notices()).toMatch(/cannot tell a reconnection from a new start/);
});

it('opens a link at its instant, resting, and takes the instant of a resting playhead along', async () => {
  open('?at=1.5');
  await finishRun(lab, { clients });
  const playhead = screen.getByRole<HTMLInputElement>('slider', { name: 'Playhead' });
  expect(playhead.value).toBe('1500000');
  expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
  const written: string[] = [];
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: async (text: string) => void written.push(text) } });
  await userEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  vi.unstubAllGlobals();
  expect(written[0]).toMatch(/[?&]at=1\.5(&|$)/);
});

it('says so when the instant of a link is none', () => {
  open('?at=soon');
  expect(screen.getByText(/opens the run at “soon”, which is no instant/)).toBeTruthy();
});
