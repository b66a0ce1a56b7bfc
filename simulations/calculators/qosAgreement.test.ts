// The rule by its corners, and its two promises held against the closed form of the two hops. The broker itself: experiments/sessions/qosPairs.test.ts.
import { expect, it } from 'vitest';
import type { QoS } from '../mqtt/packet.ts';
import { qosAgreement } from './qosAgreement.ts';
import { twoHops } from './twoHops.ts';

const LEVELS: readonly QoS[] = [0, 1, 2];
const EVERY = LEVELS.flatMap((publishedQos) =>
  LEVELS.flatMap((subscribedQos) =>
    LEVELS.flatMap((maxQos) => [false, true].map((upgradeOutgoingQos) => ({ publishedQos, subscribedQos, maxQos, upgradeOutgoingQos }))),
  ),
);

it.each([
  [
    { publishedQos: 2, subscribedQos: 1, maxQos: 2, upgradeOutgoingQos: false },
    { accepted: true, grantedQos: 1, passedOnQos: 1 },
  ],
  [
    { publishedQos: 0, subscribedQos: 2, maxQos: 2, upgradeOutgoingQos: true },
    { accepted: true, grantedQos: 2, passedOnQos: 2 },
  ],
  [
    { publishedQos: 2, subscribedQos: 2, maxQos: 1, upgradeOutgoingQos: false },
    { accepted: false, grantedQos: 1, passedOnQos: null },
  ],
  [
    { publishedQos: 1, subscribedQos: 2, maxQos: 1, upgradeOutgoingQos: true },
    { accepted: true, grantedQos: 1, passedOnQos: 1 },
  ],
] as const)('%o', (setting, agreement) => {
  expect(qosAgreement(setting)).toMatchObject(agreement);
});

it('says that a message can be lost or come twice exactly where the closed form has a chance of it', () => {
  for (const setting of EVERY) {
    const { passedOnQos, canBeLost, canComeTwice } = qosAgreement(setting);
    if (passedOnQos === null) {
      expect([canBeLost, canComeTwice]).toEqual([true, false]);
      continue;
    }
    const { copies, atLeastOnce } = twoHops({ publishedQos: setting.publishedQos, passedOnQos, lossRatio: 0.1 });
    expect(canBeLost).toBe(atLeastOnce < 1);
    expect(canComeTwice).toBe(copies > atLeastOnce + 1e-12);
  }
});

it('never passes on above what was granted, nor grants above max_qos', () => {
  for (const setting of EVERY) {
    const { grantedQos, passedOnQos } = qosAgreement(setting);
    expect(grantedQos).toBeLessThanOrEqual(Math.min(setting.subscribedQos, setting.maxQos));
    if (passedOnQos !== null) expect(passedOnQos).toBeLessThanOrEqual(grantedQos);
  }
});
