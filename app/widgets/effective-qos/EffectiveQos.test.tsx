import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, type PacketSent, type QoS, type Received } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab, settle, someClient } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import EffectiveQos from './EffectiveQos.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(EffectiveQos, `#/widgets/effective-qos${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const levels: readonly QoS[] = [0, 1, 2];

const readers = levels.map((qos) => someClient(`reader${qos}`, { subscriptions: [{ topicFilter: 'lab/qos/+', qos }] }));

function given(published: QoS, reader: QoS, qos: QoS, dup = false): Received {
  return {
    kind: 'received',
    at: fromMilliseconds(2_000),
    client: `reader${reader}`,
    topicName: `lab/qos/${published}`,
    payload: String(published + 1),
    qos,
    dup,
    retain: false,
    packetId: qos === 0 ? null : 1,
    messageExpirySeconds: null,
  };
}

let packetsSoFar = 0;
function packet(client: string, change: Partial<PacketSent> = {}): PacketSent {
  return {
    kind: 'packetSent',
    at: fromMilliseconds(1_500),
    packet: ++packetsSoFar,
    client,
    direction: 'uplink',
    type: 'PUBLISH',
    summary: 'PUBLISH',
    bytes: Uint8Array.of(0x30, 0),
    packetId: null,
    qos: 0,
    dup: false,
    message: 1,
    device: null,
    endsAt: fromMilliseconds(1_600),
    lost: false,
    ...change,
  };
}

const byRule = levels.flatMap((published) => levels.map((reader) => given(published, reader, Math.min(published, reader) as QoS)));
const cell = (published: number, place: number) => {
  const table = screen.getByRole('table', { name: /^How the message of each publisher/ });
  const row = within(table).getByRole('row', { name: new RegExp(`^QoS ${published}`) });
  return within(row).getAllByRole('cell')[place]?.textContent ?? '';
};
const notices = () =>
  within(screen.getByRole('region', { name: 'What to notice' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .join(' ');

it('runs by itself: three publishers, three readers, no cut', () => {
  open();
  expect(newest()?.clients?.map(({ name }) => name)).toEqual(['publisher0', 'publisher1', 'publisher2', 'reader0', 'reader1', 'reader2']);
  expect(newest()?.brokerConfig).toContain('upgrade_outgoing_qos false');
  expect(newest()?.script?.some((step) => step.do === 'cutConnection')).toBe(false);
});

it('takes its knobs from the address, and puts right what is wrong there', () => {
  open('?version=5.0&upgrade=on&before=answer&behind=everything&colour=red');
  expect(newest()).toMatchObject({ protocolVersion: '5.0' });
  expect(newest()?.brokerConfig).toContain('upgrade_outgoing_qos true');
  const cut = newest()?.script?.flatMap((step) => (step.do === 'cutConnection' ? [step.client] : []));
  expect(cut).toEqual(['publisher0', 'publisher1', 'publisher2']);
  expect(screen.getByText(/everything/)).toBeTruthy();
  expect(screen.getByText(/no such knob/)).toBeTruthy();
});

it('shows each pair with its level, its copies, its packets and the rule', async () => {
  open();
  await finishRun(lab, { clients: readers, events: [packet('publisher0'), packet('reader0', { direction: 'downlink' }), ...byRule] });
  await goToTheEnd();
  expect(cell(0, 0)).toBe('QoS 0once1+1 packetsrule: QoS 0');
  expect(cell(2, 1)).toMatch(/^QoS 1once.*rule: QoS 1$/);
  expect(screen.getByText('Of nine pairs: 9 once, 0 more than once, 0 not at all.')).toBeTruthy();
  expect(notices()).toMatch(/the smaller of the two levels/);
});

it('marks the pairs where the broker went past the rule', async () => {
  open('?upgrade=on');
  await finishRun(lab, {
    clients: readers,
    events: levels.flatMap((published) => levels.map((reader) => given(published, reader, reader))),
  });
  await goToTheEnd();
  expect(cell(0, 2)).toMatch(/^QoS 2once.*not as the rule says$/);
  expect(cell(2, 2)).not.toMatch(/not as the rule says/);
  expect(notices()).toMatch(/0 → 1, 0 → 2, 1 → 2 came above the rule/);
});

it('tells who lost on which hop, who got a copy too many, and by whose doing', async () => {
  open('?before=answer&behind=publish');
  await finishRun(lab, {
    clients: readers,
    events: [
      ...readers.map(({ client }) => packet(client, { direction: 'downlink', lost: true })),
      packet('reader0', { direction: 'downlink', lost: true, message: 3 }),
      given(1, 0, 0),
      given(1, 0, 0),
      given(1, 1, 1),
      given(1, 1, 1, true),
      given(2, 2, 2, true),
    ],
  });
  await goToTheEnd();
  expect(cell(0, 0)).toMatch(/^lost/);
  expect(cell(1, 0)).toMatch(/^QoS 0twice/);
  const said = notices();
  expect(said).toMatch(/0 → 0, 0 → 1, 0 → 2, 2 → 0: lost on the way to the reader/);
  expect(said).toMatch(/1 → 2, 2 → 1: not there when the run ends, although/);
  expect(said).toMatch(/1 → 0: a copy too many, by the publisher’s doing/);
  expect(said).toMatch(/1 → 1: a copy too many, by the broker’s doing/);
  expect(said).toMatch(/even a reader at QoS 0 gets it twice/);
  expect(said).toMatch(/clean session off/);
});

it('calls nothing lost before the end of the run', async () => {
  open('?before=publish');
  await finishRun(lab, { clients: readers, events: [] });
  expect(screen.queryByText('lost')).toBeNull();
  expect(screen.getByText(/^So far, of nine pairs/)).toBeTruthy();
  await goToTheEnd();
  expect(screen.getAllByText('lost')).toHaveLength(9);
  expect(notices()).toMatch(/0 → 0, 0 → 1, 0 → 2: lost on the way to the broker/);
});

it('asks for the level of the pair that is most often got wrong, and the run answers', async () => {
  open();
  await finishRun(lab, { clients: readers, events: byRule });
  const question = screen.getByRole('group', { name: 'The level at which it arrives' });
  await userEvent.click(within(question).getByRole('radio', { name: 'QoS 2' }));
  expect(screen.getByText(/You say: QoS 2/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: QoS 2; it was: QoS 0.')).toBeTruthy();
});

it('asks with a cut how often it comes, and counts', async () => {
  open('?before=answer');
  await finishRun(lab, { clients: readers, events: [given(1, 0, 0), given(1, 0, 0)] });
  await userEvent.click(screen.getByRole('radio', { name: 'once' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: once; it was: twice.')).toBeTruthy();
});

it('tells the emergency stop: what the panel sent, what the broker passed on, how often the controller acted', async () => {
  open();
  await userEvent.click(screen.getByRole('radio', { name: 'emergency stop' }));
  await userEvent.click(screen.getByRole('radio', { name: /^QoS 1, and comes back/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()?.clients?.map(({ name }) => name)).toEqual(['panel', 'controller']);
  const stop = { ...given(1, 0, 0), client: 'controller', payload: 'STOP' };
  const accepted = { kind: 'connection', at: fromMilliseconds(2_000), client: 'panel', step: 'connected', code: 0 } as const;
  const toController = packet('controller', { direction: 'downlink', message: null });
  await finishRun(lab, {
    events: [
      { ...accepted, sessionPresent: false },
      packet('panel', { qos: 1 }),
      packet('panel', { direction: 'downlink', type: 'PUBACK', lost: true }),
      toController,
      stop,
      { ...accepted, sessionPresent: true },
      packet('panel', { qos: 1, dup: true }),
      { ...toController, packet: ++packetsSoFar },
      stop,
    ],
  });
  await goToTheEnd();
  const row = (name: RegExp) => screen.getByRole('row', { name }).textContent;
  expect(row(/^PUBLISH from the panel/)).toBe('PUBLISH from the panel2, 1 with DUP');
  expect(row(/^Lost in the cut/)).toBe('Lost in the cutPUBACK');
  expect(row(/^The controller acts/)).toBe('The controller actstwice');
  expect(notices()).toMatch(/passes on whatever comes.*each copy counts.*2 PUBLISH packets, none with DUP.*give each command a number/);
});

it('holds many messages on lossy links against the closed form', async () => {
  open('?scene=chance&loss=20&seed=7');
  expect(newest()).toMatchObject({ seed: 7 });
  expect(newest()?.clients?.every(({ link }) => link.lossRatio === 0.2)).toBe(true);
  const message = (number: number, reader: QoS, qos: QoS) => ({ ...given(1, reader, qos), payload: String(number) });
  await finishRun(lab, {
    clients: readers,
    // Of 20 messages of QoS 1: three never come to reader0 and two come twice; 31 copies of all come to reader1.
    events: [
      ...Array.from({ length: 17 }, (_, index) => message(index + 1, 0, 0)),
      message(1, 0, 0),
      message(2, 0, 0),
      ...Array.from({ length: 31 }, (_, index) => message((index % 20) + 1, 1, 1)),
    ],
  });
  await userEvent.click(screen.getByRole('radio', { name: 'some are lost' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: some are lost; it was: both.')).toBeTruthy();
  const table = screen.getByRole('table', { name: /^Copies and missing messages/ });
  const cells = within(within(table).getByRole('row', { name: /^QoS 1/ })).getAllByRole('cell');
  expect(cells[0]?.textContent).toBe('19 copiesby the form: 20 ± 5.73 missingby the form: 3.3');
  expect(cells[1]?.textContent).toBe('31 copiesby the form: 31.3 ± 8.40 missingby the form: 0');
  expect(notices()).toMatch(
    /1 → 0: of 20 messages 3 never came, and 2 copies came too many.*1 → 1: 31 copies of 20 messages \(the form: 31\.3\)/,
  );
  expect(notices()).toMatch(/This is a model/);
});

it('says where a run has more events than can be shown together', async () => {
  open('?scene=chance');
  await finishRun(lab, { clients: readers, events: byRule });
  expect(screen.queryByText(/more events than can be looked at/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await finishRun(lab, { clients: readers, events: Array.from({ length: 4_000 }, () => given(0, 0, 0)) });
  expect(screen.getByText(/more events than can be looked at/)).toBeTruthy();
});

it('goes back to the start with Reset', async () => {
  open('?scene=stop&version=5.0');
  await finishRun(lab, {});
  await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
  expect(newest()?.protocolVersion).toBe('3.1.1');
  expect(newest()?.clients).toHaveLength(6);
});
