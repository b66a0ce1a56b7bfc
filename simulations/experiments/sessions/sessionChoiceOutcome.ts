// What came of a run of `sessionChoice`: a fold over its events. A message is due where it was still of use when the client was back; one that comes when it is no longer is stale.
// The broker counts lifetimes in whole seconds: a message within two seconds of its limit is not judged.
import type { RunEvent, SessionsSeen } from '../../events.ts';
import { CHOICE_CLIENTS, choiceTimes, type SessionStory } from './sessionChoice.ts';
import { HEAP_TOPIC } from './sessionScenario.ts';

export interface ChoiceOutcome {
  /** Messages that should have reached the client. */
  readonly due: number;
  /** Of these, never heard. */
  readonly missed: number;
  /** Heard though they were too old, or a newer value had been sent before. */
  readonly stale: number;
  /** Sessions at the end that nobody is connected to, and the copies that wait in them. */
  readonly orphans: number;
  readonly waiting: number;
  /** How often the device beside it was thrown out. */
  readonly takeOvers: number;
  /** Reports that the peer never got. */
  readonly unsent: number;
  /** Of the broker's heap just before the last return. Bytes; `null`: it was not told. */
  readonly heapBytes: number | null;
}

const UNJUDGED_MS = 2_000;
/** Microseconds. */
const CRASH_TOLD_WITHIN = 5_000_000;
/** A value counts as known after a return when it is there so soon. */
const KNOWN_WITHIN_MS = 1_500;
/** A newer value may have been sent while this one was on its way. */
const ON_ITS_WAY_MS = 1_000;

export function sessionChoiceOutcome(events: readonly RunEvent[], story: SessionStory): ChoiceOutcome {
  const heard = new Map<string, number>();
  const reports = new Set<string>();
  let sessions: SessionsSeen['sessions'] = [];
  let takeOvers = 0;
  let heapBytes: number | null = null;
  let crashedAt = Number.NEGATIVE_INFINITY;
  const heardAt: { readonly payload: string; readonly atMs: number }[] = [];
  for (const event of events) {
    if (event.kind === 'sessions') sessions = event.sessions;
    else if (event.kind === 'broker' && event.step === 'killed') crashedAt = event.at;
    // A crash ends every connection, and throws nobody out.
    else if (event.kind === 'connection' && event.client === CHOICE_CLIENTS.neighbour && event.step === 'lost')
      takeOvers += event.at > crashedAt + CRASH_TOLD_WITHIN ? 1 : 0;
    else if (event.kind === 'received' && event.payload !== null) {
      const atMs = event.at / 1_000;
      if (event.client === CHOICE_CLIENTS.peer) reports.add(event.payload);
      else if (event.topicName === HEAP_TOPIC) heapBytes ??= Number(event.payload);
      else if (event.client === CHOICE_CLIENTS.client) {
        if (!heard.has(event.payload)) heard.set(event.payload, atMs);
        heardAt.push({ payload: event.payload, atMs });
      }
    }
  }
  const left = sessions.filter(({ connected }) => !connected);
  const waiting = left.reduce((sum, { outgoing }) => sum + outgoing.inFlight.messages + outgoing.queued.messages, 0);
  const judged = story.receives === 'newest' ? valuesOf(heardAt, story) : eachOf(heard, story);
  const allReports = story.reports && story.away !== 'once' ? choiceTimes(story).absences.length : 0;
  return { ...judged, orphans: left.length, waiting, takeOvers, unsent: Math.max(0, allReports - reports.size), heapBytes };
}

type Judged = Pick<ChoiceOutcome, 'due' | 'missed' | 'stale'>;

function eachOf(heard: ReadonlyMap<string, number>, story: SessionStory): Judged {
  if (story.receives === 'nothing') return { due: 0, missed: 0, stale: 0 };
  const usefulMs = (story.usefulSeconds ?? Number.POSITIVE_INFINITY) * 1_000;
  let [due, missed, stale] = [0, 0, 0];
  for (const { payload, sentAtMs, heardFromMs } of choiceTimes(story).messages) {
    const at = heard.get(payload);
    if (at !== undefined && at - sentAtMs > usefulMs + UNJUDGED_MS) stale++;
    if (heardFromMs === null || heardFromMs - sentAtMs > usefulMs - UNJUDGED_MS) continue;
    due++;
    if (at === undefined) missed++;
  }
  return { due, missed, stale };
}

/** Of values the newest is due at each return, and the one that comes while the client is there. */
function valuesOf(heardAt: readonly { readonly payload: string; readonly atMs: number }[], story: SessionStory): Judged {
  const { absences, messages } = choiceTimes(story);
  const newestAt = (atMs: number) => messages.findLast(({ sentAtMs }) => sentAtMs <= atMs);
  const knows = (payload: string | undefined, fromMs: number) =>
    heardAt.some((one) => one.payload === payload && one.atMs >= fromMs && one.atMs <= fromMs + KNOWN_WITHIN_MS);
  let [due, missed] = [0, 0];
  if (story.away !== 'once') {
    for (const [index, { returnsMs }] of absences.entries()) {
      due += 2;
      const now = messages.find(({ payload }) => payload === `now ${index + 1}`);
      if (!knows(newestAt(returnsMs)?.payload, returnsMs)) missed++;
      if (now === undefined || !knows(now.payload, now.sentAtMs)) missed++;
    }
  } else {
    const whileThere = messages.filter(({ heardFromMs }) => heardFromMs !== null);
    due = whileThere.length;
    missed = whileThere.filter(({ payload, sentAtMs }) => !knows(payload, sentAtMs)).length;
  }
  const place = (payload: string | undefined) => messages.findIndex((one) => one.payload === payload);
  const stale = heardAt.filter(({ payload, atMs }) => place(payload) < place(newestAt(atMs - ON_ITS_WAY_MS)?.payload)).length;
  return { due, missed, stale };
}
