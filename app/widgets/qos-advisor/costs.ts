// What each level costs in this situation: packets, bytes, time and energy, from the calculators. No React.
import { LINK_LOSS } from '#content';
import {
  ASSOCIATE_MS,
  averageMilliamps,
  BOOT_MS,
  batteryDays,
  connectedMs,
  energyPerWakeUp,
  hopTraffic,
  publishBytes,
  QOS_LEVELS,
  type QoS,
  TCP_IP_HEADER_BYTES,
  type WakeUp,
} from '#simulations';
import type { AdvisorValues } from './knobs.ts';

/** Of the topic that everything is reckoned with: `lab/qos/1`. */
export const TOPIC_BYTES = 9;
export const BATTERY_MILLIAMP_HOURS = 2_000;

/** CONNECT of a client id of 18 characters, and DISCONNECT. Bytes. */
const CONNECT_BYTES = 32;
const DISCONNECT_BYTES = 2;
const ANSWER_BYTES = 4;
const MS = 1_000;

export interface LevelCost {
  readonly qos: QoS;
  /** One message on the sender's hop, with the loss of the link. */
  readonly packets: number;
  /** TCP and IP included. */
  readonly bytes: number;
  /** From publish() until the broker passes it on, without loss. Milliseconds. */
  readonly passedOnMs: number;
  /** Until the sender has its last answer, without loss. Milliseconds. */
  readonly doneMs: number;
  /** A wake-up with one message, sleep included, and how long the battery lasts so; `null`: mains, or no time to sleep between two messages. */
  readonly wakeUp: { readonly millijoules: number; readonly awakeMs: number; readonly batteryDays: number } | null;
}

export function lossOf({ link }: AdvisorValues): number {
  return LINK_LOSS[link];
}

function wakeUpOf(values: AdvisorValues, qos: QoS): LevelCost['wakeUp'] {
  const publish = publishBytes({ qos, topicBytes: TOPIC_BYTES, payloadBytes: values.payloadBytes, protocolVersion: '3.1.1' });
  const wakeUp: WakeUp = {
    bootMs: BOOT_MS,
    joinMs: ASSOCIATE_MS,
    roundTripMs: values.roundTripSeconds * MS,
    security: 'none',
    qos,
    packetBytes: [CONNECT_BYTES, publish, ...(qos === 2 ? [ANSWER_BYTES] : []), DISCONNECT_BYTES],
    rate: '802.11b',
    listenMs: 0,
    sleepMs: 0,
  };
  const awakeMs = BOOT_MS + ASSOCIATE_MS + connectedMs(wakeUp);
  const sleepMs = MS / values.perSecond - awakeMs;
  if (values.power === 'mains' || sleepMs <= 0) return null;
  const { total, periodMs } = energyPerWakeUp({ ...wakeUp, sleepMs });
  return { millijoules: total, awakeMs, batteryDays: batteryDays(BATTERY_MILLIAMP_HOURS, averageMilliamps(total, periodMs)) };
}

export function costOf(values: AdvisorValues, qos: QoS): LevelCost {
  const { packets, bytes } = hopTraffic({
    qos,
    lossRatio: lossOf(values),
    topicBytes: TOPIC_BYTES,
    payloadBytes: values.payloadBytes,
    protocolVersion: '3.1.1',
  });
  const roundTripMs = values.roundTripSeconds * MS;
  return {
    qos,
    packets: packets.mean,
    bytes: bytes.mean + TCP_IP_HEADER_BYTES * packets.mean,
    // PUBREL leaves one round trip after PUBLISH.
    passedOnMs: (qos === 2 ? 1.5 : 0.5) * roundTripMs,
    doneMs: qos * roundTripMs,
    wakeUp: wakeUpOf(values, qos),
  };
}

export function costsOf(values: AdvisorValues): readonly LevelCost[] {
  return QOS_LEVELS.map((qos) => costOf(values, qos));
}

export interface CostCurves {
  readonly xs: readonly number[];
  /** Packets a message, for each level. */
  readonly packets: readonly (readonly number[])[];
}

const STEPS = 50;
export const CHART_LOSS = 0.4;

export function costCurves(values: AdvisorValues): CostCurves {
  const own = lossOf(values);
  const xs = [...new Set([...Array.from({ length: STEPS + 1 }, (_, index) => (CHART_LOSS * index) / STEPS), own])].sort((a, b) => a - b);
  const message = { topicBytes: TOPIC_BYTES, payloadBytes: values.payloadBytes, protocolVersion: '3.1.1' } as const;
  return { xs, packets: QOS_LEVELS.map((qos) => xs.map((lossRatio) => hopTraffic({ ...message, qos, lossRatio }).packets.mean)) };
}
