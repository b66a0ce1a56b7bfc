import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collidingPairs, drawnIds, expectedTakeOvers, ID_COLLISIONS_DEFAULTS, type Scenario } from '#simulations';
import { saveFile } from '../../charts/saveFile.ts';
import { Translations } from '../../i18n/Translations.tsx';
import { someClient } from '../../lab/openLab.test-data.tsx';
import { FakeLaboratory, someResult } from '../../state/fakeLaboratory.test-data.ts';
import { standardValues } from '../../state/knobs.ts';
import Collisions from './Collisions.tsx';
import { type CollisionValues, KNOBS } from './knobs.ts';
import { proofFleet } from './proof.ts';
import { curves, reckon } from './reckoning.ts';
import { safeId } from './useTakeAlong.ts';

const { laboratory } = vi.hoisted(() => ({ laboratory: { current: null as unknown } }));
vi.mock('#simulations/worker', async () => ({ startLaboratory: () => laboratory.current }));
vi.mock('../../charts/saveFile.ts', () => ({ saveFile: vi.fn() }));
const lab = new FakeLaboratory();
laboratory.current = lab;

beforeEach(() => lab.reset());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(search = '') {
  window.location.hash = `#/widgets/collisions${search}`;
  render(<Collisions />, { wrapper: Translations });
  return userEvent.setup();
}

const answer = () => within(screen.getByRole('region', { name: 'What comes of it' })).getAllByRole('status')[0]?.textContent;
const figure = (name: RegExp) =>
  within(screen.getByRole('table', { name: 'The answer in figures' })).getByRole('row', { name }).textContent;
const devices = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Devices in the fleet' });

describe('the answer', () => {
  it('opens with a thousand devices and four hex digits', () => {
    open();
    expect(answer()).toBe('The chance that two of your 1,000 devices get the same client id is 99.95 %.');
    expect(figure(/^Chance that two/)).toBe('Chance that two are the same99.95 %99.95 %');
    expect(figure(/^Pairs/)).toContain('7.62');
    expect(figure(/^Fewest/)).toContain('10');
  });

  it('follows what is typed at once, and keeps the last good number when it is wrong', async () => {
    const user = open();
    await user.clear(devices());
    await user.type(devices(), '0.1k');
    expect(answer()).toBe('The chance that two of your 100 devices get the same client id is 7.28 %, or 1 in 13.7.');
    await user.clear(devices());
    await user.type(devices(), 'lots{Enter}');
    expect(screen.getByText(/“lots” is no number. The page still reckons with 100/)).toBeTruthy();
    expect(answer()).toContain('7.28 %');
  });

  it('takes its inputs from the address, and puts right what is wrong there', () => {
    open('?devices=1e6&alphabet=lettersAndDigits&length=23&source=everyCharacter&prefix=&risk=2&colour=red');
    expect(answer()).toMatch(/1,000,000 devices .* 2.98 × 10⁻³⁰, or 1 in 3.36 × 10²⁹/);
    expect(screen.getByText(/0.99 is the most/)).toBeTruthy();
    expect(screen.getByText(/no such knob/)).toBeTruthy();
  });

  it('says when chance is poorer than it looks, and that more characters do not help', async () => {
    const user = open('?length=12&prefix=');
    await user.click(screen.getByRole('radio', { name: 'rand() that nobody seeded' }));
    expect(answer()).toBe('All of your 1,000 devices get the same client id.');
    expect(screen.getByText(/the chance behind them makes only 1\./)).toBeTruthy();
    expect(figure(/^Fewest/)).toContain('no length helps');
    await user.click(screen.getByRole('radio', { name: 'the whole MAC, no chance at all' }));
    expect(answer()).toMatch(/^None of your 1,000 devices share an id/);
    expect(figure(/^Most devices/)).toContain('any number');
  });

  it('knows the 23 bytes and the 62 characters', () => {
    open('?length=18');
    expect(figure(/^Length/)).toBe('Length of the id24 of 23 bytes');
    expect(screen.getByText(/24 bytes are more than 23/)).toBeTruthy();
    expect(screen.getByText(/“_” is outside the 62/)).toBeTruthy();
    expect(screen.getByText(/room for 17 random characters/)).toBeTruthy();
  });

  it('takes over a way that is met in the wild', async () => {
    const user = open();
    await user.click(screen.getByRole('button', { name: /MQTT.js/ }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Prefix, the same on all' }).value).toBe('mqttjs_');
    expect(figure(/^Different ids/)).toContain('4,294,967,296');
  });

  it('one device alone, and more devices than ids', async () => {
    const user = open();
    await user.clear(devices());
    await user.type(devices(), '1');
    expect(answer()).toBe('One device alone cannot collide with anybody.');
    await user.clear(devices());
    await user.type(devices(), '70k');
    expect(answer()).toMatch(/are sure to get the same client id: there are only 65,536 ids/);
  });
});

describe('the proof', () => {
  async function runAll(losses: (scenario: Scenario) => number): Promise<void> {
    for (let done = 0; done < 20; done++) {
      await vi.waitFor(() => expect(lab.runs).toHaveLength(done + 1));
      const { scenario, resolve } = lab.runs[done] ?? {};
      if (scenario === undefined) throw new Error('nothing was run');
      const names = scenario.clients?.map(({ name }) => name) ?? [];
      const lost = losses(scenario);
      lab.shows = { clients: names.map((name, index) => someClient(name, { losses: index < lost ? 1 : 0, connects: 1 })) };
      resolve?.(someResult(scenario, done + 1));
    }
    await screen.findByText(/^20 runs, served by Mosquitto/);
  }
  /** What the broker would do: everyone but the first of an id takes over. */
  const takeOvers = ({ script = [] }: Scenario) => {
    const ids = script.flatMap((step) => (step.do === 'connect' ? [step.connect.clientId] : []));
    return ids.length - new Set(ids).size;
  };

  it('runs twenty fleets and says that the formula holds', async () => {
    const user = open();
    expect(screen.getByText(/48 devices stand for it and draw from 148 ids/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Run it 20 times on the broker' }));
    await runAll(takeOvers);
    expect(new Set(lab.runs.map(({ scenario }) => scenario.seed)).size).toBe(20);
    expect(screen.getByText(/^Take-overs in a run: the formula and the broker agree/)).toBeTruthy();
    expect(screen.getByText('Devices let in: exactly as reckoned.')).toBeTruthy();
    await user.clear(devices());
    await user.type(devices(), '20');
    expect(screen.getByText(/You changed an input/)).toBeTruthy();
  });

  it('says so when the broker does something else', async () => {
    const user = open();
    await user.click(screen.getByRole('button', { name: 'Run it 20 times on the broker' }));
    await runAll(() => 0);
    expect(screen.getByText(/^Take-overs in a run:.*the formula does not describe what the broker did/)).toBeTruthy();
  });

  it('can be stopped, and tells of a run that failed', async () => {
    const user = open();
    await user.click(screen.getByRole('button', { name: /^Run it/ }));
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(screen.getByText('You stopped it after 0 of 20 runs.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Run it/ }));
    await vi.waitFor(() => expect(lab.runs).toHaveLength(2));
    lab.runs[1]?.reject(new Error('the broker trapped'));
    expect(await screen.findByText(/the broker trapped/)).toBeTruthy();
  });

  it('is the learner’s own fleet where that fits, one with as many pairs where not, and one that shows something where theirs would not', () => {
    expect(proofFleet(40, 500)).toEqual({ kind: 'same', devices: 40, ids: 500 });
    const scaled = proofFleet(1_000, 65_536);
    expect(scaled.kind).toBe('samePairs');
    expect(collidingPairs(scaled)).toBeCloseTo(collidingPairs({ devices: 1_000, ids: 65_536 }), 0);
    expect(proofFleet(1_000, Number.POSITIVE_INFINITY)).toMatchObject({ kind: 'shown', ids: 256 });
    expect(expectedTakeOvers(proofFleet(1, 10))).toBeGreaterThan(1);
    expect(proofFleet(1_000_000, 1)).toEqual({ kind: 'samePairs', devices: 48, ids: 1 });
  });
});

describe('what is taken along', () => {
  it('is the same state in every form, and can be saved', async () => {
    const user = open('?devices=500');
    await user.click(screen.getByText('Take it along'));
    const shown = () => screen.getByRole('tabpanel').querySelector('pre')?.textContent ?? '';
    expect(shown()).toMatch(/^The chance that two of your 500 devices.*65,536 different ids of 10 bytes/);
    await user.click(screen.getByRole('tab', { name: 'Table (CSV)' }));
    expect(shown()).toMatch(/^Figure,Value\r\nDevices in the fleet,500\r\nDifferent ids that can come out,65536\r\n/);
    await user.click(screen.getByRole('button', { name: /^Save client-id-collisions.csv/ }));
    expect(vi.mocked(saveFile).mock.lastCall?.[0]).toBe('client-id-collisions.csv');
    expect(screen.getByText('client-id-collisions.csv went to your downloads.')).toBeTruthy();
    await user.click(screen.getByRole('tab', { name: 'mosquitto.conf' }));
    expect(shown()).toContain('persistent_client_expiration 7d');
    for (const name of ['Arduino', 'ESP-IDF', 'Python', 'MQTT.js']) {
      await user.click(screen.getByRole('tab', { name }));
      expect(shown()).toContain('500 devices');
    }
  });

  it('proposes an id within the risk and the 23 bytes', () => {
    const standard = {
      devices: 1_000,
      source: 'everyCharacter',
      alphabet: 'hex',
      characters: 4,
      prefix: 'ESP32_',
      risk: 1e-6,
    } as const;
    const propose = (change: object) => {
      const values = { ...standard, ...change };
      return safeId(values, reckon(values));
    };
    expect(propose({})).toMatchObject({ from: 'random', characters: 10 });
    expect(propose({ risk: 1e-18, prefix: 'a-very-long-prefix' })).toEqual({ from: 'mac', prefix: '' });
    expect(propose({ source: 'wholeMac', characters: 12 })).toEqual({ from: 'mac', prefix: 'ESP32_' });
    expect(propose({ source: 'neverSeeded' })).toMatchObject({ from: 'mac' });
  });
});

it('draws curves from certainty down to the risk, rising, with the learner’s fleet among the points', () => {
  const values = standardValues<CollisionValues>(KNOBS);
  const { xs, exact, approximate, lowest, to } = curves(values, 65_536);
  expect(xs).toContain(1_000);
  expect(to).toBe(1e6);
  expect(lowest).toBeLessThan(1e-6);
  expect(exact.every((chance, index) => index === 0 || chance >= (exact[index - 1] ?? 0))).toBe(true);
  expect(approximate.every((chance, index) => chance <= (exact[index] ?? 0) * (1 + 1e-12))).toBe(true);
});

it('the drawn ids of the proof keep to the learner’s alphabet', () => {
  expect(drawnIds({ ...ID_COLLISIONS_DEFAULTS, alphabet: '01', ids: 8, characters: 3 }).every((id) => /^[01]{3}$/.test(id))).toBe(true);
});
