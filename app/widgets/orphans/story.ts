// What a finished run shows: how many sessions the device left behind, what waits in them, what the heap says, and what the device itself was given.
import {
  COMMANDER,
  DEVICE_ID_PREFIX,
  HEAP_TOPIC,
  orphanMemory,
  RANDOM_IDS_CLIENTS,
  type RunEvent,
  type SessionsSeen,
  toSeconds,
} from '#simulations';
import type { RunView } from '#simulations/worker';

/** A view holds so many events at most. */
const MOST_EVENTS = 4_000;

/** What the broker held of the device at an instant. */
export interface Held {
  readonly sessions: number;
  /** Messages that wait, over all of them. */
  readonly copies: number;
  /** Different messages among those, and the payload of one. */
  readonly messages: number;
  readonly payloadBytes: number;
}

/** The heap at an instant, beside what the formula makes of the sessions that there were. */
export interface Reading {
  readonly seconds: number;
  /** Since the last reading before the device's first start. Bytes. */
  readonly growth: number;
  readonly byFormula: number;
}

export interface Story {
  /** Connections of the device that were accepted, and how many of them found a session. */
  readonly starts: number;
  readonly present: number;
  /** Different client ids that the device went by. */
  readonly ids: number;
  /** The most sessions and waiting copies of the device at a time. */
  readonly most: Held;
  readonly atEnd: number;
  readonly published: number;
  /** What the device was given. */
  readonly got: number;
  readonly expired: number;
  /** The first line about one that expired; `null`: there is none. */
  readonly line: string | null;
  readonly readings: readonly Reading[];
  /** The run had more events than come to the page at once: what is told is not all. */
  readonly cut: boolean;
}

const NOTHING: Held = { sessions: 0, copies: 0, messages: 0, payloadBytes: 0 };

export function isDevices(clientId: string): boolean {
  return clientId.startsWith(DEVICE_ID_PREFIX);
}

export function heldOf(sessions: SessionsSeen['sessions']): Held {
  const own = sessions.filter(({ clientId }) => isDevices(clientId));
  const backlogs = own.map(({ outgoing: { inFlight, queued } }) => ({
    messages: inFlight.messages + queued.messages,
    bytes: inFlight.bytes + queued.bytes,
  }));
  const fullest = backlogs.reduce((best, one) => (one.messages > best.messages ? one : best), { messages: 0, bytes: 0 });
  return {
    sessions: own.length,
    copies: backlogs.reduce((sum, { messages }) => sum + messages, 0),
    messages: fullest.messages,
    payloadBytes: fullest.messages === 0 ? 0 : fullest.bytes / fullest.messages,
  };
}

function readingsIn(events: readonly RunEvent[]): readonly Reading[] {
  const readings: Reading[] = [];
  let base: number | null = null;
  let held = NOTHING;
  let started = false;
  for (const event of events) {
    if (event.kind === 'sessions') {
      held = heldOf(event.sessions);
      started ||= held.sessions > 0;
    }
    if (event.kind !== 'received' || event.client !== RANDOM_IDS_CLIENTS.watcher || event.topicName !== HEAP_TOPIC) continue;
    const heap = Number(event.payload);
    // What the watcher and the publisher cost is in the base.
    if (!started) base = heap;
    if (base !== null) readings.push({ seconds: toSeconds(event.at), growth: heap - base, byFormula: orphanMemory(held) });
  }
  const first = readings.findIndex(({ byFormula }) => byFormula > 0);
  return first < 0 ? [] : readings.slice(Math.max(0, first - 1));
}

/** `whole`: the view of the whole run at its end. */
export function storyOf({ events, broker }: Pick<RunView, 'events' | 'broker'>): Story {
  const { device } = RANDOM_IDS_CLIENTS;
  const accepted = events.filter((event) => event.kind === 'connection' && event.client === device && event.step === 'connected');
  const seen = events.filter((event): event is SessionsSeen => event.kind === 'sessions');
  const ids = new Set(seen.flatMap(({ sessions }) => sessions.map(({ clientId }) => clientId)).filter(isDevices));
  const most = seen.reduce((best, { sessions }) => {
    const held = heldOf(sessions);
    return held.sessions + held.copies > best.sessions + best.copies ? held : best;
  }, NOTHING);
  const expired = events.flatMap((event) =>
    event.kind === 'brokerLog' && event.text.startsWith(`Expiring client ${DEVICE_ID_PREFIX}`) ? [event.text] : [],
  );
  return {
    starts: accepted.length,
    present: accepted.filter((event) => event.kind === 'connection' && event.sessionPresent === true).length,
    ids: ids.size,
    most,
    atEnd: broker.sessions.filter(({ clientId }) => isDevices(clientId)).length,
    published: events.filter((event) => event.kind === 'packetSent' && event.client === COMMANDER.name && event.type === 'PUBLISH').length,
    got: events.filter((event) => event.kind === 'received' && event.client === device).length,
    expired: expired.length,
    line: expired[0] ?? null,
    readings: readingsIn(events),
    cut: events.length >= MOST_EVENTS,
  };
}

export type Amount = 'none' | 'one' | 'some' | 'each';

/** How many of so many starts have left a session. */
export function amountOf(sessions: number, starts: number): Amount {
  if (sessions === 0) return 'none';
  if (sessions === 1) return 'one';
  return sessions < starts ? 'some' : 'each';
}
