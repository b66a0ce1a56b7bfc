// One client at the broker's door: what it sends first, what the broker's mosquitto.conf says, who is inside already; and what came of it. The stuff of refusals.
import type { PacketSent, RunEvent } from '../../events.ts';
import { decode } from '../../mqtt/decode.ts';
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptStep } from '../../script.ts';
import { LISTENER, passing, scriptedClient, sessionScenario } from './sessionScenario.ts';

/** The client that the experiment is about. */
export const NEWCOMER = 'newcomer';

export interface DoorstepSetting {
  /** Of all clients here. */
  readonly protocolVersion: ProtocolVersion;
  /** Lines of mosquitto.conf behind `listener 1883` and `log_type all`. */
  readonly config: readonly string[];
  /** What the newcomer puts into CONNECT, or the bytes that it sends in its place. */
  readonly sends: ConnectFields | { readonly bytes: readonly number[] };
  /** Files that `config` names. */
  readonly brokerFiles?: Readonly<Record<string, string>>;
  /** Client ids of clients that are connected when the newcomer comes; they are named `inside 1`, ... At most 10. */
  readonly inside?: readonly string[];
  /** No broker is running when the newcomer comes. */
  readonly brokerDown?: boolean;
  /** The newcomer sends CONNECT a second time; only with fields. */
  readonly connectsTwice?: boolean;
}

const COMES_AT_MS = 100;
const LASTS_MS = 300;

export function doorstep(setting: DoorstepSetting): Scenario {
  const { protocolVersion, config, sends, brokerFiles, inside = [], brokerDown = false, connectsTwice = false } = setting;
  const names = inside.map((_, index) => `inside ${index + 1}`);
  const newcomer = { client: NEWCOMER, atMs: COMES_AT_MS };
  const comes: ScriptStep =
    'bytes' in sends ? { ...newcomer, do: 'open', bytes: sends.bytes } : { ...newcomer, do: 'connect', connect: sends };
  const again: ScriptStep[] =
    connectsTwice && !('bytes' in sends)
      ? [{ ...newcomer, atMs: COMES_AT_MS + 60, do: 'send', packet: { type: 'CONNECT', ...sends } }]
      : [];
  return sessionScenario({
    protocolVersion,
    // Before everything of the listener's own, which must stand behind `listener`.
    config: ['log_type all', ...LISTENER, ...config],
    ...(brokerFiles === undefined ? {} : { brokerFiles }),
    clients: [NEWCOMER, ...names].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      ...(brokerDown ? [{ atMs: 0, do: 'stopBroker' } as const] : []),
      ...names.map((client, index): ScriptStep => ({ atMs: 0, client, do: 'connect', connect: passing(inside[index] ?? client) })),
      comes,
      ...again,
    ],
    lastsMs: LASTS_MS,
  });
}

export interface DoorstepFinding {
  /** The CONNACK that the newcomer was sent; `null`: there was none. */
  readonly connack: PacketSent | null;
  /** Return or reason code in it; `null` without one. */
  readonly code: number | null;
  /** The newcomer's first bytes went out: TCP stood. */
  readonly sent: boolean;
  /** At the end of the run the newcomer is connected, and so is everybody who was. */
  readonly well: boolean;
  /** Those who were connected and lost their connection, by name. */
  readonly thrownOut: readonly string[];
}

/** What came of it; `events` of the whole run. */
export function doorstepFinding(scenario: Scenario, events: readonly RunEvent[]): DoorstepFinding {
  const connected = new Map<string, boolean>();
  const thrownOut = new Set<string>();
  let connack: PacketSent | null = null;
  let sent = false;
  for (const event of events) {
    if (event.kind === 'connection') {
      if (event.step === 'lost' && connected.get(event.client) === true) thrownOut.add(event.client);
      connected.set(event.client, event.step === 'connected');
    }
    if (event.kind !== 'packetSent' || event.client !== NEWCOMER) continue;
    if (event.direction === 'uplink') sent = true;
    if (event.type === 'CONNACK') connack ??= event;
  }
  const result = connack === null ? null : decode(connack.bytes, scenario.protocolVersion);
  const packet = result?.ok === true && result.packet.type === 'CONNACK' ? result.packet : null;
  return {
    connack,
    code: packet === null ? null : (packet.returnCode ?? packet.reasonCode ?? 0),
    sent,
    well: (scenario.clients ?? []).every(({ name }) => connected.get(name) === true),
    thrownOut: [...thrownOut],
  };
}
