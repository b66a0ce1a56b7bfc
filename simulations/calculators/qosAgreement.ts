// The level at which a message travels on each of its two hops, and what comes of both together. The publisher's level is about the first hop, the granted one about the second.
//   granted    min(subscribed, max_qos)                             the broker says so in SUBACK [v3.1.1 §3.9.3] [v5.0 §3.9.3]
//   accepted   published <= max_qos                                 else the broker ends the publisher's connection [v5.0 §3.2.2.3.4, 0x9B]; a 3.1.1 client is told nothing
//   passed on  min(published, granted)                              [v3.1.1 MQTT-3.8.4-6] [v5.0 MQTT-3.8.4-8]
//              granted, with `upgrade_outgoing_qos true`            Mosquitto's own exception (mosquitto.conf(5))
// Left out: bridges, shared subscriptions, several matching subscriptions of one reader, and what a reader misses while it is away.
import type { QoS } from '../mqtt/packet.ts';

export interface QosAgreementSetting {
  readonly publishedQos: QoS;
  /** What the reader asks for in SUBSCRIBE. */
  readonly subscribedQos: QoS;
  /** `max_qos` of the listener that both use. */
  readonly maxQos: QoS;
  readonly upgradeOutgoingQos: boolean;
}

export interface QosAgreement {
  /** The broker takes the message; `false`: it ends the publisher's connection instead. */
  readonly accepted: boolean;
  readonly grantedQos: QoS;
  /** `null`: the message was not taken. */
  readonly passedOnQos: QoS | null;
  /** It can be that the reader is never given it, although publisher and reader keep their sessions. */
  readonly canBeLost: boolean;
  /** It can be that the reader's program is given it more than once. */
  readonly canComeTwice: boolean;
}

/** Of two levels. */
export function smallerQos(one: QoS, other: QoS): QoS {
  return one < other ? one : other;
}

/** Published at 1 and subscribed at 0: passed on at 0, can be lost behind the broker, can come twice from before it. */
export function qosAgreement({ publishedQos, subscribedQos, maxQos, upgradeOutgoingQos }: QosAgreementSetting): QosAgreement {
  const grantedQos = smallerQos(subscribedQos, maxQos);
  if (publishedQos > maxQos) return { accepted: false, grantedQos, passedOnQos: null, canBeLost: true, canComeTwice: false };
  const passedOnQos = upgradeOutgoingQos ? grantedQos : smallerQos(publishedQos, grantedQos);
  return {
    accepted: true,
    grantedQos,
    passedOnQos,
    canBeLost: publishedQos === 0 || passedOnQos === 0,
    canComeTwice: publishedQos === 1 || passedOnQos === 1,
  };
}
