// A link that dies without a word: the cable between a device and the broker is pulled and stays out. Who notices first, and when does the will come? The broker goes by the keep
// alive, the device by its library's pings.
import type { ClientLibrary, ProgramScenario } from '../../program.ts';
import type { LinkScenario, ProtocolVersion, QoS, Scenario } from '../../scenario.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface DeadLinkSetting {
  readonly library: ClientLibrary;
  /** 5.0 where there is a will delay; PubSubClient speaks 3.1.1 alone. */
  readonly protocolVersion: ProtocolVersion;
  /** Seconds, 5 to 3,600. */
  readonly keepAliveSeconds: number;
  /** Milliseconds, 1,000 to 3,600,000; `null`: it publishes nothing. */
  readonly publishEveryMs: number | null;
  readonly qos: QoS;
  /** 5.0. Seconds, 0 to 3,600. */
  readonly willDelaySeconds: number;
  /** When the program starts: decides where in the broker's second its packets fall. Milliseconds, 0 to 60,000. */
  readonly startsAtMs: number;
  /** When the cable is pulled, after the start. Milliseconds, 3,000 to 10,800,000. */
  readonly pulledAfterMs: number;
}

export const DEAD_LINK_DEFAULTS: DeadLinkSetting = {
  library: 'pubSubClient',
  protocolVersion: '3.1.1',
  keepAliveSeconds: 60,
  publishEveryMs: null,
  qos: 0,
  willDelaySeconds: 0,
  startsAtMs: 500,
  pulledAfterMs: 100_000,
};

export const DEAD_LINK_CLIENTS = { device: 'sensor', witness: 'witness' } as const;
export const DEAD_LINK_WILL_TOPIC = 'house/status';

const LINK: LinkScenario = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const GONE = Uint8Array.from('gone', (character) => character.charCodeAt(0));

/** `sensor` has a will, `gone` on `house/status`; `witness` is there for it. The cable stays out to the end. */
export function deadLinkOnBroker(setting: Partial<DeadLinkSetting> = {}): Scenario {
  const full = { ...DEAD_LINK_DEFAULTS, ...setting };
  const { protocolVersion, keepAliveSeconds, willDelaySeconds, startsAtMs, pulledAfterMs } = full;
  const { device, witness } = DEAD_LINK_CLIENTS;
  const pulledAtMs = startsAtMs + pulledAfterMs;
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [scriptedClient(witness, protocolVersion)],
    programs: [programOf(full)],
    script: [
      { atMs: 0, client: witness, do: 'connect', connect: { ...passing(witness), keepAliveSeconds: 0 } },
      { atMs: 100, client: witness, do: 'subscribe', subscriptions: [{ topicFilter: DEAD_LINK_WILL_TOPIC, qos: 1 }] },
      { atMs: pulledAtMs, client: device, do: 'pullCable' },
    ],
    lastsMs: pulledAtMs + (2 * keepAliveSeconds + willDelaySeconds + 10) * 1_000,
    watchSessions: false,
  });
}

function programOf({
  library,
  protocolVersion,
  keepAliveSeconds,
  publishEveryMs,
  qos,
  willDelaySeconds,
  startsAtMs,
  pulledAfterMs,
}: DeadLinkSetting): ProgramScenario {
  const five = protocolVersion === '5.0';
  // To the end of the run, so that it is as busy after the break as before.
  const lastsMs = pulledAfterMs + 2 * keepAliveSeconds * 1_000;
  return {
    name: DEAD_LINK_CLIENTS.device,
    protocolVersion,
    link: LINK,
    library,
    runsOn: { hardware: 'computer' },
    clientId: { from: 'fixed', text: 'sensor-07' },
    cleanStart: true,
    // The will waits no longer than the session lasts.
    sessionExpirySeconds: five ? willDelaySeconds + 60 : null,
    keepAliveSeconds,
    willMessage: {
      topicName: DEAD_LINK_WILL_TOPIC,
      payload: GONE,
      qos: 1,
      retain: false,
      ...(five && willDelaySeconds > 0 ? { properties: { willDelaySeconds } } : {}),
    },
    wipesAtStart: false,
    subscriptions: [],
    subscribes: 'everyConnection',
    publishing:
      publishEveryMs === null
        ? null
        : {
            topicName: 'house/temp',
            payload: 'reading {n}',
            qos,
            firstAfterMs: Math.min(publishEveryMs, 3_600_000),
            everyMs: publishEveryMs,
            count: Math.min(10_000, Math.max(1, Math.floor(lastsMs / publishEveryMs))),
          },
    // It stays away, so that the broker has nothing but silence to go by.
    reconnect: { kind: 'never' },
    offlineBuffer: null,
    sleep: null,
    startsAtMs,
  };
}
