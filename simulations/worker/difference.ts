// Where two runs part: the first instant at which something happens in one of them that does not happen in the other.
// What is left out: the ends of packets and what TCP does for them, which the packet's sending tells, and the packets' numbers, which shift for ever once one is missing.
import type { Microseconds } from '../engine/time.ts';
import type { RunEvent, SessionsSeen } from '../events.ts';

/** At one instant; `null`: in that run nothing answers to what happens in the other. Never both. */
export interface RunDifference {
  readonly at: Microseconds;
  readonly a: RunEvent | null;
  readonly b: RunEvent | null;
}

const LEFT_OUT: ReadonlySet<RunEvent['kind']> = new Set(['packetArrived', 'packetLost', 'segmentResent']);

/** `after`: only what happens strictly after it counts; `null`: from the start. */
export function firstDifference(a: readonly RunEvent[], b: readonly RunEvent[], after: Microseconds | null): RunDifference | null {
  const [left, right] = [new Instants(a, after), new Instants(b, after)];
  for (;;) {
    const at = earlier(left.at, right.at);
    if (at === null) return null;
    const difference = differenceAt(left.take(at), right.take(at));
    if (difference !== null) return { at, ...difference };
  }
}

function earlier(one: Microseconds | null, other: Microseconds | null): Microseconds | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Goes through a run instant by instant. */
class Instants {
  readonly #events: readonly RunEvent[];
  #next: number;

  constructor(events: readonly RunEvent[], after: Microseconds | null) {
    this.#events = events;
    const first = after === null ? 0 : events.findIndex(({ at }) => at > after);
    this.#next = first < 0 ? events.length : first;
    this.#skip();
  }

  /** Of the next event that counts; `null`: the run is over. */
  get at(): Microseconds | null {
    return this.#events[this.#next]?.at ?? null;
  }

  /** All events that count of this instant, none where the next one is later. */
  take(at: Microseconds): readonly RunEvent[] {
    const taken: RunEvent[] = [];
    for (let event = this.#events[this.#next]; event !== undefined && event.at === at; event = this.#events[this.#next]) {
      taken.push(event);
      this.#next++;
      this.#skip();
    }
    return taken;
  }

  #skip(): void {
    for (let event = this.#events[this.#next]; event !== undefined && LEFT_OUT.has(event.kind); event = this.#events[this.#next])
      this.#next++;
  }
}

function differenceAt(a: readonly RunEvent[], b: readonly RunEvent[]): Pick<RunDifference, 'a' | 'b'> | null {
  const most = Math.max(a.length, b.length);
  for (let place = 0; place < most; place++) {
    const [left = null, right = null] = [a[place], b[place]];
    if (left !== null && right !== null && isSame(left, right)) continue;
    // One of them may only come later within the instant: then the other is what is more.
    if (right !== null && a.slice(place + 1).some((event) => isSame(event, right))) return { a: left, b: null };
    if (left !== null && b.slice(place + 1).some((event) => isSame(event, left))) return { a: null, b: right };
    return { a: left, b: right };
  }
  return null;
}

function isSame(one: RunEvent, other: RunEvent): boolean {
  return one.kind === other.kind && isEqual(comparable(one), comparable(other));
}

function comparable(event: RunEvent): unknown {
  if (event.kind === 'sessions') return sessionsIn(event);
  return event.kind === 'packetSent' ? { ...event, packet: null } : event;
}

/** What a sentence can tell of the broker's table: who is in it, connected or not, with how many subscriptions, and what waits. */
function sessionsIn({ sessions }: SessionsSeen): unknown {
  return sessions.map(({ clientId, connected, subscriptions, outgoing }) => ({
    clientId,
    connected,
    subscriptions: subscriptions.length,
    waiting: outgoing.inFlight.messages + outgoing.queued.messages,
  }));
}

function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Uint8Array && other instanceof Uint8Array)
    return one.length === other.length && one.every((byte, place) => byte === other[place]);
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return left.length === right.length && left.every(([key, value]) => isEqual(value, (other as Readonly<Record<string, unknown>>)[key]));
}
