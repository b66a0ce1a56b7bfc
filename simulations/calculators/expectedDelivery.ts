// What a device's run should come to, from closed forms: every packet is lost on its own with probability p each way; the sender resends on a timer, n times at most.
// A datagram model, not MQTT on TCP. Symbols, formulas and limits of one exchange: exchange.ts. With m messages:
//   QoS 0  delivered m q, packets m
//   QoS 1  delivered m (1 - p^n), duplicates m (q a - (1 - p^n)), packets m a (1 + q)
//   QoS 2  delivered m P (1 - p^n) (Mosquitto hands over on PUBREL), duplicates 0, packets m a (1 + q) (1 + P)
import { connectPacket } from '../devices/connectPacket.ts';
import { writePayload } from '../devices/payload.ts';
import { ASSOCIATE_MS, BOOT_MS, CURRENT_MILLIAMPS, energyMillijoules } from '../devices/power.ts';
import { fromMilliseconds } from '../engine/time.ts';
import { transmitMillijoules } from '../measures/energyUse.ts';
import { encode } from '../mqtt/encode.ts';
import type { Packet, ProtocolVersion } from '../mqtt/packet.ts';
import type { DeviceScenario } from '../scenario.ts';
import { exchangeOutcomes } from './exchange.ts';
import { lastToFinish } from './lastToFinish.ts';
import { type MessageOutcome, messageOutcomes } from './messageOutcomes.ts';
import { repeated, type Spread, scaled, spreadOf } from './spread.ts';

/** Why a closed form does not describe this setting. */
export type Caveat =
  /** Lost segments are sent again by TCP: nothing vanishes, and how late it comes has no closed form here. */
  | 'tcp'
  /**
   * Mosquitto 2.0 closes the connection when a QoS 2 PUBLISH with the same packet id reaches it a third time. The device comes back and goes on, but what was on its way
   * then is lost as well and goes out again.
   */
  | 'brokerCloses'
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
  /** How often the broker will close the connection because of a third copy: the mean over many runs. */
  readonly brokerCloses: number;
  /** For what is delivered, lost or doubled; for packets and bytes; for time and energy. `null`: the closed form describes the setting. */
  readonly caveats: { readonly counts: Caveat | null; readonly traffic: Caveat | null; readonly time: Caveat | null };
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
    brokerCloses: brokerCloses(device),
    caveats: caveats(device, outcomes, messages - delivered.mean),
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
  const before =
    energyMillijoules(boot, fromMilliseconds(BOOT_MS)) +
    energyMillijoules(associate, fromMilliseconds(ASSOCIATE_MS)) +
    energyMillijoules(listen, 4 * fromMilliseconds(device.link.delayMs)) +
    transmitMillijoules(encode(connectPacket(device.macAddress, version), version).length) +
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

/** Copies of one QoS 2 PUBLISH that Mosquitto 2.0 takes on one connection; at the next it closes. */
const COPIES_TAKEN = 2;
/** What is expected less often than this does not show in a run. */
const RARE = 0.05;

function brokerCloses({ qos, messages, link, attempts }: DeviceScenario): number {
  if (qos !== 2) return 0;
  const tooMany = exchangeOutcomes(link.lossRatio, attempts).filter(({ arrived }) => arrived > COPIES_TAKEN);
  return messages * tooMany.reduce((sum, { probability }) => sum + probability, 0);
}

function caveats(device: DeviceScenario, outcomes: readonly MessageOutcome[], lost: number): ExpectedDelivery['caveats'] {
  const tcp = device.link.transport === 'tcp';
  if (tcp && device.link.lossRatio > 0) return { counts: 'tcp', traffic: 'tcp', time: 'tcp' };
  if (device.qos === 0) return { counts: null, traffic: null, time: null };
  if (!tcp && device.resendAfterMs <= 2 * device.link.delayMs) {
    return { counts: 'resendBeforeAnswer', traffic: 'resendBeforeAnswer', time: 'resendBeforeAnswer' };
  }
  const traffic = brokerCloses(device) > RARE ? 'brokerCloses' : null;
  // Each return gives an unanswered message one more chance, which only shows where messages are given up at all.
  return { counts: lost > RARE ? traffic : null, traffic, time: isCrowded(device, outcomes) ? 'inFlightLimit' : traffic };
}

/** Messages under way, if none were held back, are on average rate times time; about Poisson, so rarely above three deviations more. */
function isCrowded(device: DeviceScenario, outcomes: readonly MessageOutcome[]): boolean {
  const held = spreadOf(outcomes.map((outcome) => ({ probability: outcome.probability, value: settlingTime(device, outcome) })));
  const underWay = Math.min(device.messages, held.mean / fromMilliseconds(device.publishIntervalMs));
  return device.messages > device.inFlightLimit && underWay + 3 * Math.sqrt(underWay) > device.inFlightLimit;
}
