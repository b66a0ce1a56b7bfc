// X28: more QoS 2 messages at once than the broker takes from one client at a time (`max_inflight_messages`, 20 by itself). It refuses what is beyond with a PUBREC of 0x97,
// quota exceeded. A PUBREC of 3.1.1 has no place for a reason, so there the publisher takes it for success, sends PUBREL, gets PUBCOMP, and the message is gone: acknowledged,
// and given to nobody. In 5.0 it is told, and the limit stands in CONNACK as Receive Maximum. A publisher that keeps the window itself loses nothing. [v5.0 §3.3.4, §4.9]
// Left out: a window that slides; this one is sent anew as a whole when it is done, which comes to the same on links without loss and jitter.
import type { ProtocolVersion, Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';
import { COMMANDER, LAB_LINK, othersConnect, patient, VALVE, WATCHER } from './waitingMessages.ts';

export interface QosTwoBurstSetting {
  readonly protocolVersion: ProtocolVersion;
  /** 1 to 1,000. */
  readonly messages: number;
  /** How many of them the publisher has under way at a time, 1 to 1,000. */
  readonly window: number;
  /** `max_inflight_messages`, 0 to 65,535; 0: no limit. */
  readonly inFlight: number;
}

export const QOS_TWO_BURST_DEFAULTS: QosTwoBurstSetting = { protocolVersion: '3.1.1', messages: 100, window: 100, inFlight: 20 };

const TOPIC = 'valve/07/command';
const BURST_AT_MS = 2_000;
/** PUBLISH, PUBREC, PUBREL, PUBCOMP: four ways, and a little more. Milliseconds. */
const ROUND_MS = 4 * LAB_LINK.delayMs + 50;

/** Clients `web app`, which publishes, `watcher` on the counter of drops, and `valve`, subscribed at QoS 2 and connected all the time. Payloads are `open 1`, `open 2`, ... */
export function qosTwoBurst(change: Partial<QosTwoBurstSetting> = {}): Scenario {
  const { protocolVersion, messages, window, inFlight } = { ...QOS_TWO_BURST_DEFAULTS, ...change };
  const rounds = Math.ceil(messages / window);
  const publish = { client: COMMANDER.name, do: 'publish', topicName: TOPIC, payload: 'open {n}', qos: 2 } as const;
  const round = (index: number): ScriptStep => ({
    ...publish,
    atMs: BURST_AT_MS + index * ROUND_MS,
    first: index * window + 1,
    count: Math.min(window, messages - index * window),
  });
  // A broker that lets 20 at a time out to the valve needs as many rounds for that, too.
  const lastsMs = BURST_AT_MS + (rounds + messages / Math.max(1, inFlight)) * ROUND_MS + 1_500;
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, 'sys_interval 1', `max_inflight_messages ${inFlight}`],
    clients: [COMMANDER, WATCHER, VALVE].map(({ name }) => ({ ...scriptedClient(name, protocolVersion), link: LAB_LINK })),
    script: [
      { atMs: 0, client: VALVE.name, do: 'connect', connect: patient(passing(VALVE.clientId)) },
      ...othersConnect(),
      { atMs: 500, client: VALVE.name, do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: 2 }] },
      ...Array.from({ length: rounds }, (_, index) => round(index)),
    ],
    lastsMs: Math.round(lastsMs),
  });
}
