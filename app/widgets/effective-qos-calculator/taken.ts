// What can be taken along besides the sentence: the nine pairs as a table, the broker's two lines, and a client that publishes and subscribes at the chosen levels. No React.
import { type ClientProgram, clientPrograms, confText } from '#content';
import type { ChartTable } from '../../charts/chartTable.ts';
import { asQos, type QosValues } from './knobs.ts';
import { type Reckoning, withHeaders } from './reckoning.ts';

export type TableHead =
  | 'published'
  | 'subscribed'
  | 'granted'
  | 'passedOn'
  | 'copies'
  | 'arrives'
  | 'packetsFirst'
  | 'packetsSecond'
  | 'bytesFirst'
  | 'bytesSecond';

const HEADS: readonly TableHead[] = [
  'published',
  'subscribed',
  'granted',
  'passedOn',
  'copies',
  'arrives',
  'packetsFirst',
  'packetsSecond',
  'bytesFirst',
  'bytesSecond',
];

const digits = (value: number | undefined) => (value === undefined ? null : Number(value.toPrecision(10)));

/** `reckonedFor`: the same setting for another pair. Packets and bytes with the loss, bytes with TCP and IP. */
export function pairTable(
  { pairs }: Reckoning,
  head: (key: TableHead) => string,
  reckonedFor: (published: number, subscribed: number) => Reckoning,
): ChartTable {
  return {
    columns: HEADS.map((key) => ({ key, head: head(key) })),
    rows: pairs.map(({ published, subscribed, agreement, outcome }) => {
      const [first, second] = reckonedFor(published, subscribed).hops;
      const taken = outcome !== null && second !== null;
      return [
        published,
        subscribed,
        agreement.grantedQos,
        agreement.passedOnQos,
        digits(outcome?.copies ?? 0),
        digits(outcome?.atLeastOnce ?? 0),
        taken ? digits(first.packets.mean) : null,
        taken ? digits(second.packets.mean) : null,
        taken ? digits(withHeaders(first)) : null,
        taken ? digits(withHeaders(second)) : null,
      ];
    }),
  };
}

export function brokerConf(values: QosValues, purpose: string, why: (key: 'max_qos' | 'upgrade_outgoing_qos') => string): string {
  return confText(purpose, [
    { key: 'max_qos', value: Number(values.maxQos), why: why('max_qos') },
    { key: 'upgrade_outgoing_qos', value: values.upgrade === 'on', why: why('upgrade_outgoing_qos') },
  ]);
}

/** Both halves in one program, with a session that is kept: nothing is sent again, and nothing recognised, without one. */
export function programs(values: QosValues, purpose: string): readonly ClientProgram[] {
  return clientPrograms({
    purpose,
    protocolVersion: values.protocolVersion,
    clientId: { from: 'mac', prefix: 'ESP32_' },
    cleanStart: false,
    sessionExpirySeconds: 3_600,
    keepAliveSeconds: 60,
    publish: {
      topicName: values.topicName,
      payload: 'x'.repeat(Math.min(100, values.payloadBytes)),
      qos: asQos(values.published),
      everyMs: 5_000,
    },
    subscribe: { topicFilter: values.topicName, qos: asQos(values.subscribed) },
  });
}
