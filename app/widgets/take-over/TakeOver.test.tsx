import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, type PacketSent } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab, settle, someClient } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import TakeOver from './TakeOver.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(TakeOver, `#/widgets/take-over${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const idsOf = () =>
  newest()?.script?.flatMap((step) => (step.do === 'connect' && step.client !== 'witness' ? [step.connect.clientId] : []));
const line = {
  kind: 'brokerLog',
  at: fromMilliseconds(2_030),
  level: 'notice',
  text: 'Client valve-07 already connected, closing old connection.',
} as const;
const goodbye: PacketSent = {
  kind: 'packetSent',
  at: fromMilliseconds(2_030),
  packet: 9,
  client: 'first',
  direction: 'downlink',
  type: 'DISCONNECT',
  summary: 'DISCONNECT 0x8E',
  bytes: Uint8Array.of(0xe0, 2, 0x8e, 0),
  packetId: null,
  qos: null,
  dup: false,
  message: null,
  device: null,
  endsAt: fromMilliseconds(2_040),
  lost: false,
};
const once = {
  clients: [someClient('first', { connection: 'lost', losses: 1 }), someClient('second', {}), someClient('witness', { received: 1 })],
};
const notices = () =>
  within(screen.getByRole('region', { name: 'What to notice' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');

it('runs by itself: two devices with one id, who stay away when they are thrown out', () => {
  open();
  expect(newest()).toMatchObject({ protocolVersion: '3.1.1', watchSessions: true });
  expect(idsOf()).toEqual(['valve-07', 'valve-07']);
  expect(newest()?.clients?.some(({ reconnect }) => reconnect !== undefined)).toBe(false);
});

it('takes its knobs from the address, and puts right what is wrong there', () => {
  open('?version=5.0&ids=own&afterwards=again&wait=20&colour=red');
  expect(newest()?.clients?.map(({ reconnect }) => reconnect?.afterMs)).toEqual([50, 50]);
  expect(idsOf()).toEqual(['valve-07', 'valve-08']);
  expect(screen.getByText(/50 is the least/)).toBeTruthy();
  expect(screen.getByText(/no such knob/)).toBeTruthy();
});

it('gives the second device an id of its own: the cure', async () => {
  open();
  await userEvent.click(screen.getByRole('radio', { name: 'one each' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(idsOf()).toEqual(['valve-07', 'valve-08']);
});

it('offers the wait where they connect again, and clean start where they do not', async () => {
  open();
  expect(screen.getByRole('group', { name: 'First device: clean session' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  expect(screen.getByRole('group', { name: 'First device: clean start' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'connects again' }));
  expect(screen.queryByRole('group', { name: /^First device/ })).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Connects again after' })).toBeTruthy();
});

it('answers the guess at the end of the run, from the run', async () => {
  open();
  await finishRun(lab, once);
  await userEvent.click(screen.getByRole('radio', { name: 'again and again' }));
  expect(screen.getByText(/You say: again and again/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: again and again; it was 1 time.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'once' }));
  expect(screen.getByText('You said: once, and so it was: 1 time.')).toBeTruthy();
});

it('tells a bare close from a reason, quotes the log, and names the cure', async () => {
  open();
  await finishRun(lab, { ...once, log: [line] });
  expect(screen.getByText(/^At the end of the run/)).toBeTruthy();
  await goToTheEnd();
  expect(notices().join(' ')).toMatch(/closing old connection.*MQTT 3\.1\.1 has none.*one each/);
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await finishRun(lab, { ...once, events: [goodbye] });
  await goToTheEnd();
  expect(notices().join(' ')).toMatch(/reason code 0x8E/);
});

it('counts the cost of the ping-pong up to the playhead', async () => {
  open('?afterwards=again');
  await finishRun(lab, {
    clients: [
      someClient('first', { connects: 20, losses: 20, bytes: 1_200 }),
      someClient('second', { connects: 20, losses: 19, bytes: 1_200 }),
    ],
  });
  await userEvent.click(screen.getByRole('radio', { name: 'again and again' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  const table = screen.getByRole('table', { name: /^Connections and traffic/ });
  const row = async (name: string) => (await within(table).findByRole('row', { name: new RegExp(`^${name}`) })).textContent;
  expect(await row('Accepted')).toBe('Accepted2020');
  expect(await row('New connections a minute')).toBe('New connections a minute480456');
  expect(notices().join(' ')).toMatch(/39 times in this run, and for ever/);
});

it('speaks of nobody thrown out where the broker logged none', async () => {
  open();
  await finishRun(lab, { ...once, log: [{ ...line, text: 'Client valve-07 closed its connection.' }] });
  await goToTheEnd();
  expect(notices().join(' ')).toMatch(/never connected under their one id at the same time/);
});

it('says that there is peace with an id each', async () => {
  open('?ids=own');
  await finishRun(lab, { clients: [someClient('first', {}), someClient('second', { clientId: 'valve-08' })] });
  await goToTheEnd();
  expect(notices().join(' ')).toMatch(/Nobody is thrown out/);
});

it('goes back to the start with Reset', async () => {
  open('?version=5.0&ids=own');
  await finishRun(lab, once);
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(newest()?.protocolVersion).toBe('3.1.1');
  expect(idsOf()).toEqual(['valve-07', 'valve-07']);
});

it.each([
  ['firstThreeBytes', 'oneReel', ['valve-C40A24', 'valve-C40A24']],
  ['firstThreeBytes', 'twoBlocks', ['valve-C40A24', 'valve-A4AE30']],
  ['lastThreeBytes', 'oneReel', ['valve-123456', 'valve-123457']],
  ['lastThreeBytes', 'twoBlocks', ['valve-123456', 'valve-123456']],
  ['efuseReversed', 'oneReel', ['valve-563412C40A24', 'valve-573412C40A24']],
  ['wholeMac', 'twoBlocks', ['valve-240AC4123456', 'valve-30AEA4123456']],
])('ids made from the MAC: %s of chips %s are %j', (form, chips, ids) => {
  open(`?ids=fromMac&form=${form}&chips=${chips}`);
  expect(idsOf()).toEqual(ids);
  const same = ids[0] === ids[1];
  expect(screen.getByText(same ? /one will throw the other out/ : /each has a session of its own/)).toBeTruthy();
});
