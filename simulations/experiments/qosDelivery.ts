// The QoS delivery experiment: three devices publish the same messages at QoS 0, 1 and 2 over equally lossy links to one broker; a subscriber each counts what arrives.
import type { ProtocolVersion } from '../mqtt/packet.ts';
import type { DeviceScenario, LinkScenario, LossModel, QoS, Scenario, SubscriberScenario } from '../scenario.ts';

export interface QosDeliveryKnobs {
  /** Messages at each level. */
  readonly messages: number;
  /** Share of packets lost in each direction, 0 to 0.6. */
  readonly lossRatio: number;
  /** One-way delay of every link. Milliseconds. */
  readonly delayMs: number;
  /** Time without an answer before a packet is sent again. Milliseconds. */
  readonly resendAfterMs: number;
  /** How often a packet is sent at most. */
  readonly attempts: number;
  readonly publishIntervalMs: number;
  readonly seed: number;
  readonly protocolVersion: ProtocolVersion;
  /** What loss takes, on every link. With `tcp` nothing is sent again by MQTT, and `resendAfterMs` and `attempts` do not count. */
  readonly transport: LossModel;
}

export interface KnobRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  readonly step: number;
}

export type NumericKnob = Exclude<keyof QosDeliveryKnobs, 'protocolVersion' | 'transport'>;

export const QOS_DELIVERY_KNOBS: Readonly<Record<NumericKnob, KnobRange>> = {
  messages: { minimum: 1, maximum: 1_000, default: 100, step: 1 },
  lossRatio: { minimum: 0, maximum: 0.6, default: 0.2, step: 0.01 },
  delayMs: { minimum: 0, maximum: 1_000, default: 10, step: 1 },
  resendAfterMs: { minimum: 10, maximum: 10_000, default: 100, step: 10 },
  attempts: { minimum: 1, maximum: 20, default: 10, step: 1 },
  publishIntervalMs: { minimum: 1, maximum: 1_000, default: 10, step: 1 },
  seed: { minimum: 0, maximum: 0xffff_ffff, default: 1, step: 1 },
};

export const QOS_DELIVERY_DEFAULTS: QosDeliveryKnobs = {
  messages: QOS_DELIVERY_KNOBS.messages.default,
  lossRatio: QOS_DELIVERY_KNOBS.lossRatio.default,
  delayMs: QOS_DELIVERY_KNOBS.delayMs.default,
  resendAfterMs: QOS_DELIVERY_KNOBS.resendAfterMs.default,
  attempts: QOS_DELIVERY_KNOBS.attempts.default,
  publishIntervalMs: QOS_DELIVERY_KNOBS.publishIntervalMs.default,
  seed: QOS_DELIVERY_KNOBS.seed.default,
  protocolVersion: '3.1.1',
  transport: 'vanishingPackets',
};

/** Nine characters of topic and fifteen bytes of payload, as in the course's sketch. */
export const QOS_DELIVERY_TOPIC_BYTES = 9;
export const QOS_DELIVERY_PAYLOAD_BYTES = 15;

/** Messages under way at the same time; also Mosquitto's own default for `max_inflight_messages`. */
export const IN_FLIGHT_LIMIT = 20;

/**
 * What the broker is told. Its limit of unfinished incoming messages is lifted: a device that gives up leaves a QoS 2 message unfinished, and twenty of those would
 * make a 2.0 broker drop what follows. The limit of 20 is kept by the devices.
 */
const BROKER_CONFIG = `listener 1883
allow_anonymous true
max_inflight_messages 0
max_queued_messages 0
log_type all
`;

const LEVELS: readonly QoS[] = [0, 1, 2];

export function qosDeliveryScenario(knobs: QosDeliveryKnobs): Scenario {
  const lossy: LinkScenario = {
    delayMs: knobs.delayMs,
    jitterMs: 0,
    lossRatio: knobs.lossRatio,
    rateBitsPerSecond: null,
    transport: knobs.transport,
  };
  const lossFree: LinkScenario = { ...lossy, lossRatio: 0 };
  return {
    seed: knobs.seed,
    protocolVersion: knobs.protocolVersion,
    brokerConfig: BROKER_CONFIG,
    devices: LEVELS.map(
      (qos): DeviceScenario => ({
        name: `qos${qos}`,
        macAddress: `24:0a:c4:00:00:0${qos}`,
        link: lossy,
        qos,
        topicName: `lab/qos/${qos}`,
        messages: knobs.messages,
        publishIntervalMs: knobs.publishIntervalMs,
        payloadBytes: QOS_DELIVERY_PAYLOAD_BYTES,
        resendAfterMs: knobs.resendAfterMs,
        attempts: knobs.attempts,
        inFlightLimit: IN_FLIGHT_LIMIT,
      }),
    ),
    subscribers: LEVELS.map(
      (qos): SubscriberScenario => ({
        name: `reader${qos}`,
        clientId: `reader-qos${qos}`,
        topicFilter: `lab/qos/${qos}`,
        qos,
        link: lossFree,
      }),
    ),
  };
}
