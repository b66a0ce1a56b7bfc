// X27: what a session costs the broker, in three steps: a thousand clients that are away, five subscriptions each, ten queued messages each. The heap is the in-page broker's own
// count, with pointers of 32 bits: 420 B a session, 340 a subscription, 308 a message of 100 B, where a 64-bit machine takes 716, 361 and 376. Left out: what the operating system adds for open sockets (none is open here) and for its pages.
import type { ProtocolVersion } from '../../mqtt/packet.ts';
import type { Scenario } from '../../scenario.ts';
import type { ScriptStep } from '../../script.ts';
import { COUNTER_READER, HEAP_TOPIC, LISTENER, lasting, passing, readCounter, scriptedClient, sessionScenario } from './sessionScenario.ts';

export interface MemoryPerSessionSetting {
  readonly protocolVersion: ProtocolVersion;
  /** 1 to 1,000. */
  readonly sessions: number;
  /** Distinct ones in each session, 0 to 20. With none nothing is queued. */
  readonly subscriptionsEach: number;
  /** Distinct ones queued in each session, 0 to 15. */
  readonly messagesEach: number;
  /** 3 to 1,000. */
  readonly payloadBytes: number;
}

export const MEMORY_PER_SESSION_DEFAULTS: MemoryPerSessionSetting = {
  protocolVersion: '3.1.1',
  sessions: 1_000,
  subscriptionsEach: 5,
  messagesEach: 10,
  payloadBytes: 100,
};

const BEGIN_MS = 5_000;
const CONNECT_EVERY_MS = 100;
const PUBLISH_EVERY_MS = 20;
/** Time for the broker to count and tell. */
const PAUSE_MS = 3_000;

/** When each step is done and its heap can be read. Milliseconds. */
export function memorySteps({ sessions }: Pick<MemoryPerSessionSetting, 'sessions'>): {
  readonly empty: number;
  readonly connected: number;
  readonly subscribed: number;
  readonly queued: number;
} {
  const connected = BEGIN_MS + sessions * CONNECT_EVERY_MS + PAUSE_MS;
  const subscribed = connected + sessions * CONNECT_EVERY_MS + PAUSE_MS;
  return { empty: BEGIN_MS - 1, connected, subscribed, queued: subscribed + sessions * PUBLISH_EVERY_MS + PAUSE_MS };
}

/** One `device` connects in turn under all the ids, and once more to subscribe; `publisher` fills the queues; `counter reader` reads. */
export function memoryPerSession(setting: Partial<MemoryPerSessionSetting> = {}): Scenario {
  const knobs = { ...MEMORY_PER_SESSION_DEFAULTS, ...setting };
  const { protocolVersion, sessions, subscriptionsEach, messagesEach, payloadBytes } = knobs;
  const steps = memorySteps(knobs);
  const numbers = Array.from({ length: sessions }, (_, index) => index);
  const connect = (fromMs: number, number: number): ScriptStep => ({
    atMs: fromMs + number * CONNECT_EVERY_MS,
    client: 'device',
    do: 'connect',
    connect: lasting(`device-${String(number).padStart(4, '0')}`, protocolVersion),
  });
  const topic = (number: number, subscription: number): string => `fleet/${String(number).padStart(4, '0')}/in/${subscription}`;
  const drop = (atMs: number): ScriptStep => ({ atMs: atMs - PAUSE_MS, client: 'device', do: 'drop' });
  return sessionScenario({
    protocolVersion,
    watchSessions: false,
    // Its log would be most of the run's events.
    config: [...LISTENER, 'allow_anonymous true', 'log_type error', 'log_type warning', 'max_queued_messages 0', 'sys_interval 1'],
    clients: ['device', 'publisher', COUNTER_READER].map((name) => scriptedClient(name, protocolVersion)),
    script: [
      ...readCounter(HEAP_TOPIC),
      { atMs: 0, client: 'publisher', do: 'connect', connect: passing('publisher') },
      ...numbers.map((number) => connect(BEGIN_MS, number)),
      drop(steps.connected),
      ...(subscriptionsEach === 0
        ? []
        : [
            ...numbers.flatMap((number): ScriptStep[] => [
              connect(steps.connected, number),
              {
                atMs: steps.connected + number * CONNECT_EVERY_MS + 50,
                client: 'device',
                do: 'subscribe',
                subscriptions: Array.from({ length: subscriptionsEach }, (_, index) => ({ topicFilter: topic(number, index), qos: 1 })),
              },
            ]),
            drop(steps.subscribed),
          ]),
      ...(messagesEach === 0
        ? []
        : numbers.map(
            (number): ScriptStep => ({
              atMs: steps.subscribed + number * PUBLISH_EVERY_MS,
              client: 'publisher',
              do: 'publish',
              topicName: topic(number, 0),
              payload: '{n}'.padEnd(payloadBytes, '.'),
              qos: 1,
              count: messagesEach,
              first: 100,
            }),
          )),
    ],
    lastsMs: steps.queued,
  });
}
