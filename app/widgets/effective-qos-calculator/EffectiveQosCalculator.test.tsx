import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientPrograms, confText } from '#content';
import { QOS_LEVELS } from '#simulations';
import { Translations } from '../../i18n/Translations.tsx';
import { settle } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory, someResult } from '../../state/fakeLaboratory.test-data.ts';
import { standardValues } from '../../state/knobs.ts';
import EffectiveQosCalculator from './EffectiveQosCalculator.tsx';
import { KNOBS, type Level, type QosValues } from './knobs.ts';
import { expectations, proofLoss } from './proof.ts';
import { lossCurves, reckon, withHeaders } from './reckoning.ts';
import { brokerConf, programs } from './taken.ts';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => lab.reset());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const STANDARD = standardValues<QosValues>(KNOBS);

function open(search = '') {
  window.location.hash = `#/widgets/effective-qos-calculator${search}`;
  render(<EffectiveQosCalculator />, { wrapper: Translations });
  return userEvent.setup();
}

const answer = () =>
  within(screen.getByRole('region', { name: 'What comes of it' }))
    .getAllByRole('status')[0]
    ?.textContent?.replaceAll('\u00a0', ' ');
const rowOf = (table: string, name: RegExp) => within(screen.getByRole('table', { name: table })).getByRole('row', { name });
const choose = (user: ReturnType<typeof userEvent.setup>, group: string, option: string) =>
  user.click(within(screen.getByRole('group', { name: group })).getByRole('radio', { name: option }));

describe('reckoned', () => {
  it('gives the worked matrix of copies and arrivals for a loss of one in five', () => {
    const { pairs } = reckon({ ...STANDARD, lossRatio: 0.2 });
    const digits = (value = Number.NaN) => Number(value.toFixed(4));
    expect(pairs.map(({ outcome }) => [digits(outcome?.copies), digits(outcome?.atLeastOnce)])).toEqual([
      ...Array<number[]>(3).fill([0.64, 0.64]),
      [1, 0.8333],
      [1.5625, 1],
      [1.5625, 1],
      [0.8, 0.8],
      [1.25, 1],
      [1, 1],
    ]);
  });

  it('gives the bytes of the sketch’s message on the first hop: 28, 34, 42, and 68, 114, 202 with TCP/IP', () => {
    const first = QOS_LEVELS.map((qos) => reckon({ ...STANDARD, published: String(qos) as Level }).hops[0].lossless);
    expect(first.map(({ bytes }) => bytes.mean)).toEqual([28, 34, 42]);
    expect(first.map(withHeaders)).toEqual([68, 114, 202]);
  });

  it('counts on the second hop what the first lets through', () => {
    const [first, second] = reckon({ ...STANDARD, published: '1', subscribed: '1', lossRatio: 0.2 }).hops;
    expect(first.packets.mean).toBeCloseTo(2.8125, 9);
    expect(second?.packets.mean).toBeCloseTo(2.8125 * 1.25, 9);
  });

  it('has curves that begin at one copy where nothing is lost, and none for what is not taken', () => {
    const curves = lossCurves(reckon(STANDARD).own, 0.2, 0.5);
    expect([curves?.copies[0], curves?.atLeastOnce[0]]).toEqual([1, 1]);
    expect(lossCurves(reckon({ ...STANDARD, published: '2', maxQos: '1' }).own, 0.2, 0.5)).toBeNull();
  });
});

describe('the page', () => {
  it('opens with the pair that loses and doubles', () => {
    open();
    expect(answer()).toBe(
      'Published at QoS 1 and subscribed at QoS 0, the message reaches the reader at QoS 0. A message can be lost, and it can come twice: neither hop makes up for the other. With 20 % of the packets lost, the reader gets one copy of a message on average, and 83.33 % of the messages at least once.',
    );
    expect(rowOf('Hop by hop', /^Promises/).textContent).toBe('Promisesat least onceat most once');
  });

  it('says what max_qos does to publisher and subscription, in both versions', async () => {
    const user = open('?published=2&subscribed=2');
    expect(answer()).toContain('arrives once, as long as both sides keep their sessions');
    await choose(user, 'max_qos in mosquitto.conf', '1');
    expect(answer()).toContain('does not take this message: QoS 2 is above max_qos 1. It ends the publisher’s connection without a word.');
    expect(screen.getByText(/grants QoS 1 and says so in its SUBACK/)).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'What to run' })).toBeNull();
    await choose(user, 'MQTT version', '5.0');
    expect(answer()).toContain('says why (0x9B, QoS not supported)');
  });

  it('says that upgrade_outgoing_qos raises the second hop, and cannot bring back the first', async () => {
    const user = open('?published=0&subscribed=2');
    await choose(user, 'upgrade_outgoing_qos in mosquitto.conf', 'true');
    expect(answer()).toContain('reaches the reader at QoS 2. A message can be lost; none comes twice.');
    expect(screen.getByText(/cannot bring back what was lost on the first hop/)).toBeTruthy();
  });

  it('takes a loss in any writing, names a wrong one, and keeps the last good one', async () => {
    const user = open();
    const loss = screen.getByRole<HTMLInputElement>('textbox', { name: /^Chance that a packet is lost/ });
    await user.clear(loss);
    await user.type(loss, '1 in 10');
    expect(answer()).toContain('With 10 % of the packets lost');
    await user.clear(loss);
    await user.type(loss, 'half{Enter}');
    expect(screen.getByText(/“half” is no number/)).toBeTruthy();
    expect(answer()).toContain('With 10 % of the packets lost');
  });

  it('refuses a topic with a wildcard and goes on with the one before', async () => {
    const user = open();
    const topic = screen.getByRole<HTMLInputElement>('textbox', { name: 'Topic' });
    await user.type(topic, '/#');
    expect(screen.getByText(/has no \+ and no #/)).toBeTruthy();
    await user.clear(topic);
    expect(screen.getByText(/A message needs a topic/)).toBeTruthy();
    await user.type(topic, 'a/b');
    expect(screen.getByText('3 bytes, sent with every message.')).toBeTruthy();
  });
});

describe('the proof', () => {
  it('runs the learner’s own broker, topic and payload, and says where the broker does otherwise', async () => {
    const user = open('?upgrade=on&max=1&version=5.0&topic=a/b&payload=3');
    await user.click(screen.getByRole('button', { name: 'Run it on the broker' }));
    const run = lab.runs.at(-1);
    if (run === undefined) throw new Error('nothing was run');
    expect(run.scenario.brokerConfig).toContain('max_qos 1\nupgrade_outgoing_qos true');
    expect(run.scenario.script?.filter((step) => step.do === 'publish').map((step) => 'payload' in step && step.payload)).toEqual(
      Array(3).fill('--{n}'),
    );
    // A broker that gave nobody anything.
    run.resolve(someResult(run.scenario, 1));
    await settle();
    expect(await screen.findByText(/^Pairs as the rule says, of nine: the broker says 3, and that is not what was reckoned/)).toBeTruthy();
    expect(screen.getAllByText('nothing').length).toBe(9);
  });

  it('runs with loss as far as a run can work it off', async () => {
    const user = open('?loss=0.5');
    await choose(user, 'What to run', 'with loss');
    expect(screen.getByText(/Your own loss is larger: 25 % is the most/)).toBeTruthy();
    expect(proofLoss({ ...STANDARD, lossRatio: 0.5 })).toBe(0.25);
    expect(expectations('chance', { ...STANDARD, lossRatio: 0.5 }).find(({ key }) => key === 'copies')?.expected.mean).toBeCloseTo(20, 9);
    await user.click(screen.getByRole('button', { name: 'Run it 12 times on the broker' }));
    expect(lab.runs.at(-1)?.scenario.clients?.[0]?.link.lossRatio).toBe(0.25);
  });
});

describe('taken along', () => {
  it('gives two lines for the broker, and programs with the chosen levels', () => {
    expect(brokerConf({ ...STANDARD, maxQos: '1', upgrade: 'on' }, 'Why.', (key) => key)).toBe(
      confText('Why.', [
        { key: 'max_qos', value: 1, why: 'max_qos' },
        { key: 'upgrade_outgoing_qos', value: true, why: 'upgrade_outgoing_qos' },
      ]),
    );
    const texts = programs({ ...STANDARD, published: '2', subscribed: '1', topicName: 'a"b' }, 'Why.');
    expect(texts.map(({ language }) => language)).toEqual(
      clientPrograms({
        purpose: '',
        protocolVersion: '3.1.1',
        clientId: { from: 'fixed', text: 'x' },
        cleanStart: true,
        sessionExpirySeconds: null,
        keepAliveSeconds: 60,
        publish: null,
        subscribe: null,
      }).map(({ language }) => language),
    );
    expect(texts.find(({ language }) => language === 'pahoPython')?.text).toContain('client.subscribe("a\\"b", qos=1)');
    expect(texts.find(({ language }) => language === 'mqttJs')?.text).toContain('{ qos: 2 }');
  });
});
