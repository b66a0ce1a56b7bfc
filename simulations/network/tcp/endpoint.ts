// One end of a TCP connection: its two halves, the handshake, the end. What it hears it hears in order. It has no TIME-WAIT: it answers for as long as the run lasts.
// [RFC 9293 §3.5, §3.6; resets §3.5.2]
import type { Appointment } from '../../engine/eventQueue.ts';
import type { Microseconds } from '../../engine/time.ts';
import type { Run } from '../../run.ts';
import { ReceivingHalf } from './receivingHalf.ts';
import type { RetransmissionTimer } from './retransmissionTimer.ts';
import type { Segment, SegmentKind } from './segment.ts';
import { type Resend, type Sending, SendingHalf } from './sendingHalf.ts';
import type { TcpStack } from './stacks.ts';

export interface EndpointScenario {
  readonly role: 'client' | 'broker';
  readonly stack: TcpStack;
  readonly peer: TcpStack;
}

export interface EndpointEvents {
  transmit(segment: Segment, resend: Resend | null): void;
  /** The handshake is done, as far as this end sees. */
  onEstablished(): void;
  /** Everything before this number has arrived. */
  onArrived(number: number): void;
  /** The other end has finished: nothing more will come. */
  onFinished(): void;
  /** Given up, or reset by the other end. Not after `abort`. */
  onDead(): void;
}

export class Endpoint implements Sending {
  readonly #run: Run;
  readonly #stack: TcpStack;
  readonly #events: EndpointEvents;
  readonly #timer: RetransmissionTimer;
  readonly #sender: SendingHalf;
  readonly #receiver = new ReceivingHalf();
  #alarm: Appointment | null = null;
  #acknowledgementOwed = false;
  #established = false;
  #finishAt: number | null = null;
  #finished = false;
  #closed = false;
  #dead = false;

  constructor(run: Run, { role, stack, peer }: EndpointScenario, events: EndpointEvents) {
    this.#run = run;
    this.#stack = stack;
    this.#events = events;
    this.#timer = stack.newTimer(run.now, role);
    this.#sender = new SendingHalf(stack, peer, this.#timer, this);
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** The number after the last byte written. */
  get end(): number {
    return this.#sender.end;
  }

  /** Sends SYN. The called end does so when it has received one. */
  open(): void {
    this.#sender.writeFlag('syn');
  }

  /** Puts so many bytes on the stream; for an end that is open. */
  write(bytes: number): void {
    if (!this.#dead) this.#sender.write(bytes);
  }

  /** FIN after all that was written. Before the handshake is done there is nothing to finish: it is as if the end had never been. */
  close(): void {
    if (this.#closed || this.#dead) return;
    this.#closed = true;
    this.#timer.orphaned();
    if (this.#sender.isEstablished) this.#sender.writeFlag('fin');
    else this.abort();
  }

  /** Forgets the connection; whatever still comes is answered with a reset. */
  abort(): void {
    this.#dead = true;
    this.wake(null);
  }

  receive(segment: Segment): void {
    if (this.#dead) return this.#reset(segment);
    if (segment.kind === 'reset') return this.#die();
    if (segment.kind === 'data' && this.#closed && this.#stack.resetsWhenClosed && segment.to > this.#receiver.next) {
      this.#reset(segment);
      return this.#die();
    }
    if (segment.ack !== null) this.#sender.acknowledge(segment.ack, segment.from === segment.to);
    if (segment.to > segment.from) this.#take(segment);
  }

  #take(segment: Segment): void {
    if (segment.kind === 'fin') this.#finishAt = segment.to;
    const outcome = this.#receiver.take(segment);
    if (outcome === 'duplicate' && segment.kind === 'syn' && !this.#sender.isEstablished) return this.#sender.resendFirst();
    this.#acknowledgementOwed = true;
    if (outcome === 'advanced') this.#progress();
    // What the program answered at once has carried it already.
    if (this.#acknowledgementOwed && !this.#dead) this.#send('ack', this.#sender.end, this.#sender.end, null);
  }

  #progress(): void {
    if (!this.#established) {
      this.#established = true;
      this.#events.onEstablished();
    }
    this.#events.onArrived(this.#receiver.next);
    if (this.#finished || this.#finishAt === null || this.#receiver.next < this.#finishAt) return;
    this.#finished = true;
    this.#events.onFinished();
  }

  #reset({ kind }: Segment): void {
    if (kind !== 'reset') this.#events.transmit({ kind: 'reset', from: 0, to: 0, ack: null }, null);
  }

  #die(): void {
    this.abort();
    this.#events.onDead();
  }

  #send(kind: SegmentKind, from: number, to: number, resend: Resend | null): void {
    this.#acknowledgementOwed = false;
    this.#events.transmit({ kind, from, to, ack: this.#receiver.next === 0 ? null : this.#receiver.next }, resend);
  }

  // What its sending half asks for.

  transmit({ kind, from, to }: { readonly kind: SegmentKind; readonly from: number; readonly to: number }, resend: Resend | null): void {
    this.#send(kind, from, to, resend);
  }

  wake(at: Microseconds | null): void {
    if (this.#alarm !== null) this.#run.queue.cancel(this.#alarm);
    this.#alarm = at === null || this.#dead ? null : this.#run.queue.at(at, () => this.#sender.expire());
  }

  giveUp(): void {
    this.#die();
  }

  now(): Microseconds {
    return this.#run.now;
  }
}
