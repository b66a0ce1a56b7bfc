// Every number that the sentences on the course's table state, held against the closed forms and against runs on the real broker.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import {
  type DeviceFigures,
  expectedDelivery,
  FiguresFold,
  QOS_DELIVERY_DEFAULTS,
  type QosDeliveryKnobs,
  qosDeliveryScenario,
  type RunEvent,
  type Scenario,
  type Spread,
  simulate,
  startMosquitto,
} from '#simulations';
import { type Claim, flaws, type Sentence } from '../schema.ts';
import { COURSE_FIGURES } from './courseTable.ts';
import { COURSE_NOTES } from './notes.ts';
import { COURSE_SETUP } from './stated.ts';

const SEEDS = 40;
/** A sweep's mean farther from the closed form than this is no chance: one sweep in 16,000. Standard errors. */
const MOST_STANDARD_ERRORS = 4;

const sentences: readonly Sentence[] = [...COURSE_FIGURES.map(({ reason }) => reason), ...COURSE_NOTES];
const claims: readonly Claim[] = sentences.flatMap(({ numbers }) => Object.values(numbers).filter((number) => number.kind === 'claim'));

async function figuresOf(scenario: Scenario): Promise<readonly DeviceFigures[]> {
  const module = await loadMosquitto();
  const broker = startMosquitto({
    startBroker: (options) => startBroker({ ...options, module }),
    config: scenario.brokerConfig,
    seed: scenario.seed,
  });
  try {
    const folds = scenario.devices.map((device) => new FiguresFold(device));
    let last: RunEvent | null = null;
    for (const event of simulate(scenario, broker)) {
      for (const fold of folds) fold.add(event);
      last = event;
    }
    if (last === null) throw new Error('a run without events');
    const { at } = last;
    return folds.map((fold) => fold.figures(at));
  } finally {
    broker.stop();
  }
}

/** Sweeps by their knobs: several claims speak of the same experiment. */
const sweeps = new Map<string, Promise<readonly (readonly DeviceFigures[])[]>>();

async function runAll(knobs: QosDeliveryKnobs): Promise<readonly (readonly DeviceFigures[])[]> {
  const runs: (readonly DeviceFigures[])[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) runs.push(await figuresOf(qosDeliveryScenario({ ...knobs, seed })));
  return runs;
}

function sweep(knobs: QosDeliveryKnobs) {
  const name = JSON.stringify(knobs);
  const known = sweeps.get(name) ?? runAll(knobs);
  sweeps.set(name, known);
  return known;
}

const knobsOf = (claim: Claim): QosDeliveryKnobs => ({ ...QOS_DELIVERY_DEFAULTS, ...claim.knobs });

function measured({ figure, qos }: Claim, figures: readonly DeviceFigures[]): number {
  const [qos0] = figures;
  const level = figures.find((one) => one.qos === qos);
  if (qos0 === undefined || level === undefined) throw new Error(`no figures for QoS ${qos}`);
  if (figure === 'settled') return (level.settledAfter ?? Number.NaN) / 1_000;
  if (figure === 'energyPercent') return (level.energyMillijoules.total / qos0.energyMillijoules.total) * 100;
  return level[figure];
}

function closedForm({ figure, qos, ...claim }: Claim): Spread {
  const scenario = qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, ...claim.knobs });
  const [qos0, ...others] = scenario.devices.map((device) => expectedDelivery(device, scenario.protocolVersion));
  const level = qos === 0 ? qos0 : others[qos - 1];
  if (qos0 === undefined || level === undefined) throw new Error(`no closed form for QoS ${qos}`);
  const times = ({ mean, standardDeviation }: Spread, factor: number): Spread => ({
    mean: mean * factor,
    standardDeviation: standardDeviation * factor,
  });
  if (figure === 'settled') return times(level.settledAfter, 1 / 1_000);
  if (figure === 'energyPercent') return times(level.energyMillijoules, 100 / qos0.energyMillijoules.mean);
  return level[figure];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

it('has a sentence without holes for every cell and note', () => {
  expect(sentences.flatMap(flaws)).toEqual([]);
  expect(COURSE_FIGURES).toHaveLength(12);
});

it('speaks of the experiment’s standard setting', () => {
  expect(QOS_DELIVERY_DEFAULTS).toMatchObject(COURSE_SETUP);
});

describe.each(
  claims.map(
    (claim) => [`QoS ${claim.qos} ${claim.figure} ${claim.statistic} ${claim.value}, ${JSON.stringify(claim.knobs)}`, claim] as const,
  ),
)('%s', (_, claim) => {
  const expected = closedForm(claim);

  it('is what the closed form gives', () => {
    const value = claim.statistic === 'mean' ? expected.mean : expected.standardDeviation;
    expect(Math.abs(value - claim.value)).toBeLessThanOrEqual(claim.within);
  });

  it('is what runs on the broker give', async () => {
    const values = (await sweep(knobsOf(claim))).map((figures) => measured(claim, figures));
    if (claim.statistic === 'mean') {
      const chance = (MOST_STANDARD_ERRORS * expected.standardDeviation) / Math.sqrt(SEEDS);
      expect(Math.abs(mean(values) - claim.value)).toBeLessThanOrEqual(claim.within + chance);
    } else {
      // The spread of a sample's spread is about sd / √(2 n).
      const sample = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) * (SEEDS / (SEEDS - 1)));
      const chance = (MOST_STANDARD_ERRORS * expected.standardDeviation) / Math.sqrt(2 * SEEDS);
      expect(Math.abs(sample - claim.value)).toBeLessThanOrEqual(claim.within + chance);
    }
  });
});

it('finds the course’s 4 to 6 duplicates outside of what runs at its loss give', async () => {
  const duplicates = (await sweep(QOS_DELIVERY_DEFAULTS)).map((figures) => figures[1]?.duplicates ?? 0);
  expect(Math.min(...duplicates)).toBeGreaterThan(6);
});

it('finds no duplicate at QoS 2 in any run', async () => {
  for (const figures of await sweep(QOS_DELIVERY_DEFAULTS)) expect(figures[2]?.duplicates).toBe(0);
});
