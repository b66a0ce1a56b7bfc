// What a device's run should come to, from closed forms: every packet is lost on its own with probability p each way; the sender resends on a timer, n times at most.
// A datagram model, not MQTT on TCP. Symbols, formulas and limits of one exchange: exchange.ts. With m messages:
//   QoS 0  delivered m q, packets m
//   QoS 1  delivered m (1 - p^n), duplicates m (q a - (1 - p^n)), packets m a (1 + q)
//   QoS 2  delivered m P (1 - p^n) (Mosquitto hands over on PUBREL), duplicates 0, packets m a (1 + q) (1 + P)
import { clientIdFromMac } from '../devices/identity.ts';
import { writePayload } from '../devices/payload.ts';
import { ASSOCIATE_MS, BOOT_MS, CURRENT_MILLIAMPS, energyMillijoules } from '../devices/power.ts';
import { fromMilliseconds } from '../engine/time.ts';
import { transmitMillijoules } from '../measures/energyUse.ts';
import { encode } from '../mqtt/encode.ts';
import type { Packet, ProtocolVersion } from '../mqtt/packet.ts';
import type { DeviceScenario } from '../scenario.ts';
import { lastToFinish } from './lastToFinish.ts';
import { type MessageOutcome, messageOutcomes } from './messageOutcomes.ts';
import { repeated, type Spread, scaled, spreadOf } from './spread.ts';

/** Why a closed form does not describe this setting. */
export type Caveat =
  /** The device resends before an answer can be back: resend time at or under one round trip. */
  | 'resendBeforeAnswer'
  /** So many messages are under way that the limit holds some back; the formula lets each start on time. */
  | 'inFlightLimit';

export interface ExpectedDelivery {
  readonly delivered: Spread;
  readonly lost: Spread;
  readonly duplicates: Spread;
  readonly packets: Spread;
  readonly bytes: Spread;
  /** From the first PUBLISH until the last message is settled. Microseconds. */
  readonly settledAfter: Spread;
  readonly energyMillijoules: Spread;
  /** `null`: the closed form describes the setting. */
  readonly caveats: { readonly counts: Caveat | null; readonly time: Caveat | null };
}

/** @param device its link without jitter and with unlimited rate, its subscriber's link as long and loss-free. */
export function expectedDelivery(device: DeviceScenario, version: ProtocolVersion): ExpectedDelivery {
  const { qos, messages } = device;
  const outcomes = messageOutcomes(qos, device.link.lossRatio, device.attempts);
  const sizes = packetBytes(device, version);
  const total = (value: (outcome: MessageOutcome) => number): Spread =>
    repeated(spreadOf(outcomes.map((outcome) => ({ probability: outcome.probability, value: value(outcome) }))), messages);
  const delivered = total(({ copies }) => Math.min(1, copies));
  const settledAfter = settling(device, outcomes);
  return {
    delivered,
    lost: { mean: messages - delivered.mean, standardDeviation: delivered.standardDeviation },
    duplicates: total(({ copies }) => Math.max(0, copies - 1)),
    packets: total(({ publishes, releases, answers }) => publishes + releases + answers),
    bytes: total(({ publishes, releases, answers }) => publishes * sizes.publish + (releases + answers) * sizes.acknowledgement),
    settledAfter,
    energyMillijoules: energy(device, version, settledAfter, total),
    caveats: caveats(device, outcomes),
  };
}

function packetBytes(device: DeviceScenario, version: ProtocolVersion): { publish: number; acknowledgement: number } {
  const publish: Packet = {
    type: 'PUBLISH',
    topicName: device.topicName,
    payload: writePayload(1, device.payloadBytes),
    qos: device.qos,
    retain: false,
    dup: false,
    ...(device.qos === 0 ? {} : { packetId: 1 }),
  };
  return { publish: encode(publish, version).length, acknowledgement: encode({ type: 'PUBACK', packetId: 1 }, version).length };
}

/** Time that one message takes from its first PUBLISH, in microseconds, when nothing holds it back. */
function settlingTime(device: DeviceScenario, outcome: MessageOutcome): number {
  const delay = fromMilliseconds(device.link.delayMs);
  const resendAfter = fromMilliseconds(device.resendAfterMs);
  // Without an answer to wait for, the message is settled where it is delivered (two links on), or vanishes (half a link on).
  if (device.qos === 0) return outcome.copies > 0 ? 2 * delay : Math.floor(delay / 2);
  return outcome.timeouts * resendAfter + outcome.roundTrips * 2 * delay;
}

function settling(device: DeviceScenario, outcomes: readonly MessageOutcome[]): Spread {
  const times = outcomes.map((outcome) => ({ probability: outcome.probability, value: settlingTime(device, outcome) }));
  return lastToFinish(times, device.messages, fromMilliseconds(device.publishIntervalMs));
}

/** E = U (I_boot t_boot + I_wifi t_wifi + I_listen (2 RTT + t_publishing)) + sum of (I_tx - I_listen) U t_air. One RTT for TCP, one for CONNECT. */
function energy(
  device: DeviceScenario,
  version: ProtocolVersion,
  settledAfter: Spread,
  total: (value: (outcome: MessageOutcome) => number) => Spread,
): Spread {
  const { boot, associate, listen } = CURRENT_MILLIAMPS;
  const sizes = packetBytes(device, version);
  const connect: Packet = { type: 'CONNECT', clientId: clientIdFromMac(device.macAddress), cleanStart: true, keepAliveSeconds: 0 };
  const before =
    energyMillijoules(boot, fromMilliseconds(BOOT_MS)) +
    energyMillijoules(associate, fromMilliseconds(ASSOCIATE_MS)) +
    energyMillijoules(listen, 4 * fromMilliseconds(device.link.delayMs)) +
    transmitMillijoules(encode(connect, version).length) +
    transmitMillijoules(encode({ type: 'DISCONNECT' }, version).length);
  // At QoS 0 the device does not wait for deliveries: it sleeps after its last PUBLISH.
  const publishing: Spread =
    device.qos === 0 ? { mean: (device.messages - 1) * fromMilliseconds(device.publishIntervalMs), standardDeviation: 0 } : settledAfter;
  const listening = scaled(publishing, energyMillijoules(listen, 1));
  const sending = total(
    ({ publishes, releases }) => publishes * transmitMillijoules(sizes.publish) + releases * transmitMillijoules(sizes.acknowledgement),
  );
  return {
    mean: before + listening.mean + sending.mean,
    standardDeviation: Math.hypot(listening.standardDeviation, sending.standardDeviation),
  };
}

function caveats(device: DeviceScenario, outcomes: readonly MessageOutcome[]): ExpectedDelivery['caveats'] {
  if (device.qos === 0) return { counts: null, time: null };
  if (device.resendAfterMs <= 2 * device.link.delayMs) return { counts: 'resendBeforeAnswer', time: 'resendBeforeAnswer' };
  const held = spreadOf(outcomes.map((outcome) => ({ probability: outcome.probability, value: settlingTime(device, outcome) })));
  // Messages under way if none were held back: on average rate times time; about Poisson, so rarely above three deviations more.
  const underWay = Math.min(device.messages, held.mean / fromMilliseconds(device.publishIntervalMs));
  const crowded = device.messages > device.inFlightLimit && underWay + 3 * Math.sqrt(underWay) > device.inFlightLimit;
  return { counts: null, time: crowded ? 'inFlightLimit' : null };
}
