// What can be taken along besides the sentence: the price of each level as a table, lines for the broker, and a sender at the recommended level. No React.
import { type ClientProgram, clientPrograms, confText } from '#content';
import type { QoS } from '#simulations';
import type { ChartTable } from '../../charts/chartTable.ts';
import type { LevelCost } from './costs.ts';
import type { AdvisorValues } from './knobs.ts';

const HEADS = ['level', 'packets', 'bytes', 'passedOn', 'done', 'energy', 'battery'] as const;
export type CostHead = (typeof HEADS)[number];

const digits = (value: number | undefined) => (value === undefined ? null : Number(value.toPrecision(8)));

export function costTable(costs: readonly LevelCost[], head: (key: CostHead) => string): ChartTable {
  return {
    columns: HEADS.map((key) => ({ key, head: head(key) })),
    rows: costs.map(({ qos, packets, bytes, passedOnMs, doneMs, wakeUp }) => [
      qos,
      digits(packets),
      digits(bytes),
      digits(passedOnMs),
      digits(doneMs),
      digits(wakeUp?.millijoules),
      digits(wakeUp?.batteryDays),
    ]),
  };
}

const HOUR = 3_600;
/** Mosquitto's own; a shorter queue would be no help. */
const STANDARD_QUEUE = 1_000;
const LONGEST_QUEUE = 100_000;

/** Messages of an hour for a reader that is away. */
export function queueFor({ perSecond }: Pick<AdvisorValues, 'perSecond'>): number {
  return Math.min(LONGEST_QUEUE, Math.max(STANDARD_QUEUE, Math.ceil(perSecond * HOUR)));
}

/** `null`: QoS 0 asks nothing of the broker. */
export function brokerConf(
  values: AdvisorValues,
  qos: QoS,
  purpose: string,
  why: (key: 'queue' | 'expiry' | 'inflight') => string,
): string | null {
  if (qos === 0) return null;
  return confText(purpose, [
    { key: 'max_queued_messages', value: queueFor(values), why: why('queue') },
    { key: 'persistent_client_expiration', value: '7d', why: why('expiry') },
    ...(qos === 2 ? [{ key: 'max_inflight_messages', value: 20, why: why('inflight') }] : []),
  ]);
}

const MOST_MS = 2_000_000_000;
const LEAST_MS = 10;

export function programs(values: AdvisorValues, qos: QoS, purpose: string): readonly ClientProgram[] {
  return clientPrograms({
    purpose,
    protocolVersion: '3.1.1',
    clientId: { from: 'mac', prefix: 'ESP32_' },
    cleanStart: qos === 0,
    sessionExpirySeconds: null,
    keepAliveSeconds: 60,
    publish: {
      topicName: 'lab/qos/1',
      payload: 'your message',
      qos,
      everyMs: Math.min(MOST_MS, Math.max(LEAST_MS, Math.round(1_000 / values.perSecond))),
    },
    subscribe: null,
  });
}
