// What the panel proves, without the page: the runs that it makes are possible, for every broker, pair and size that can be asked for.
import { expect, it } from 'vitest';
import { checkScenario, QOS_LEVELS } from '#simulations';
import { standardValues } from '../../state/knobs.ts';
import { KNOBS, type Level, type QosValues } from './knobs.ts';
import { expectations, proofPlan } from './proof.ts';

const STANDARD = standardValues<QosValues>(KNOBS);
const LEVELS: readonly Level[] = ['0', '1', '2'];

it('every run that the inputs can ask for may be made', () => {
  for (const maxQos of LEVELS)
    for (const topicName of ['t', 'a'.repeat(KNOBS.topicName.longest)])
      for (const payloadBytes of [KNOBS.payloadBytes.minimum, KNOBS.payloadBytes.maximum])
        for (const lossRatio of [0, 0.123456, KNOBS.lossRatio.maximum])
          for (const kind of ['pairs', 'chance'] as const) {
            const values = { ...STANDARD, maxQos, topicName, payloadBytes, lossRatio };
            expect(checkScenario(proofPlan(kind, values).scenarioOf(1))).toEqual([]);
          }
});

it('expects one publisher thrown out for each level above max_qos, and nothing of a pair that is not taken', () => {
  for (const maxQos of LEVELS) {
    const values = { ...STANDARD, published: '2', maxQos } as const;
    const told = expectations('pairs', values);
    expect(told.find(({ key }) => key === 'ended')?.expected.mean).toBe(QOS_LEVELS.filter((qos) => qos > Number(maxQos)).length);
    expect(told.some(({ key }) => key === 'packets1')).toBe(maxQos === '2');
    expect(expectations('chance', values)).toHaveLength(maxQos === '2' ? 4 : 0);
  }
});
