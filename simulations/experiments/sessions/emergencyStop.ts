// X21, X22: the operator's panel says STOP, the connection breaks in the middle, and the controller, subscribed at QoS 0, acts on every copy that it gets. The broker never
// repeats anything to a QoS 0 subscriber; whether the controller acts twice is decided on the panel's hop: by its level, its session, and how far the handshake had come.
import type { ProtocolVersion, PublishPacket } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptAction, ScriptedClientScenario, ScriptStep } from '../../script.ts';
import { lasting, OPEN_TO_ALL, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

/**
 * `keptSession`: QoS 2; after the cut the panel takes up its session and finishes the exchange, PUBLISH with DUP, PUBREL even twice.
 * `qosOne`: QoS 1; the cut takes the PUBACK, the panel comes back to its session and sends PUBLISH with DUP.
 * `newSessionBeforePubrel`: QoS 2, clean session; cut before PUBREL, the program has no answer and publishes anew.
 * `newSessionAfterPubrel`: the same, cut after PUBREL and before PUBCOMP.
 */
export type PanelStory = 'keptSession' | 'qosOne' | 'newSessionBeforePubrel' | 'newSessionAfterPubrel';

export interface EmergencyStopSetting {
  readonly protocolVersion: ProtocolVersion;
  readonly story: PanelStory;
  /** One-way delay of both links. Milliseconds, 1 to 100. */
  readonly delayMs: number;
}

export const EMERGENCY_STOP_DEFAULTS: EmergencyStopSetting = { protocolVersion: '3.1.1', story: 'keptSession', delayMs: 10 };

const STOP_TOPIC = 'plant/stop';
/** Who says STOP, and who acts on it. */
export const STOP_PANEL = 'panel';
export const STOP_CONTROLLER = 'controller';

/** `panel` publishes STOP and is cut off at 2 s; `controller` (QoS 0) is connected all the time. All of the panel's packets are sent by hand, one after the other. */
export function emergencyStop(setting: Partial<EmergencyStopSetting> = {}): Scenario {
  const { protocolVersion, story, delayMs } = { ...EMERGENCY_STOP_DEFAULTS, ...setting };
  const keeps = story === 'keptSession' || story === 'qosOne';
  const connect = keeps ? lasting(STOP_PANEL, protocolVersion) : passing(STOP_PANEL);
  const client = (name: string): ScriptedClientScenario => {
    const scripted = scriptedClient(name, protocolVersion);
    return { ...scripted, link: { ...scripted.link, delayMs } };
  };
  const panel = (atMs: number, action: ScriptAction): ScriptStep => ({ atMs, ...action });
  const send = (atMs: number, packet: Extract<ScriptAction, { do: 'send' }>['packet']): ScriptStep =>
    panel(atMs, { client: STOP_PANEL, do: 'send', packet });
  return sessionScenario({
    protocolVersion,
    config: OPEN_TO_ALL,
    clients: [client(STOP_PANEL), client(STOP_CONTROLLER)],
    script: [
      { atMs: 0, client: STOP_CONTROLLER, do: 'connect', connect: passing(STOP_CONTROLLER) },
      { atMs: 500, client: STOP_CONTROLLER, do: 'subscribe', subscriptions: [{ topicFilter: STOP_TOPIC, qos: 0 }] },
      panel(0, { client: STOP_PANEL, do: 'answer', answers: false }),
      panel(1_000, { client: STOP_PANEL, do: 'connect', connect }),
      ...untilTheCut(story, send),
      // The packet is on its way, the answer to it is not.
      panel(2_000 + delayMs / 2, { client: STOP_PANEL, do: 'cutConnection' }),
      panel(3_000, { client: STOP_PANEL, do: 'connect', connect }),
      ...afterTheReturn(story, send),
    ],
    lastsMs: 6_000,
  });
}

type Send = (atMs: number, packet: Extract<ScriptAction, { do: 'send' }>['packet']) => ScriptStep;

function stop(qos: 1 | 2, packetId: number, dup = false): PublishPacket {
  return { type: 'PUBLISH', topicName: STOP_TOPIC, payload: Uint8Array.of(0x53, 0x54, 0x4f, 0x50), qos, retain: false, dup, packetId };
}

/** The last packet leaves at 2,000 ms. */
function untilTheCut(story: PanelStory, send: Send): ScriptStep[] {
  if (story === 'qosOne') return [send(2_000, stop(1, 1))];
  if (story === 'newSessionAfterPubrel') return [send(1_500, stop(2, 1)), send(2_000, { type: 'PUBREL', packetId: 1 })];
  return [send(2_000, stop(2, 1))];
}

function afterTheReturn(story: PanelStory, send: Send): ScriptStep[] {
  const pubrel = (atMs: number, packetId: number): ScriptStep => send(atMs, { type: 'PUBREL', packetId });
  switch (story) {
    case 'keptSession':
      return [send(3_500, stop(2, 1, true)), pubrel(4_000, 1), pubrel(4_500, 1)];
    case 'qosOne':
      return [send(3_500, stop(1, 1, true))];
    case 'newSessionBeforePubrel':
    case 'newSessionAfterPubrel':
      return [send(3_500, stop(2, 2)), pubrel(4_000, 2)];
  }
}
