import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fromMilliseconds, type RunEvent, willDelivery } from '#simulations';
import { finishRun, goToTheEnd, leaveLab, openLab, prepareLab, settle, someClient } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory } from '../../state/fakeLaboratory.test-data.ts';
import { cable, connection, logged, power, pulled, sent, TCP_CLOSED, TIMEOUT, told, will } from './runs.test-data.ts';
import Will from './Will.tsx';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => prepareLab(lab));
afterEach(leaveLab);

const open = (search = '') => openLab(Will, `#/widgets/will${search}`);
const newest = () => lab.runs.at(-1)?.scenario;
const clients = [someClient('device', {})];
const itemsOf = (region: string) =>
  within(screen.getByRole('region', { name: region }))
    .getAllByRole('listitem')
    .map(({ textContent }) => (textContent ?? '').trim());
const notices = () => itemsOf('What to notice').join(' ');

async function shown(search: string, events: readonly RunEvent[]): Promise<void> {
  open(search);
  await finishRun(lab, { clients, events });
  await goToTheEnd();
}

it('runs by itself: the cable is pulled, nobody is told', () => {
  open();
  expect(newest()).toEqual(willDelivery());
});

it('makes the scenario of its knobs', () => {
  open('?version=5.0&end=drop&keepalive=10&back=7&expiry=30&delay=5&qos=2&retain=on&until=tcp');
  expect(newest()).toEqual(
    willDelivery({
      protocolVersion: '5.0',
      ending: 'drop',
      keepAliveSeconds: 10,
      backAfterSeconds: 7,
      sessionExpirySeconds: 30,
      willDelaySeconds: 5,
      willQos: 2,
      willRetain: true,
    }),
  );
});

it('puts right what is wrong in the address', () => {
  open('?end=explodes&keepalive=999');
  expect(newest()).toEqual(willDelivery({ keepAliveSeconds: 120 }));
  expect(screen.getByText(/explodes/)).toBeTruthy();
});

it('offers each knob where it has a meaning', async () => {
  open();
  expect(screen.getByRole('group', { name: 'Clean session' })).toBeTruthy();
  expect(screen.getByRole('group', { name: 'Watch until' })).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Will delay' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  expect(screen.queryByRole('group', { name: 'Clean session' })).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Will delay' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'another comes with its client id' }));
  expect(screen.queryByRole('textbox', { name: 'Device is back after' })).toBeNull();
  expect(screen.queryByRole('group', { name: 'Watch until' })).toBeNull();
});

it('says at the knob that 3.1.1 has no DISCONNECT with will, and runs a plain one', async () => {
  open('?end=disconnectWithWill');
  expect(screen.getByText(/has no reason code in MQTT 3\.1\.1/)).toBeTruthy();
  expect(newest()?.script).toEqual(willDelivery({ ending: 'disconnect' }).script);
  await userEvent.click(screen.getByRole('radio', { name: '5.0' }));
  expect(screen.queryByText(/has no reason code/)).toBeNull();
});

it('watches until TCP gives up, where the learner asks for it', async () => {
  open();
  await userEvent.click(screen.getByRole('radio', { name: 'TCP gives up' }));
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
  expect(newest()).toEqual(willDelivery({ untilTcpGivesUp: true }));
});

it('keeps the outcome back until its end has been seen, then answers the guess', async () => {
  open();
  await finishRun(lab, { clients, events: pulled });
  expect(screen.getByText(/^At the end of the run: what happened when/)).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'at once' }));
  expect(screen.getByText('You say: at once. The end of the run will tell.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go to the end' }));
  expect(await screen.findByText('You said: at once; it was 6.05 s after that.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'later' }));
  expect(screen.getByText('You said: later, and so it was: 6.05 s after that.')).toBeTruthy();
});

it('sets the rule between the measured instants, and says how far off it was', async () => {
  await shown('', pulled);
  expect(itemsOf('The timeline')).toEqual([
    '5.55 sThe last packet from the device reaches the broker: PINGREQ.',
    '6.00 sThe cable is pulled. Nobody is told.',
    '11.55 sRule: 5.55 s + 1.5 × 4 s keep alive = 11.55 s',
    expect.stringMatching(/^12\.00 sThe broker gives the device up.*exceeded timeout.*\(0\.45 s after the rule\)$/),
    '12.00 sThe broker publishes the will.',
    '12.05 sThe watcher reads “offline”, QoS 1.',
  ]);
  expect(notices()).toMatch(/half-open.*5\.55 s and gave up 6\.45 s later.*900 PINGREQs an hour.*not retained.*still believes/);
});

it('says that keep alive 0 never tells', async () => {
  await shown('?keepalive=0', [connection(1_200, 'connected'), cable(6_000, 'out')]);
  expect(itemsOf('The timeline').at(-1)).toBe('–The watcher read no will in this run.');
  expect(notices()).toMatch(/switches the watch off/);
});

it('tells a return in time from one that came too late for TCP', async () => {
  await shown('?back=3', [sent(5_500, 'device', 'PINGREQ'), cable(6_000, 'out'), cable(9_000, 'in')]);
  expect(notices()).toMatch(/neither side noticed anything/);
  leaveLab();
  prepareLab(lab);
  await shown('?back=5', [...pulled, cable(11_000, 'in'), connection(12_050, 'lost')]);
  expect(notices()).toMatch(/back at 11 s, before the broker closed at 12 s.*too late all the same/);
});

it('counts the minutes until TCP itself gives up', async () => {
  await shown('?until=tcp', [...pulled, connection(1_160_250, 'lost')]);
  expect(notices()).toMatch(/gave the connection up after 19 minutes/);
  expect(notices()).not.toMatch(/still believes/);
});

it.each<[string, readonly RunEvent[], RegExp]>([
  ['?end=drop', [logged(6_050, TCP_CLOSED), ...will(6_050)], /knew at once, and published the will\./],
  ['?end=disconnect', [logged(6_050, 'Client valve-07 disconnected.')], /throws the will away/],
  [
    '?version=5.0&end=disconnectWithWill',
    [logged(6_050, 'Client valve-07 disconnected.'), ...will(6_050)],
    /asks for the will all the same/,
  ],
  [
    '?end=takeOver',
    [logged(6_150, 'Client valve-07 already connected, closing old connection.'), ...will(6_150)],
    /because the session ended/,
  ],
  [
    '?end=takeOver&clean=off',
    [logged(6_150, 'Client valve-07 already connected, closing old connection.')],
    /did not go out.*keeps the will back.*standards say otherwise/,
  ],
  [
    '?version=5.0&end=takeOver&delay=5',
    [logged(6_150, 'Client valve-07 already connected, closing old connection.')],
    /before the will delay was over.*takes the will back/,
  ],
  ['?end=secondConnect', [logged(6_050, 'Client valve-07 disconnected due to protocol error.')], /2\.0\.21 does not publish it/],
  ['?end=invalidPacket', [logged(6_050, 'Client valve-07 disconnected due to malformed packet.'), ...will(6_050)], /goes out at once/],
  ['?version=5.0&end=drop&delay=5', [logged(6_050, TCP_CLOSED), ...will(12_000)], /kept the will for 5\.95 s/],
  [
    '?version=5.0&end=drop&delay=10&expiry=3',
    [logged(6_050, TCP_CLOSED), logged(10_000, 'Expiring client valve-07 due to timeout.'), ...will(10_000)],
    /session expired after 3 s.*earlier of the two/,
  ],
  [
    '?version=5.0&end=drop&delay=5&expiry=0',
    [logged(6_050, TCP_CLOSED), ...will(12_000)],
    /waited for the will delay all the same, 5\.95 s/,
  ],
  [
    '?version=5.0&end=drop&delay=5&back=3',
    [logged(6_050, TCP_CLOSED), connection(9_200, 'connected')],
    /threw the will away: the others never learned/,
  ],
  [
    '?end=drop&retain=on',
    [logged(6_050, TCP_CLOSED), ...will(6_050), told(9_000, 'latecomer', 'offline', true)],
    /latecomer.*read “offline” at once/,
  ],
  ['?end=disconnect&retain=on', [told(9_000, 'latecomer', 'online', true)], /read “online”, though the device is gone/],
])('explains %s', async (search, events, said) => {
  await shown(search, [connection(1_200, 'connected'), ...events]);
  expect(notices()).toMatch(said);
});

it('takes the learner’s own switch for the end: power off before the script has its turn', async () => {
  await shown('?end=disconnect', [
    connection(1_200, 'connected'),
    sent(1_500, 'device', 'PUBLISH'),
    power(3_000, 'off'),
    logged(8_000, TIMEOUT),
    ...will(8_000),
  ]);
  expect(itemsOf('The timeline')[1]).toBe('3.00 sThe device loses its power. Nobody is told.');
  expect(notices()).toMatch(/gave up 6\.45 s later/);
});

it('draws no conclusion where the broker or the watcher was switched off, too', async () => {
  await shown('?end=drop', [{ kind: 'broker', at: fromMilliseconds(3_000), step: 'killed', problem: null }]);
  expect(itemsOf('What to notice')).toEqual([expect.stringMatching(/says little about the will/)]);
});
