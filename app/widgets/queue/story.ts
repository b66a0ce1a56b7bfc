// What a finished run shows: what became of each message, how much waited at most, what the broker counted and noted.
import {
  COMMANDER,
  DROPPED_COUNTER,
  type QoS,
  type QueuedMessage,
  type QueueFate,
  queueFates,
  queueRoom,
  type RunEvent,
  type Scenario,
  type ScriptStep,
  VALVE,
  WATCHER,
} from '#simulations';
import type { RunView } from '#simulations/worker';
import { limitsOf, questionOf, subscriptionQosOf } from './scenarioFacts.ts';

/** A view holds so many events at most. */
const MOST_EVENTS = 4_000;
const ERROR = 0x80;
/** What the broker notes about a full queue, a session that is over, and a message too many (151: 0x97, quota exceeded). */
const TELLING = ['being dropped for client', 'Expiring client', 'rc151)'] as const;

export interface Story {
  readonly messages: readonly QueuedMessage[];
  readonly count: Readonly<Record<QueueFate, number>>;
  /** Answered without an error; QoS 0 gets no answer. */
  readonly acknowledged: number;
  /** Reason code 0x10 (5.0): the broker took it, and nobody was there for it. */
  readonly toldNobody: number;
  /** The most that waited for the valve at a time, in flight and queued. */
  readonly keptMost: { readonly messages: number; readonly bytes: number; readonly inFlight: number; readonly queued: number };
  /** The broker's own counter of drops; `null`: nobody read it. */
  readonly counted: number | null;
  readonly lines: readonly string[];
  /** How many the rule says that the session takes; `null` where there is no rule in numbers. */
  readonly expected: number | null;
  /** The run had more events than come to the page at once: what is told is not all. */
  readonly cut: boolean;
}

/** `whole`: the view of the whole run at its end. */
export function storyOf(scenario: Scenario, { events }: Pick<RunView, 'events'>): Story {
  const publisherVersion = scenario.clients?.find(({ name }) => name === COMMANDER.name)?.protocolVersion ?? scenario.protocolVersion;
  const messages = queueFates(events, {
    publisher: COMMANDER.name,
    subscriber: VALVE.name,
    clientId: VALVE.clientId,
    publisherVersion,
  });
  const answered = messages.filter(({ answer }) => answer !== null && answer < ERROR);
  const count = (fate: QueueFate) => messages.filter((message) => message.fate === fate).length;
  return {
    messages,
    count: {
      delivered: count('delivered'),
      refused: count('refused'),
      noSession: count('noSession'),
      dropped: count('dropped'),
      expired: count('expired'),
      goneWithSession: count('goneWithSession'),
      waiting: count('waiting'),
      notArrived: count('notArrived'),
    },
    acknowledged: answered.length,
    toldNobody: answered.filter(({ answer }) => answer === 0x10).length,
    keptMost: mostOf(events),
    counted: lastCount(events),
    lines: linesIn(events),
    expected: expectedOf(scenario, messages),
    cut: events.length >= MOST_EVENTS,
  };
}

function linesIn(events: readonly RunEvent[]): readonly string[] {
  const lines = events.flatMap((event) => (event.kind === 'brokerLog' ? [event.text] : []));
  return TELLING.flatMap((words) => lines.find((text) => text.includes(words)) ?? []);
}

function mostOf(events: readonly RunEvent[]): Story['keptMost'] {
  let most = { messages: 0, bytes: 0, inFlight: 0, queued: 0 };
  for (const event of events) {
    const outgoing = event.kind === 'sessions' ? event.sessions.find(({ clientId }) => clientId === VALVE.clientId)?.outgoing : undefined;
    if (outgoing === undefined) continue;
    const { inFlight, queued } = outgoing;
    const messages = inFlight.messages + queued.messages;
    if (messages > most.messages)
      most = { messages, bytes: inFlight.bytes + queued.bytes, inFlight: inFlight.messages, queued: queued.messages };
  }
  return most;
}

function lastCount(events: readonly RunEvent[]): number | null {
  const last = events.findLast(
    (event) => event.kind === 'received' && event.client === WATCHER.name && event.topicName === DROPPED_COUNTER,
  );
  return last?.kind === 'received' && last.payload !== null ? Number(last.payload) : null;
}

/** What the lab's own scripts do. */
const PLANNED: readonly ScriptStep['do'][] = ['connect', 'subscribe', 'publish', 'drop', 'answer', 'send'];

/** By the broker's rule for whoever takes nothing meanwhile. */
function expectedOf(scenario: Scenario, messages: readonly QueuedMessage[]): number | null {
  const { script = [] } = scenario;
  const question = questionOf(scenario);
  // A burst is no matter of the queue, a session that ends takes its queue along, and for a cable that somebody pulls there is no rule.
  if (question === 'burst' || question === 'session' || script.some((step) => !PLANNED.includes(step.do))) return null;
  const silent = script.some((step) => step.do === 'answer');
  const granted = subscriptionQosOf(scenario);
  const offered = messages.map(({ qos, payloadBytes }) => ({ qos: Math.min(qos, granted) as QoS, payloadBytes }));
  return queueRoom(limitsOf(scenario), silent, offered).filter(Boolean).length;
}

export type Amount = 'none' | 'some' | 'all';

export function amountOf(got: number, of: number): Amount {
  return got === 0 ? 'none' : got < of ? 'some' : 'all';
}

export type Part = 'oldest' | 'newest' | 'all' | 'none' | 'other';

/** Which of a row were delivered. */
export function partOf(delivered: readonly boolean[]): Part {
  const got = delivered.filter(Boolean).length;
  if (got === 0) return 'none';
  if (got === delivered.length) return 'all';
  if (delivered.slice(0, got).every(Boolean)) return 'oldest';
  return delivered.slice(-got).every(Boolean) ? 'newest' : 'other';
}
