// A client's keep alive: PINGREQ when for the library's share of it nothing was sent, or nothing came; without an answer within the share after that the connection is dead.
// [v3.1.1 §3.1.2.10] [v5.0 §3.1.2.10]
import type { Appointment } from '../../engine/eventQueue.ts';
import { type Microseconds, START, toMilliseconds } from '../../engine/time.ts';
import type { Run } from '../../run.ts';
import type { ClientHabits } from '../clients/habits.ts';
import type { Lifetime } from './lifetime.ts';

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
    this.#lastSent = this.#run.now;
    this.#plan();
  }

  heard(): void {
    this.#lastHeard = this.#run.now;
    this.#plan();
  }

  /** PINGRESP has come. */
  answered(): void {
    this.#life.cancel(this.#patience);
    this.#patience = null;
  }

  #plan(): void {
    if (this.#patience !== null) return;
    this.#life.cancel(this.#ping);
    this.#ping = null;
    if (this.#keepAliveMs === 0) return;
    const silentMs = toMilliseconds(this.#run.now) - Math.min(toMilliseconds(this.#lastSent), toMilliseconds(this.#lastHeard));
    this.#ping = this.#life.after(Math.max(0, this.#keepAliveMs * this.#habits.pingAfterShare - silentMs), () => {
      this.#patience = this.#life.after(this.#keepAliveMs * this.#habits.pingAnswerShare, this.#ends.dead);
      this.#ends.ping();
    });
  }
}
