// Linux's retransmission timer: RFC 6298 with Linux's own bounds (include/net/tcp.h, net/ipv4/tcp_timer.c; the limits in Documentation/networking/ip-sysctl.rst).
// Left out: what needs options that lwIP does not send by default (SACK with tail loss probe and RACK, timestamps), F-RTO, and the fall-back to 3 s after a resent SYN.
import { fromMicroseconds, later, type Microseconds } from '../../engine/time.ts';
import type { RetransmissionTimer } from './retransmissionTimer.ts';

/** TCP_TIMEOUT_INIT [RFC 6298 §2.1]. */
const FIRST_WAIT = 1_000_000;
/** TCP_RTO_MIN, what the deviation adds at least, and TCP_RTO_MAX. */
const LEAST_DEVIATION = 200_000;
const LONGEST_WAIT = 120_000_000;
/** tcp_syn_retries 6 for who opens (given up after 127 s), tcp_synack_retries 5 for who is called (63 s). */
const MOST_SYNS = { client: 6, broker: 5 } as const;
/** tcp_retries2 15, in Linux a time: that of 15 waits from 200 ms on, doubled up to 120 s. Counted from the first resend. */
const PATIENCE = 924_600_000;
/** tcp_orphan_retries 8, likewise, once the program has closed. */
const ORPHAN_PATIENCE = 102_200_000;

export class LinuxTimer implements RetransmissionTimer {
  readonly #mostSyns: number;
  #mean: number | null = null;
  #deviation = 0;
  #wait = FIRST_WAIT;
  #doublings = 0;
  #firstResendAt: Microseconds | null = null;
  #connecting = true;
  #patience = PATIENCE;

  constructor(role: keyof typeof MOST_SYNS) {
    this.#mostSyns = MOST_SYNS[role];
  }

  start(now: Microseconds): Microseconds {
    return later(now, fromMicroseconds(Math.min(this.#wait * 2 ** this.#doublings, LONGEST_WAIT)));
  }

  expire(now: Microseconds): 'resend' | 'giveUp' {
    if (this.#connecting) {
      if (this.#doublings >= this.#mostSyns) return 'giveUp';
    } else if (this.#firstResendAt !== null && now - this.#firstResendAt >= this.#patience) return 'giveUp';
    this.#firstResendAt ??= now;
    this.#doublings++;
    return 'resend';
  }

  /** The doubled wait stays until a round trip has been measured [RFC 6298 §5.7, Karn]. */
  acknowledged(now: Microseconds, sentAt: Microseconds | null): void {
    this.#firstResendAt = null;
    if (sentAt === null) return;
    const roundTrip = now - sentAt;
    if (this.#mean === null) {
      this.#mean = roundTrip;
      this.#deviation = roundTrip / 2;
    } else {
      this.#deviation += (Math.abs(this.#mean - roundTrip) - this.#deviation) / 4;
      this.#mean += (roundTrip - this.#mean) / 8;
    }
    this.#wait = Math.round(this.#mean + Math.max(4 * this.#deviation, LEAST_DEVIATION));
    this.#doublings = 0;
  }

  established(): void {
    this.#connecting = false;
    this.#doublings = 0;
  }

  orphaned(): void {
    this.#patience = ORPHAN_PATIENCE;
  }
}
