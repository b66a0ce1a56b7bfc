// A client publishes 100 messages, one every 10 ms from 1 s on, over TCP; in the middle, at 1.5 s, its cable is pulled. Nobody is told. Whether anything is lost is decided
// by who gives the connection up before the cable is back: the client's TCP (19 minutes), or the broker, whose keep alive runs out first.
import type { QoS, Scenario } from '../scenario.ts';

export interface PulledCableSetting {
  readonly qos: QoS;
  /** When the cable is plugged in again; `null`: never. Milliseconds since the start. */
  readonly pluggedAtMs: number | null;
  /** Of the publisher. Seconds; 0: off. */
  readonly keepAliveSeconds: number;
}

export const PULLED_AT_MS = 1_500;

/** `publisher` sends to `lab/cable`, with `gone` as its will on `lab/gone`; `witness` subscribes to both, at QoS 2. */
export function pulledCableOnTcp({ qos, pluggedAtMs, keepAliveSeconds }: PulledCableSetting): Scenario {
  const link = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null, transport: 'tcp' } as const;
  const client = (name: string) => ({ name, protocolVersion: '3.1.1', link }) as const;
  return {
    seed: 1,
    protocolVersion: '3.1.1',
    brokerConfig: 'listener 1883\nallow_anonymous true\nmax_inflight_messages 0\nlog_type all\n',
    devices: [],
    subscribers: [],
    clients: [client('publisher'), client('witness')],
    script: [
      { atMs: 0, client: 'witness', do: 'connect', connect: { clientId: 'witness', cleanStart: true, keepAliveSeconds: 0 } },
      {
        atMs: 100,
        client: 'witness',
        do: 'subscribe',
        subscriptions: ['lab/cable', 'lab/gone'].map((topicFilter) => ({ topicFilter, qos: 2 })),
      },
      {
        atMs: 500,
        client: 'publisher',
        do: 'connect',
        connect: {
          clientId: 'publisher',
          cleanStart: true,
          keepAliveSeconds,
          willMessage: { topicName: 'lab/gone', payload: Uint8Array.of(0x67, 0x6f, 0x6e, 0x65), qos: 1, retain: false },
        },
      },
      { atMs: 1_000, client: 'publisher', do: 'publish', topicName: 'lab/cable', payload: '{n}', qos, count: 100, everyMs: 10 },
      { atMs: PULLED_AT_MS, client: 'publisher', do: 'pullCable' },
      ...(pluggedAtMs === null ? [] : [{ atMs: pluggedAtMs, client: 'publisher', do: 'plugCable' } as const]),
    ],
  };
}
