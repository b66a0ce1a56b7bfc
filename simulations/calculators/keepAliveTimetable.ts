// When a client that is let be sends something, and when it last heard of the broker: one connection in seconds, by the habits of its library. From it: how often it pings, and how
// old its last packet and the broker's last answer are at any moment. Left out: the time on the way, and messages that come to the client.
import type { ClientHabits } from '../devices/clients/habits.ts';
import type { QoS } from '../scenario.ts';

export type PingHabits = Pick<ClientHabits, 'pingAfterShare' | 'pingAnswerShare' | 'pingCountsFrom'>;

export interface KeepAliveSetting {
  /** Seconds, 1 to 65,535. */
  readonly keepAliveSeconds: number;
  /** It publishes so often. Seconds, 1 or more; `null`: it has nothing to say. */
  readonly publishSeconds: number | null;
  readonly qos: QoS;
}

/** Mean, deviation and ends of an age that is looked at at a random moment. Seconds. */
export interface Age {
  readonly mean: number;
  readonly variance: number;
  readonly longest: number;
}

export interface Timetable {
  readonly pingsPerSecond: number;
  /** Of the last packet that the broker had of it. */
  readonly sent: Age;
  /** Of what the library counts its pings from. */
  readonly counted: Age;
}

/** Steps that are looked at: enough for a steady mean, few enough for a page. */
const MOST_STEPS = 20_000;
const LEAST_CYCLES = 200;

export function keepAliveTimetable(habits: PingHabits, { keepAliveSeconds, publishSeconds, qos }: KeepAliveSetting): Timetable {
  const pingAfter = keepAliveSeconds * habits.pingAfterShare;
  // An answer to a message counts for all but those that look at PINGRESP alone; QoS 0 has none.
  const answersCount = qos > 0 && habits.pingCountsFrom !== 'pings';
  const sent = new Ages();
  const counted = new Ages();
  let pings = 0;
  let since = 0;
  let published = 0;
  let at = 0;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const nextMessage = publishSeconds === null ? Number.POSITIVE_INFINITY : (published + 1) * publishSeconds;
    const nextPing = since + pingAfter;
    at = Math.min(nextMessage, nextPing);
    sent.event(at);
    if (nextMessage <= nextPing) {
      published++;
      if (!answersCount) continue;
    } else pings++;
    since = at;
    counted.event(at);
    if (steps >= LEAST_CYCLES && pings >= LEAST_CYCLES && (publishSeconds === null || published >= LEAST_CYCLES)) break;
  }
  const ofCounted =
    counted.isEmpty || !answersCount ? { mean: pingAfter / 2, variance: pingAfter ** 2 / 12, longest: pingAfter } : counted.age();
  // Where no message counts it pings by a clock of its own, however few of its pings the steps above came to.
  const pingsPerSecond = publishSeconds === null || !answersCount ? 1 / pingAfter : pings / at;
  return { pingsPerSecond, sent: sent.age(), counted: ofCounted };
}

/** The age of the last event, over all moments between the first and the last: within a gap g it runs from 0 to g. */
class Ages {
  #last: number | null = null;
  #time = 0;
  #square = 0;
  #cube = 0;
  #longest = 0;

  get isEmpty(): boolean {
    return this.#time === 0;
  }

  event(at: number): void {
    const gap = at - (this.#last ?? 0);
    this.#last = at;
    this.#time += gap;
    this.#square += gap ** 2;
    this.#cube += gap ** 3;
    this.#longest = Math.max(this.#longest, gap);
  }

  age(): Age {
    const mean = this.#square / 2 / this.#time;
    return { mean, variance: Math.max(0, this.#cube / 3 / this.#time - mean ** 2), longest: this.#longest };
  }
}
