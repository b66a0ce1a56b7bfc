import { describe, expect, it } from 'vitest';
import { twoHops } from '../../calculators/twoHops.ts';
import type { QoS } from '../../mqtt/packet.ts';
import { received } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { QOS_LEVELS } from './effectiveQos.ts';
import { QOS_CHANCE_MESSAGES, type QosChanceSetting, qosChance } from './qosChance.ts';
import { matrixReader } from './qosMatrix.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const MESSAGES = QOS_CHANCE_MESSAGES * SEEDS.length;

/** Of all seeds together: copies and different messages, by level of publishing and of reading. */
async function observed(setting: Partial<QosChanceSetting>) {
  const cells = QOS_LEVELS.map(() => QOS_LEVELS.map(() => ({ copies: 0, messages: 0 })));
  for (const seed of SEEDS) {
    const events = await eventsOf(qosChance({ ...setting, seed }));
    for (const published of QOS_LEVELS)
      for (const subscribed of QOS_LEVELS) {
        const got = received(events, matrixReader(subscribed)).filter(({ topicName }) => topicName === `lab/qos/${published}`);
        const cell = cells[published]?.[subscribed];
        if (cell === undefined) continue;
        cell.copies += got.length;
        cell.messages += new Set(got.map(({ payload }) => payload)).size;
      }
  }
  return cells;
}

describe.each([
  { protocolVersion: '3.1.1', lossRatio: 0.2, upgradeOutgoingQos: false },
  { protocolVersion: '5.0', lossRatio: 0.25, upgradeOutgoingQos: false },
  { protocolVersion: '3.1.1', lossRatio: 0.2, upgradeOutgoingQos: true },
] as const)('$protocolVersion, loss $lossRatio, upgrade $upgradeOutgoingQos', (setting) => {
  it('all nine pairs go as the closed form says, within what chance allows', async () => {
    const cells = await observed(setting);
    for (const published of QOS_LEVELS)
      for (const subscribed of QOS_LEVELS) {
        const passedOnQos = setting.upgradeOutgoingQos ? subscribed : (Math.min(published, subscribed) as QoS);
        const form = twoHops({ publishedQos: published, passedOnQos, lossRatio: setting.lossRatio });
        const { copies = 0, messages = 0 } = cells[published]?.[subscribed] ?? {};
        // Three standard deviations: among nine cells one beyond them is rarer than one in forty, and the seeds are fixed.
        const wide = (variance: number) => 3 * Math.sqrt(MESSAGES * variance) + 1e-9;
        expect(Math.abs(copies - MESSAGES * form.copies)).toBeLessThanOrEqual(wide(form.copiesVariance));
        expect(Math.abs(messages - MESSAGES * form.atLeastOnce)).toBeLessThanOrEqual(wide(form.atLeastOnce * (1 - form.atLeastOnce)));
      }
  });
});

it('published at QoS 1 and read at QoS 0, messages are lost and others come twice', async () => {
  const cell = (await observed({ lossRatio: 0.2 }))[1]?.[0];
  expect(cell?.messages).toBeLessThan(MESSAGES);
  expect(cell?.copies).toBeGreaterThan(cell?.messages ?? 0);
});

it.each([0, 0.25])('a run has fewer events than can be looked at together, loss %s', async (lossRatio) => {
  for (const seed of SEEDS) expect((await eventsOf(qosChance({ lossRatio, upgradeOutgoingQos: true, seed }))).length).toBeLessThan(4_000);
});
