// What a TCP's sending half asks of its timer. Two stacks, two habits: `lwipTimer.ts`, `linuxTimer.ts`.
import type { Microseconds } from '../../engine/time.ts';

export interface RetransmissionTimer {
  /** Starts it anew; answers when it will run out. */
  start(now: Microseconds): Microseconds;
  /** It ran out. It backs off for the next start; at its limit the connection is given up. */
  expire(now: Microseconds): 'resend' | 'giveUp';
  /** Something new was acknowledged. @param sentAt when it was sent; `null` where that is not sure because it was sent more than once [RFC 6298 §3, Karn] */
  acknowledged(now: Microseconds, sentAt: Microseconds | null): void;
  /** The own SYN was acknowledged. */
  established(): void;
  /** The program has closed its side. */
  orphaned(): void;
}
