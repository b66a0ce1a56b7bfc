// What the panel proves, without the page: every run that the answers and numbers can ask for may be made, on both models of loss; and what the broker is told exists.
import { expect, it } from 'vitest';
import { confKey } from '#content';
import { checkScenario } from '#simulations';
import { standardValues } from '../../state/knobs.ts';
import { type AdvisorValues, KNOBS } from './knobs.ts';
import { proofPlan } from './proof.ts';
import { brokerConf } from './taken.ts';

const STANDARD = standardValues<AdvisorValues>(KNOBS);

it('every run may be made', () => {
  for (const link of ['steady', 'drops', 'poor'] as const)
    for (const perSecond of [KNOBS.perSecond.minimum, 1, KNOBS.perSecond.maximum])
      for (const roundTripSeconds of [KNOBS.roundTripSeconds.minimum, 0.0333, KNOBS.roundTripSeconds.maximum])
        for (const transport of ['vanishingPackets', 'tcp'] as const)
          for (const qos of [0, 1, 2] as const) {
            const values = { ...STANDARD, link, perSecond, roundTripSeconds };
            expect(checkScenario(proofPlan(values, qos, transport).scenarioOf(1))).toEqual([]);
          }
});

it('tells the broker nothing that it does not know', () => {
  const lines = (brokerConf(STANDARD, 2, 'Why.', (key) => key) ?? '').split('\n').filter((line) => /^[a-z]/.test(line));
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(confKey(line.split(' ')[0] ?? ''), line).not.toBeNull();
});
