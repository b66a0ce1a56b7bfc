// The life of one session: a device connects, subscribes, goes away in one of three ways, commands are sent to it meanwhile, it comes back. What is still there then?
// Left out: what the device itself would keep (its own unsent messages), Wi-Fi, and TCP's own notice of a dead line, which comes long after keep alive's.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptStep } from '../../script.ts';
import { OPEN_TO_ALL, passing, sessionScenario } from './sessionScenario.ts';

export interface LifecycleSetting {
  readonly protocolVersion: ProtocolVersion;
  /** Clean start (5.0), clean session (3.1.1), of the device's first connection and of its return. */
  readonly cleanFirst: boolean;
  readonly cleanReturn: boolean;
  /** What it asks for at both connections; 5.0 only. Seconds, 0 (ends with the connection) to 3,600. */
  readonly sessionExpirySeconds: number;
  /** `disconnect`: DISCONNECT. `cable`: nobody is told; the broker waits for one and a half times the keep alive. `restart`: the program starts anew, TCP tells the broker. */
  readonly end: 'disconnect' | 'cable' | 'restart';
  /** From the end to the return. Seconds, 3 to 600. */
  readonly awaySeconds: number;
  /** Commands sent while it is away. 0 to 50. */
  readonly commands: number;
  /** What happens to the broker when the commands are sent: it runs on, or is stopped and started, with or without its persistence file. */
  readonly broker: 'runsOn' | 'restartKeeps' | 'restartForgets';
  /** On its return the device subscribes again. */
  readonly subscribesAgain: boolean;
}

export const LIFECYCLE_DEFAULTS: LifecycleSetting = {
  protocolVersion: '3.1.1',
  cleanFirst: false,
  cleanReturn: false,
  sessionExpirySeconds: 60,
  end: 'disconnect',
  awaySeconds: 10,
  commands: 5,
  broker: 'runsOn',
  subscribesAgain: false,
};

/** Of the device: the broker gives it up after one and a half times this, looked at once a second. */
export const LIFECYCLE_KEEP_ALIVE_SECONDS = 4;
/** When the device goes. */
export const LIFECYCLE_ENDS_AT_MS = 3_000;

/** Slow enough to be watched. */
const LINK: LinkScenario = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const COMMANDS_FROM_MS = 500;
/** Shares of the time away: commands are over, the broker stops, it starts. */
const [COMMANDS_UNTIL, STOPS, STARTS] = [0.5, 0.6, 0.7];
const TOPIC = 'valve/07/cmd';

/** Client `device` subscribes to `valve/07/cmd`; `commander` sends `before`, then `open 1`, `open 2` ... while it is away, then `after`. */
export function lifecycle(setting: Partial<LifecycleSetting> = {}): Scenario {
  const full = { ...LIFECYCLE_DEFAULTS, ...setting };
  const { protocolVersion, awaySeconds, broker } = full;
  const awayMs = awaySeconds * 1_000;
  const returnsAtMs = LIFECYCLE_ENDS_AT_MS + awayMs;
  const client = (name: string) => ({ name, protocolVersion, link: LINK });
  const during = (share: number): number => LIFECYCLE_ENDS_AT_MS + Math.round(awayMs * share);
  return sessionScenario({
    protocolVersion,
    config: [...OPEN_TO_ALL, ...(broker === 'restartKeeps' ? ['persistence true'] : [])],
    clients: [{ ...client('commander'), reconnect: { afterMs: 200, connect: null } }, client('device')],
    script: [
      { atMs: 0, client: 'commander', do: 'connect', connect: passing('web-app') },
      { atMs: 500, client: 'device', do: 'connect', connect: connectOf(full, full.cleanFirst) },
      subscribe(1_000),
      publish(1_500, 'before'),
      ...departure(full),
      ...commandsOf(full),
      ...(broker === 'runsOn'
        ? []
        : ([
            { atMs: during(STOPS), do: 'stopBroker' },
            { atMs: during(STARTS), do: 'startBroker' },
          ] as const)),
      ...(full.end === 'cable' ? [{ atMs: returnsAtMs - 100, client: 'device', do: 'plugCable' } as const] : []),
      { atMs: returnsAtMs, client: 'device', do: 'connect', connect: connectOf(full, full.cleanReturn) },
      ...(full.subscribesAgain ? [subscribe(returnsAtMs + 500)] : []),
      publish(returnsAtMs + 1_500, 'after'),
    ],
    lastsMs: returnsAtMs + 3_000,
  });
}

function connectOf({ protocolVersion, sessionExpirySeconds }: LifecycleSetting, cleanStart: boolean): ConnectFields {
  const connect = { clientId: 'valve-07', cleanStart, keepAliveSeconds: LIFECYCLE_KEEP_ALIVE_SECONDS };
  return protocolVersion === '5.0' ? { ...connect, properties: { sessionExpirySeconds } } : connect;
}

function subscribe(atMs: number): ScriptStep {
  return { atMs, client: 'device', do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: 1 }] };
}

function publish(atMs: number, payload: string): ScriptStep {
  return { atMs, client: 'commander', do: 'publish', topicName: TOPIC, payload, qos: 1 };
}

function departure({ end }: LifecycleSetting): readonly ScriptStep[] {
  const step = { atMs: LIFECYCLE_ENDS_AT_MS, client: 'device' } as const;
  switch (end) {
    case 'disconnect':
      return [{ ...step, do: 'disconnect' }];
    case 'cable':
      return [{ ...step, do: 'pullCable' }];
    case 'restart':
      return [{ ...step, do: 'drop' }];
  }
}

/** Evenly over the first half of the time away, the first half a second after the end. */
function commandsOf({ commands, awaySeconds }: LifecycleSetting): readonly ScriptStep[] {
  if (commands === 0) return [];
  const stretchMs = awaySeconds * 1_000 * COMMANDS_UNTIL - COMMANDS_FROM_MS;
  const atMs = LIFECYCLE_ENDS_AT_MS + COMMANDS_FROM_MS;
  return [{ ...publish(atMs, 'open {n}'), count: commands, everyMs: Math.floor(stretchMs / commands) } as ScriptStep];
}
