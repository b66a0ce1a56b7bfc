import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QOS_USE_CASES } from '#content';
import { Translations } from '../../i18n/Translations.tsx';
import { settle } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory, someFigures, someResult } from '../../state/fakeLaboratory.test-data.ts';
import { standardValues } from '../../state/knobs.ts';
import { costsOf } from './costs.ts';
import { type AdvisorValues, KNOBS } from './knobs.ts';
import { proofExpectations, proofKnobs, readFigures } from './proof.ts';
import QosAdvisor from './QosAdvisor.tsx';
import { brokerConf, costTable, programs, queueFor } from './taken.ts';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => lab.reset());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const STANDARD = standardValues<AdvisorValues>(KNOBS);

function open(search = '') {
  window.location.hash = `#/widgets/qos-advisor${search}`;
  render(<QosAdvisor />, { wrapper: Translations });
  return userEvent.setup();
}

const answer = () => within(screen.getByRole('region', { name: 'What comes of it' })).getAllByRole('status')[0]?.textContent;
const radio = (question: RegExp, option: RegExp) =>
  within(screen.getByRole('group', { name: question })).getByRole('radio', { name: option });

describe('the questions', () => {
  it('open where QoS 2 is right, with the honest alternative', () => {
    open();
    expect(answer()).toMatch(/^Take QoS 2\. Each message counts/);
    const instead = within(screen.getByRole('region', { name: 'The honest alternative' }));
    expect(instead.getByText(/If you can change the receiver, do this instead/)).toBeTruthy();
    expect(instead.getByText('On your link QoS 2 takes 4.12 packets a message, QoS 1 takes 2.06.')).toBeTruthy();
  });

  it('are answered one by one, and the recommendation follows', async () => {
    const user = open();
    await user.click(radio(/^What if one comes twice/, /^The receiver can tell/));
    expect(answer()).toMatch(/^Take QoS 1\. Each message counts, and the receiver can tell a copy/);
    expect(screen.getByText(/^Put a number in each message/)).toBeTruthy();
    await user.click(radio(/^What if one message is lost/, /^The next one says/));
    expect(answer()).toMatch(/^Take QoS 0\. The next message says it anew/);
  });

  it('say what has to change where no level gives what was asked for', async () => {
    const user = open();
    await user.click(radio(/reader subscribe/, /^QoS 0$/));
    await user.click(radio(/library/, /PubSubClient/));
    await user.click(radio(/sessions/, /^No, each start/));
    expect(answer()).toMatch(/^Take QoS 1\..* 4 things have to change first\.$/);
    for (const need of [/^Change the library/, /^Let the reader subscribe at QoS 1/, /^Keep the sessions/, /^Put a number/])
      expect(screen.getByText(need)).toBeTruthy();
  });

  it('come from the address, and what is wrong there is put right', () => {
    open('?loss=some&duplicates=harmless&rate=5000');
    expect(answer()).toMatch(/^Take QoS 1\. Each message counts, and a second copy changes nothing/);
    expect(screen.getAllByRole('status').some(({ textContent }) => /The address says “some”/.test(textContent ?? ''))).toBe(true);
    expect(screen.getByText(/1,?000 is the most/)).toBeTruthy();
  });

  it('take a rate in any writing, and name what is none', async () => {
    const user = open();
    const rate = screen.getByRole<HTMLInputElement>('textbox', { name: 'Messages' });
    await user.clear(rate);
    await user.type(rate, 'now and then{Enter}');
    expect(screen.getByText(/“now and then” is no number/)).toBeTruthy();
    await user.clear(rate);
    await user.type(rate, '1 every 10 min');
    expect(screen.getByRole('columnheader', { name: 'Battery lasts' })).toBeTruthy();
    await user.clear(rate);
    await user.type(rate, '20/s');
    expect(screen.queryByRole('columnheader', { name: 'Battery lasts' })).toBeNull();
    expect(screen.getByText(/no time to sleep/)).toBeTruthy();
  });
});

describe('the use cases', () => {
  it('are twenty; each one chosen recommends what it says', async () => {
    const user = open();
    const cases = within(screen.getByRole('region', { name: 'Twenty worked use cases' })).getAllByRole('button');
    expect(cases).toHaveLength(20);
    for (const [index, { expected }] of QOS_USE_CASES.entries()) {
      const button = cases[index];
      if (button === undefined) throw new Error('no such case');
      await user.click(button);
      expect(answer()).toMatch(new RegExp(`^Take QoS ${expected.qos}\\.`));
      expect(button.getAttribute('aria-pressed')).toBe('true');
    }
  });
});

describe('the proof', () => {
  it('runs the situation at the recommended level, and reads that level’s figures', async () => {
    const user = open('?link=poor&rtt=0.1');
    await user.click(screen.getByRole('button', { name: 'Run it 10 times on the broker' }));
    const run = lab.runs.at(-1);
    expect(run?.scenario.devices[2]).toMatchObject({ qos: 2, link: { lossRatio: 0.2, delayMs: 50 }, resendAfterMs: 200 });
    if (run === undefined) throw new Error('nothing was run');
    expect(readFigures(someFigures(run.scenario), 2)).toMatchObject({ delivered: 100, duplicates: 0, packets: 500 });
    run.resolve(someResult(run.scenario, 1));
    await settle();
    expect(await screen.findByText(/^Duplicates: exactly as reckoned/)).toBeTruthy();
  });

  it('on TCP everything is expected to come, once', async () => {
    const user = open('?link=poor');
    await user.click(radio(/^What loss takes/, /TCP/));
    await user.click(screen.getByRole('button', { name: 'Run it 10 times on the broker' }));
    expect(lab.runs.at(-1)?.scenario.devices[0]?.link.transport).toBe('tcp');
    expect(proofExpectations(STANDARD, 1, 'tcp').map(({ expected }) => expected.mean)).toEqual([100, 0]);
  });

  it('says nothing where the closed form does not describe the run, and always counts what is delivered', () => {
    for (const link of ['steady', 'drops', 'poor'] as const)
      for (const roundTripSeconds of [0.001, 0.05, 2])
        for (const perSecond of [1e-6, 1, 1_000])
          for (const qos of [0, 1, 2] as const) {
            const values = { ...STANDARD, link, roundTripSeconds, perSecond };
            const knobs = proofKnobs(values, 'vanishingPackets');
            expect(knobs.resendAfterMs).toBeGreaterThan(2 * knobs.delayMs);
            expect(proofExpectations(values, qos, 'vanishingPackets').map(({ key }) => key)).toContain('delivered');
          }
  });
});

describe('taken along', () => {
  it('gives the price of each level as a table, and empty cells where there is no wake-up', () => {
    const { columns, rows } = costTable(costsOf({ ...STANDARD, power: 'mains' }), (key) => key);
    expect(columns).toHaveLength(7);
    expect(rows.map((cells) => [cells[0], cells[5], cells[6]])).toEqual([0, 1, 2].map((qos) => [qos, null, null]));
  });

  it('asks of the broker a queue for an hour, and nothing at QoS 0', () => {
    expect(brokerConf(STANDARD, 0, 'Why.', (key) => key)).toBeNull();
    expect(brokerConf({ ...STANDARD, perSecond: 5 }, 1, 'Why.', (key) => key)).toContain('max_queued_messages 18000');
    expect(queueFor({ perSecond: 1e-6 })).toBe(1_000);
    expect(queueFor({ perSecond: 1_000 })).toBe(100_000);
  });

  it('gives a sender at the recommended level, with a kept session above QoS 0', () => {
    const [arduino] = programs({ ...STANDARD, perSecond: 0.1 }, 2, 'Why.');
    expect(arduino?.text).toContain('setCleanSession(false)');
    expect(arduino?.text).toContain('"your message", false, 2)');
    expect(arduino?.text).toContain('now + 10000UL');
  });
});
