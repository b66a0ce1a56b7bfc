// What was there before the broker's end and what after its start, read from a finished run: the broker's own session table, its log, and what the clients were given.
import type { RunEvent } from '#simulations';
import type { RunView } from '#simulations/worker';
import { outageOf } from './outage.ts';
import { DISPLAY, LOGGER, LOGGER_ID, SENSOR } from './settings.ts';

/** How things stand for the logger, and what is retained, at one instant. */
export interface Standing {
  readonly session: boolean;
  readonly subscriptions: number;
  readonly waiting: number;
  /** Number of the reading that is retained; `null`: none; `unknown`: nobody asked for it. */
  readonly retained: number | null | 'unknown';
}

export interface Save {
  readonly atSeconds: number;
  readonly line: string;
  /** What the broker had in memory at that instant. */
  readonly held: Standing;
}

export interface Story {
  /** The last before the logger's return; `null`: the broker never came to an end. */
  readonly end: { readonly how: 'stopped' | 'killed'; readonly atSeconds: number } | null;
  /** Those up to the end. */
  readonly saves: readonly Save[];
  readonly before: Standing;
  /** `null`: it was not started again. */
  readonly after: Standing | null;
  /** Readings of the time before the end that the sensor had a PUBACK for. */
  readonly acknowledged: number;
  /** What the logger was told on its return; `null`: it did not come back. */
  readonly foundSession: boolean | null;
  /** Different readings of the time before the end that it was given. */
  readonly got: number;
  /** It was given the one that came after its return. */
  readonly heardAfterwards: boolean;
}

const NOTHING: Omit<Standing, 'retained'> = { session: false, subscriptions: 0, waiting: 0 };
const SECOND = 1e6;

function numberIn(payload: string | null): number | null {
  const digits = payload?.match(/(\d+)$/)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** As the broker's own table had it after all that happened at an instant. */
function loggerAt(events: readonly RunEvent[], at: number): Omit<Standing, 'retained'> {
  const seen = events.findLast((event) => event.kind === 'sessions' && event.at <= at);
  const session = seen?.kind === 'sessions' ? seen.sessions.find(({ clientId }) => clientId === LOGGER_ID) : undefined;
  if (session === undefined) return NOTHING;
  const { inFlight, queued } = session.outgoing;
  return { session: true, subscriptions: session.subscriptions.length, waiting: inFlight.messages + queued.messages };
}

/** Number of the newest reading that had reached the broker by an instant. */
function newestAt(events: readonly RunEvent[], at: number): number | null {
  const text = new TextDecoder();
  const newest = events.findLast(
    (event) =>
      event.kind === 'packetSent' &&
      event.client === SENSOR &&
      event.direction === 'uplink' &&
      event.type === 'PUBLISH' &&
      !event.lost &&
      event.endsAt <= at,
  );
  return newest?.kind === 'packetSent' ? numberIn(text.decode(newest.bytes)) : null;
}

function standingAt(events: readonly RunEvent[], at: number): Standing {
  return { ...loggerAt(events, at), retained: newestAt(events, at) };
}

/** `whole`: the view of the whole run at its end. `readings`: those before the end. */
export function storyOf({ events }: RunView, readings: number): Story {
  const outage = outageOf(events);
  const ending = outage?.ending;
  const start = outage?.start ?? null;
  const endsAt = ending?.at ?? Number.POSITIVE_INFINITY;
  const upToEnd = ending === undefined ? events : events.slice(0, events.indexOf(ending));
  const saves = upToEnd.flatMap((event): Save[] => {
    if (event.kind !== 'brokerLog' || !event.text.startsWith('Saving')) return [];
    return [{ atSeconds: event.at / SECOND, line: event.text, held: standingAt(upToEnd, event.at) }];
  });
  const sinceStart = start === null ? [] : events.filter(({ at }) => at >= start.at);
  return {
    end: ending === undefined ? null : { how: ending.step === 'stopped' ? 'stopped' : 'killed', atSeconds: ending.at / SECOND },
    saves,
    before: standingAt(upToEnd, endsAt),
    after: start === null ? null : { ...loggerAt(sinceStart, start.at), retained: shownAgain(sinceStart) },
    acknowledged: upToEnd.filter(isAck).length,
    ...returnOf(sinceStart, readings),
  };
}

function isAck(event: RunEvent): boolean {
  return event.kind === 'packetSent' && event.client === SENSOR && event.direction === 'downlink' && event.type === 'PUBACK';
}

/** What the display was shown at once when it subscribed again. */
function shownAgain(events: readonly RunEvent[]): Standing['retained'] {
  const asked = events.some(
    (event) =>
      event.kind === 'packetSent' && event.client === DISPLAY && event.type === 'SUBACK' && event.direction === 'downlink' && !event.lost,
  );
  if (!asked) return 'unknown';
  const shown = events.find((event) => event.kind === 'received' && event.client === DISPLAY && event.retain);
  return shown?.kind === 'received' ? numberIn(shown.payload) : null;
}

function returnOf(events: readonly RunEvent[], readings: number): Pick<Story, 'foundSession' | 'got' | 'heardAfterwards'> {
  const back = events.find((event) => event.kind === 'connection' && event.client === LOGGER && event.step === 'connected');
  const given = events.flatMap((event) => (event.kind === 'received' && event.client === LOGGER ? (numberIn(event.payload) ?? []) : []));
  return {
    foundSession: back?.kind === 'connection' ? back.sessionPresent : null,
    got: new Set(given.filter((number) => number <= readings)).size,
    heardAfterwards: given.some((number) => number > readings),
  };
}

export type Amount = 'none' | 'some' | 'all';

export function amountOf(got: number, readings: number): Amount {
  return got === 0 ? 'none' : got < readings ? 'some' : 'all';
}
