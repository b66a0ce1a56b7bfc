// lwIP's retransmission timer as ESP-IDF 5 sets it (`tcp_slowtmr`, `tcp_receive` in lwIP 2.1; ESP-IDF's components/lwip/Kconfig and sdkconfig defaults).
// It counts ticks of 500 ms, so a first resend comes 1.0 to 1.5 s after sending, wherever the tick falls. Its estimate in whole ticks does not sink below three.
// Left out: the ticks of a chip that has had connections before (here they count from the opening), the shorter limit while closing (FIN_WAIT).
import { fromMicroseconds, type Microseconds } from '../../engine/time.ts';
import type { RetransmissionTimer } from './retransmissionTimer.ts';

/** An unanswered SYN is sent again each so often, on the ESP32: its wait is not doubled. Milliseconds. */
export const SYN_RESENT_EVERY_MS = 1_500;

/** TCP_SLOW_INTERVAL: twice CONFIG_LWIP_TCP_TMR_INTERVAL (250 ms). The first comes half an interval after the timers start. */
const TICK = 500_000;
const FIRST_TICK = 250_000;
/** CONFIG_LWIP_TCP_RTO_TIME 1,500 ms. Arduino's core builds with 3,000 ms. */
const FIRST_TICKS_TO_WAIT = 3;
/** CONFIG_LWIP_TCP_MAXRTX and CONFIG_LWIP_TCP_SYNMAXRTX. Arduino's core builds with 6 for SYN. */
const MOST_RESENDS = 12;
/** The wait doubles with each resend, at most so often (`tcp_backoff`). A SYN's does not. */
const MOST_DOUBLINGS = 7;

export class LwipTimer implements RetransmissionTimer {
  readonly #startsAt: Microseconds;
  /** Eight times the mean round trip and four times its deviation, in ticks and whole numbers, as lwIP keeps them. */
  #eightfoldMean = 0;
  #fourfoldDeviation = FIRST_TICKS_TO_WAIT;
  #ticksToWait = FIRST_TICKS_TO_WAIT;
  #resends = 0;
  #connecting = true;

  /** @param startsAt when the connection is opened */
  constructor(startsAt: Microseconds) {
    this.#startsAt = startsAt;
  }

  start(now: Microseconds): Microseconds {
    // When all is tried, the next tick ends the connection.
    const wait = this.#resends >= MOST_RESENDS ? 1 : this.#ticksToWait;
    return fromMicroseconds(this.#startsAt + FIRST_TICK + (this.#ticksBy(now) + wait - 1) * TICK);
  }

  expire(): 'resend' | 'giveUp' {
    if (this.#resends >= MOST_RESENDS) return 'giveUp';
    this.#resends++;
    if (!this.#connecting) this.#ticksToWait = this.#estimate() << Math.min(this.#resends, MOST_DOUBLINGS);
    return 'resend';
  }

  acknowledged(now: Microseconds, sentAt: Microseconds | null): void {
    this.#resends = 0;
    if (sentAt !== null) {
      const error = this.#ticksBy(now) - this.#ticksBy(sentAt) - (this.#eightfoldMean >> 3);
      this.#eightfoldMean += error;
      this.#fourfoldDeviation += Math.abs(error) - (this.#fourfoldDeviation >> 2);
    }
    this.#ticksToWait = this.#estimate();
  }

  established(): void {
    this.#connecting = false;
  }

  orphaned(): void {
    // It resends as before.
  }

  #estimate(): number {
    return (this.#eightfoldMean >> 3) + this.#fourfoldDeviation;
  }

  /** Ticks since the opening, one at this very instant included. */
  #ticksBy(now: Microseconds): number {
    return Math.floor((now - this.#startsAt - FIRST_TICK) / TICK) + 1;
  }
}
