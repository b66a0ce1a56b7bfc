// What is still to be sent or acknowledged of a stream: cuts it into segments, keeps to the windows, resends on the timer (from the first gap on, in slow start) and
// after three duplicate acknowledgements [RFC 5681, RFC 6298 §5, RFC 6582]. Windows are counted in bytes on both stacks; Linux counts its own in segments.
import type { Microseconds } from '../../engine/time.ts';
import type { RetransmissionTimer } from './retransmissionTimer.ts';
import type { ResendCause, SegmentKind } from './segment.ts';
import type { TcpStack } from './stacks.ts';

const DUPLICATES_TELL_OF_A_GAP = 3;

interface Pending {
  readonly kind: SegmentKind;
  from: number;
  to: number;
  /** How often it was sent, and when last. */
  sends: number;
  sentAt: Microseconds;
}

export interface Sending {
  /** @param resend `null` for the first time */
  transmit(segment: { readonly kind: SegmentKind; readonly from: number; readonly to: number }, resend: Resend | null): void;
  /** Call `expire` then; `null`: no more. Replaces what was asked for before. */
  wake(at: Microseconds | null): void;
  giveUp(): void;
  now(): Microseconds;
}

export interface Resend {
  readonly cause: ResendCause;
  /** 1 for the first time that it is sent again. */
  readonly count: number;
}

export class SendingHalf {
  readonly #stack: TcpStack;
  readonly #timer: RetransmissionTimer;
  readonly #sending: Sending;
  readonly #largest: number;
  readonly #peerWindow: number;
  /** What is not acknowledged, in order; before `#next` under way, from there on to be sent. */
  #queue: Pending[] = [];
  #next = 0;
  #acknowledged = 0;
  #end = 0;
  #congestionWindow: number;
  #slowStartUntil = Number.POSITIVE_INFINITY;
  #duplicates = 0;
  /** Fast recovery goes on until this number is acknowledged. */
  #recoverUntil = 0;
  #recovering = false;
  #cause: ResendCause = 'timeout';

  constructor(stack: TcpStack, peer: TcpStack, timer: RetransmissionTimer, sending: Sending) {
    this.#stack = stack;
    this.#timer = timer;
    this.#sending = sending;
    this.#largest = Math.min(stack.largestSegment, peer.largestSegment);
    this.#peerWindow = peer.receiveWindow;
    this.#congestionWindow = stack.firstCongestionWindow;
  }

  /** The own SYN has been sent and acknowledged. */
  get isEstablished(): boolean {
    return this.#acknowledged > 0;
  }

  /** The number after the last one written. */
  get end(): number {
    return this.#end;
  }

  /** SYN or FIN. */
  writeFlag(kind: 'syn' | 'fin'): void {
    this.#append(kind, 1);
    this.#output();
  }

  write(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const last = this.#queue.at(-1);
      const room = last !== undefined && last.kind === 'data' && last.sends === 0 ? this.#largest - (last.to - last.from) : 0;
      const taken = Math.min(left, room > 0 ? room : this.#largest);
      if (last !== undefined && room > 0) {
        last.to += taken;
        this.#end += taken;
      } else this.#append('data', taken);
      left -= taken;
    }
    this.#output();
  }

  /** @param pure the segment carried nothing else */
  acknowledge(number: number, pure: boolean): void {
    if (number > this.#acknowledged) this.#advance(number);
    else if (number === this.#acknowledged && pure && this.#next > 0) this.#duplicate();
  }

  /** The other side asks for the SYN again by sending its own once more. */
  resendFirst(): void {
    this.#transmitAgain('duplicateAcks');
  }

  expire(): void {
    const now = this.#sending.now();
    if (this.#timer.expire(now) === 'giveUp') return this.#sending.giveUp();
    this.#slowStartUntil = this.#halved();
    this.#congestionWindow = this.#largest;
    this.#recoverUntil = this.#sentUpTo();
    this.#recovering = false;
    this.#duplicates = 0;
    this.#cause = 'timeout';
    this.#next = 0;
    this.#output();
    this.#sending.wake(this.#timer.start(now));
  }

  #append(kind: SegmentKind, length: number): void {
    this.#queue.push({ kind, from: this.#end, to: this.#end + length, sends: 0, sentAt: this.#sending.now() });
    this.#end += length;
  }

  #output(): void {
    const idle = this.#next === 0;
    const window = Math.min(this.#congestionWindow, this.#peerWindow);
    for (;;) {
      const segment = this.#queue[this.#next];
      if (segment === undefined || segment.to - this.#acknowledged > window) break;
      if (segment.sends > 0 && this.#stack.joinsWhenResending) this.#join(this.#next);
      this.#transmit(segment);
      this.#next++;
    }
    if (idle && this.#next > 0) this.#sending.wake(this.#timer.start(this.#sending.now()));
  }

  /** Data that was sent before and follows at once, as far as one segment holds it. */
  #join(index: number): void {
    const segment = this.#queue[index];
    if (segment === undefined || segment.kind !== 'data') return;
    for (;;) {
      const following = this.#queue[index + 1];
      if (following === undefined || following.kind !== 'data' || following.sends === 0) return;
      if (following.to - segment.from > this.#largest) return;
      segment.to = following.to;
      this.#queue.splice(index + 1, 1);
      if (this.#next > index + 1) this.#next--;
    }
  }

  #transmit(segment: Pending): void {
    const resend = segment.sends === 0 ? null : { cause: this.#cause, count: segment.sends };
    segment.sends++;
    segment.sentAt = this.#sending.now();
    this.#sending.transmit(segment, resend);
  }

  #transmitAgain(cause: ResendCause): void {
    const [first] = this.#queue;
    if (first === undefined) return;
    this.#cause = cause;
    if (this.#stack.joinsWhenResending) this.#join(0);
    this.#transmit(first);
  }

  #advance(number: number): void {
    const acknowledged = number - this.#acknowledged;
    this.#acknowledged = number;
    this.#duplicates = 0;
    this.#timer.acknowledged(this.#sending.now(), this.#drop(number));
    this.#widen(acknowledged, number);
    this.#output();
    this.#sending.wake(this.#queue.length === 0 ? null : this.#timer.start(this.#sending.now()));
  }

  /** Forgets what is acknowledged; answers when the last of it was sent, if each was sent only once. */
  #drop(number: number): Microseconds | null {
    let sentAt: Microseconds | null = null;
    let once = true;
    for (;;) {
      const [first] = this.#queue;
      if (first === undefined || first.from >= number) return once ? sentAt : null;
      if (first.sends > 1) once = false;
      sentAt = first.sentAt;
      if (first.to > number) {
        first.from = number;
        return null;
      }
      if (first.kind === 'syn') this.#timer.established();
      this.#queue.shift();
      this.#next = Math.max(0, this.#next - 1);
    }
  }

  #widen(acknowledged: number, number: number): void {
    if (this.#recovering) {
      if (number < this.#recoverUntil && this.#stack.resendsNextGap) return this.#transmitAgain('duplicateAcks');
      this.#recovering = false;
      this.#congestionWindow = this.#slowStartUntil;
    } else if (this.#congestionWindow < this.#slowStartUntil) this.#congestionWindow += Math.min(acknowledged, this.#largest);
    else this.#congestionWindow += Math.max(1, Math.floor((this.#largest * this.#largest) / this.#congestionWindow));
  }

  #duplicate(): void {
    this.#duplicates++;
    if (this.#recovering) {
      this.#congestionWindow += this.#largest;
      return this.#output();
    }
    if (this.#duplicates !== DUPLICATES_TELL_OF_A_GAP || this.#acknowledged < this.#recoverUntil) return;
    this.#slowStartUntil = this.#halved();
    this.#congestionWindow = this.#slowStartUntil + DUPLICATES_TELL_OF_A_GAP * this.#largest;
    this.#recoverUntil = this.#sentUpTo();
    this.#recovering = true;
    this.#transmitAgain('duplicateAcks');
    this.#sending.wake(this.#timer.start(this.#sending.now()));
  }

  #halved(): number {
    return Math.max(Math.floor((this.#sentUpTo() - this.#acknowledged) / 2), 2 * this.#largest);
  }

  #sentUpTo(): number {
    let last = this.#acknowledged;
    for (const segment of this.#queue) if (segment.sends > 0) last = segment.to;
    return last;
  }
}
