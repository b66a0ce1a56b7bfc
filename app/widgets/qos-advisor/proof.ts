// The situation on the broker: a hundred messages at the recommended level over the sender's hop, where packets vanish or on TCP, beside what the closed form expects. No React.
import {
  type DeviceFigures,
  expectedDelivery,
  QOS_DELIVERY_DEFAULTS,
  QOS_DELIVERY_KNOBS,
  type QoS,
  type QosDeliveryKnobs,
  qosDeliveryScenario,
  type Spread,
} from '#simulations';
import type { ProofPlan } from '../../calculator/useProof.ts';
import { lossOf } from './costs.ts';
import type { AdvisorValues } from './knobs.ts';

export type ProofTransport = QosDeliveryKnobs['transport'];

export const PROOF_SEEDS = 10;
const MS = 1_000;
/** Messages that may be under way on average, well below the limit of 20: else the limit would decide the time. */
const FEW_UNDER_WAY = 3;

const within = (knob: keyof typeof QOS_DELIVERY_KNOBS, value: number): number => {
  const { minimum, maximum, step } = QOS_DELIVERY_KNOBS[knob];
  return Math.min(maximum, Math.max(minimum, Math.round(value / step) * step));
};

/** The experiment's knobs for this situation. The messages may be further apart than asked for, or closer, so that the run stays short and its limits do not show. */
export function proofKnobs(values: AdvisorValues, transport: ProofTransport): QosDeliveryKnobs {
  const roundTripMs = values.roundTripSeconds * MS;
  const resendAfterMs = within('resendAfterMs', Math.max(100, 2 * roundTripMs));
  const interval = Math.max(MS / values.perSecond, (roundTripMs * 2 + lossOf(values) * 2 * resendAfterMs) / FEW_UNDER_WAY);
  return {
    ...QOS_DELIVERY_DEFAULTS,
    transport,
    lossRatio: lossOf(values),
    delayMs: within('delayMs', roundTripMs / 2),
    resendAfterMs,
    attempts: QOS_DELIVERY_KNOBS.attempts.maximum,
    publishIntervalMs: within('publishIntervalMs', interval),
  };
}

export function proofPlan(values: AdvisorValues, qos: QoS, transport: ProofTransport): ProofPlan {
  const knobs = proofKnobs(values, transport);
  return {
    seeds: PROOF_SEEDS,
    scenarioOf: (seed) => qosDeliveryScenario({ ...knobs, seed }),
    read: ({ figures }) => readFigures(figures, qos),
  };
}

export function readFigures(figures: readonly DeviceFigures[], level: QoS): Readonly<Record<string, number>> {
  const own = figures.find(({ qos }) => qos === level);
  if (own === undefined) return {};
  const { delivered, duplicates, packets, bytes, energyMillijoules } = own;
  return { delivered, duplicates, packets, bytes, energy: energyMillijoules.total };
}

export type ProofKey = 'delivered' | 'duplicates' | 'packets' | 'bytes' | 'energy';

/** Of one run, as far as the closed form describes the setting. */
export function proofExpectations(
  values: AdvisorValues,
  qos: QoS,
  transport: ProofTransport,
): readonly { readonly key: ProofKey; readonly expected: Spread }[] {
  const knobs = proofKnobs(values, transport);
  const { devices, protocolVersion } = qosDeliveryScenario(knobs);
  const device = devices.find((one) => one.qos === qos);
  if (device === undefined) return [];
  const sure = (mean: number): Spread => ({ mean, standardDeviation: 0 });
  // TCP sends its segments again by itself: everything comes, once, only later.
  if (transport === 'tcp')
    return [
      { key: 'delivered', expected: sure(knobs.messages) },
      { key: 'duplicates', expected: sure(0) },
    ];
  const { delivered, duplicates, packets, bytes, energyMillijoules, caveats } = expectedDelivery(device, protocolVersion);
  return [
    ...(caveats.counts === null
      ? [
          { key: 'delivered' as const, expected: delivered },
          { key: 'duplicates' as const, expected: duplicates },
        ]
      : []),
    ...(caveats.traffic === null
      ? [
          { key: 'packets' as const, expected: packets },
          { key: 'bytes' as const, expected: bytes },
        ]
      : []),
    ...(caveats.time === null ? [{ key: 'energy' as const, expected: energyMillijoules }] : []),
  ];
}
