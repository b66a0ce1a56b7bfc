// X26: a program that hangs. TCP stands, no packet comes; the broker waits one and a half times the keep alive [v3.1.1 MQTT-3.1.2-24] [v5.0 MQTT-3.1.2-22]. Mosquitto
// 2.0.21 looks every second, so 10 s become 15 to 16; older 2.0 looked every six seconds and took up to 18. Keep alive 0 switches the watch off: then it waits for ever.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface FrozenClientSetting {
  readonly protocolVersion: ProtocolVersion;
  /** Seconds, 0 (off) to 10,000. */
  readonly keepAliveSeconds: number;
  /** When it connects, after which it is frozen: the moment decides where in the broker's step it falls. Milliseconds, 0 to 60,000. */
  readonly connectsAtMs: number;
  /** The run ends this long after CONNECT. Seconds, 1 to 86,400; `null`: twice the keep alive and ten more, with keep alive 0: 60. */
  readonly lastsSeconds: number | null;
  /** It wakes and sends one PINGREQ so long after CONNECT. Seconds, 1 to 86,400; `null`: never. */
  readonly pingsAfterSeconds: number | null;
}

export const FROZEN_CLIENT_DEFAULTS: FrozenClientSetting = {
  protocolVersion: '3.1.1',
  keepAliveSeconds: 10,
  connectsAtMs: 0,
  lastsSeconds: null,
  pingsAfterSeconds: null,
};

/** `frozen` connects with a will, `gone` on `lab/frozen`, and is silent from then on; `witness` is there for the will. */
export function frozenClient(setting: Partial<FrozenClientSetting> = {}): Scenario {
  const { protocolVersion, keepAliveSeconds, connectsAtMs, lastsSeconds, pingsAfterSeconds } = { ...FROZEN_CLIENT_DEFAULTS, ...setting };
  const longEnough = keepAliveSeconds === 0 ? 60 : keepAliveSeconds * 2 + 10;
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [scriptedClient('frozen', protocolVersion), scriptedClient('witness', protocolVersion)],
    script: [
      { atMs: 0, client: 'witness', do: 'connect', connect: { clientId: 'witness', cleanStart: true, keepAliveSeconds: 60 } },
      { atMs: 100, client: 'witness', do: 'subscribe', subscriptions: [{ topicFilter: 'lab/frozen', qos: 1 }] },
      { atMs: connectsAtMs, client: 'frozen', do: 'answer', answers: false },
      {
        atMs: connectsAtMs,
        client: 'frozen',
        do: 'connect',
        connect: {
          clientId: 'frozen',
          cleanStart: true,
          keepAliveSeconds,
          willMessage: { topicName: 'lab/frozen', payload: Uint8Array.of(0x67, 0x6f, 0x6e, 0x65), qos: 1, retain: false },
        },
      },
      ...(pingsAfterSeconds === null
        ? []
        : [{ atMs: connectsAtMs + pingsAfterSeconds * 1_000, client: 'frozen', do: 'send', packet: { type: 'PINGREQ' } } as const]),
    ],
    lastsMs: connectsAtMs + (lastsSeconds ?? longEnough) * 1_000,
  });
}
