import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ConnectionStep, fromMilliseconds, NEWCOMER, type PacketSent, type RunEvent } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import ConnackClinic from './ConnackClinic.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(ConnackClinic, `#/widgets/connack-clinic${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const run = () => userEvent.click(screen.getByRole('button', { name: 'Run' }));
const answer = () => screen.getByRole('region', { name: 'The broker’s answer' }).textContent;

const step = (name: ConnectionStep['step'], code: number | null = null): RunEvent => ({
  kind: 'connection',
  at: fromMilliseconds(100),
  client: NEWCOMER,
  step: name,
  code,
  sessionPresent: null,
});
const packet = (direction: PacketSent['direction'], type: string, bytes: readonly number[]): PacketSent => ({
  kind: 'packetSent',
  at: fromMilliseconds(120),
  packet: direction === 'uplink' ? 0 : 1,
  client: NEWCOMER,
  direction,
  type,
  summary: type,
  bytes: Uint8Array.from(bytes),
  packetId: null,
  qos: null,
  dup: false,
  message: null,
  device: null,
  endsAt: fromMilliseconds(130),
  lost: false,
});
const sent = packet('uplink', 'CONNECT', [0x10, 0]);
const refusedWith2 = [step('connecting'), sent, packet('downlink', 'CONNACK', [0x20, 2, 0, 2]), step('refused', 2), step('lost')];
const letIn = [step('connecting'), sent, packet('downlink', 'CONNACK', [0x20, 2, 0, 0]), step('connected', 0)];
const closed = [step('connecting'), sent, step('lost')];

it('waits for the learner: shows the broken set-up and runs nothing by itself', () => {
  open();
  expect(lab.runs).toHaveLength(0);
  const setUp = screen.getByRole('region', { name: 'No client id, and the session is to be kept' });
  expect(within(setUp).getByRole('row', { name: /Client id/ }).textContent).toBe('Client id(empty)');
  expect(within(setUp).getByText('allow_anonymous true')).toBeTruthy();
  expect(answer()).toMatch(/Press Run/);
  expect(screen.queryByText('Cause')).toBeNull();
});

it('takes case, version and mend from the address, and puts right what is wrong there', async () => {
  open('?case=will-qos&version=5.0&mend=qos-1');
  await run();
  expect(newest()?.protocolVersion).toBe('5.0');
  expect(newest()?.script?.[0]).toMatchObject({ connect: { willMessage: { qos: 1 } } });
  leaveLab();
  prepareLab(lab);
  open('?case=flu&version=5.0&mend=pills');
  expect(screen.getByText(/“flu”, which is not offered/)).toBeTruthy();
  expect(screen.getByText(/“pills”, which is not offered/)).toBeTruthy();
  leaveLab();
  prepareLab(lab);
  open('?case=take-over&mend=qos-1');
  expect(screen.getByText(/“qos-1”, which is not offered; set to none/)).toBeTruthy();
});

it('has a case in the one version that knows it', async () => {
  open('?case=auth-method&version=3.1.1');
  expect(screen.getByText('This case exists in MQTT 5.0 only.')).toBeTruthy();
  await run();
  expect(newest()?.protocolVersion).toBe('5.0');
});

it('shows code, name, bytes and steps, then the card; and answers the guess at the end of the run', async () => {
  open();
  await userEvent.click(screen.getByRole('radio', { name: /^0x03/ }));
  expect(screen.getByText('You say: 0x03 Server unavailable. The end of the run will tell.')).toBeTruthy();
  await run();
  await finishRun(lab, { events: refusedWith2 });
  expect(answer()).toMatch(/0x02 identifier rejected.*20 02 00 02.*It is refused: 0x02\..*Now mend it/);
  expect(screen.getByText('Cause')).toBeTruthy();
  await goToTheEnd();
  expect(await screen.findByText('You said: 0x03 Server unavailable. It was: 0x02 identifier rejected.')).toBeTruthy();
});

it('marks what a mend changes, forgets the run before it, and lets the broker say whether it is mended', async () => {
  open();
  await run();
  await finishRun(lab, { events: refusedWith2 });
  await userEvent.click(screen.getByRole('radio', { name: 'Give it an id: valve-07' }));
  expect(answer()).toMatch(/Press Run/);
  expect(screen.getByRole('row', { name: /Client id/ }).textContent).toBe('Client idvalve-07 changed');
  await run();
  await finishRun(lab, { events: letIn });
  expect(answer()).toMatch(/0x00.*It is let in\..*Mended\./);
  await userEvent.click(screen.getByRole('radio', { name: 'Shorten the keep alive to 10 s' }));
  await run();
  await finishRun(lab, { events: refusedWith2 });
  expect(answer()).toMatch(/Not mended/);
});

it('tells a door that shuts without a word from one that was never reached', async () => {
  open('?case=protocol-name');
  await run();
  await finishRun(lab, { events: closed });
  expect(answer()).toMatch(/No CONNACK.*Not one byte came back/);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Case' }), 'Nobody listens');
  await run();
  await finishRun(lab, { events: [step('connecting'), step('lost')] });
  expect(answer()).toMatch(/No CONNACK.*before CONNECT was sent/);
});

it('names who pays where the newcomer is let in', async () => {
  open('?case=take-over');
  expect(screen.getByText('Connected already: valve-07.')).toBeTruthy();
  await run();
  const inside = (name: ConnectionStep['step'], code: number | null = null) => ({ ...step(name, code), client: 'inside 1' }) as RunEvent;
  await finishRun(lab, { events: [inside('connecting'), inside('connected', 0), ...letIn, inside('lost')] });
  expect(answer()).toMatch(/Let in, but at a cost: inside 1 lost the connection\./);
});

it('says plainly which codes are never given, and puts right what 0x02 is blamed for', () => {
  open();
  const never = screen.getByRole('region', { name: 'Codes that you will not meet here' });
  expect(within(never).getByText('0x03 Server unavailable, MQTT 3.1.1')).toBeTruthy();
  expect(within(never).getByText('0x04 bad user name or password, MQTT 3.1.1')).toBeTruthy();
  expect(within(never).getByText(/blames 0x02 on a client id in use. It is wrong/)).toBeTruthy();
});

it('goes on to the next case, and back to the first with Reset', async () => {
  open('?case=empty-id&mend=own-id');
  await userEvent.click(screen.getByRole('button', { name: 'Next case' }));
  expect(screen.getByRole('region', { name: 'No client id, and the broker wants one' })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Leave it as it is' }).checked).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(screen.getByRole('region', { name: 'No client id, and the session is to be kept' })).toBeTruthy();
});
