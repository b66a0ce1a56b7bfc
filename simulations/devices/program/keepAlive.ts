// A client's keep alive: PINGREQ when the library's share of it is over since what the library counts from; without an answer within the share after that the connection is
// dead.
// [v3.1.1 §3.1.2.10] [v5.0 §3.1.2.10]
import type { Appointment } from '../../engine/eventQueue.ts';
import { type Microseconds, START, toMilliseconds } from '../../engine/time.ts';
import type { PacketType } from '../../mqtt/packet.ts';
import type { Run } from '../../run.ts';
import type { ClientHabits } from '../clients/habits.ts';
import type { Lifetime } from './lifetime.ts';

/** What a library that does not count silence counts from. */
const COUNTED: Readonly<Record<'answers' | 'pings', ReadonlySet<PacketType>>> = {
  answers: new Set(['CONNACK', 'SUBACK', 'UNSUBACK', 'PUBACK', 'PUBREC', 'PUBREL', 'PUBCOMP', 'PINGRESP']),
  pings: new Set(['CONNACK', 'PINGRESP']),
};

export interface KeepAliveEnds {
  readonly ping: () => void;
  readonly dead: () => void;
}

export class KeepAlive {
  readonly #run: Run;
  readonly #life: Lifetime;
  readonly #habits: ClientHabits;
  readonly #ends: KeepAliveEnds;
  /** 0: off. */
  #keepAliveMs = 0;
  #ping: Appointment | null = null;
  /** For the answer to a PINGREQ; `null`: none is awaited. */
  #patience: Appointment | null = null;
  #lastSent: Microseconds = START;
  #lastHeard: Microseconds = START;

  constructor(run: Run, life: Lifetime, habits: ClientHabits, ends: KeepAliveEnds) {
    this.#run = run;
    this.#life = life;
    this.#habits = habits;
    this.#ends = ends;
  }

  /** The connection stands. @param seconds 0: no pings */
  begin(seconds: number): void {
    this.#keepAliveMs = seconds * 1_000;
    this.#plan();
  }

  end(): void {
    this.#keepAliveMs = 0;
    this.#life.cancel(this.#ping);
    this.answered();
  }

  sent(): void {
    if (this.#habits.pingCountsFrom !== 'silence') return;
    this.#lastSent = this.#run.now;
    this.#plan();
  }

  heard(type: PacketType): void {
    const { pingCountsFrom } = this.#habits;
    if (pingCountsFrom === 'silence' || COUNTED[pingCountsFrom].has(type)) this.#lastHeard = this.#run.now;
    this.#plan();
  }

  /** PINGRESP has come. */
  answered(): void {
    this.#life.cancel(this.#patience);
    this.#patience = null;
    this.#plan();
  }

  #plan(): void {
    if (this.#patience !== null) return;
    this.#life.cancel(this.#ping);
    this.#ping = null;
    if (this.#keepAliveMs === 0) return;
    const heardMs = toMilliseconds(this.#lastHeard);
    const sinceMs = this.#habits.pingCountsFrom === 'silence' ? Math.min(toMilliseconds(this.#lastSent), heardMs) : heardMs;
    const overMs = toMilliseconds(this.#run.now) - sinceMs;
    this.#ping = this.#life.after(Math.max(0, this.#keepAliveMs * this.#habits.pingAfterShare - overMs), () => {
      this.#patience = this.#life.after(this.#keepAliveMs * this.#habits.pingAnswerShare, this.#ends.dead);
      this.#ends.ping();
    });
  }
}
