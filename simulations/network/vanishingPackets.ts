// The chapter's transport: loss takes whole MQTT packets, and the byte streams stay well formed. TCP is reduced to its delays: a round trip to open, half of one to
// learn of the end. A packet's fate is known when it is sent.
import type { BrokerConnection } from '../broker/runBroker.ts';
import { fromMilliseconds } from '../engine/time.ts';
import type { Direction } from '../events.ts';
import type { Run } from '../run.ts';
import type { Lane } from './link.ts';
import type { Connection, ConnectionEnds, Load, Transport } from './transport.ts';

/** A SYN without an answer is sent again, here after a second each time. [RFC 6298 §2.1, without its back-off] */
const SYN_AGAIN = fromMilliseconds(1_000);

export class VanishingPackets implements Transport {
  readonly run: Run;
  readonly lanes: Readonly<Record<Direction, Lane>>;
  readonly address: string;
  cableOut = false;

  constructor(run: Run, lanes: Readonly<Record<Direction, Lane>>, address: string) {
    this.run = run;
    this.lanes = lanes;
    this.address = address;
  }

  connect(ends: ConnectionEnds): Connection {
    return new VanishingConnection(this, ends);
  }

  pullCable(): void {
    this.cableOut = true;
  }

  plugCable(): void {
    this.cableOut = false;
  }
}

class VanishingConnection implements Connection {
  readonly #link: VanishingPackets;
  readonly #ends: ConnectionEnds;
  /** The broker's side; `null` until it has accepted. */
  #broker: BrokerConnection | null = null;
  #closed = false;
  #abandoned = false;
  /** It broke on its way: what is sent from now on vanishes, until both ends know. */
  #cut = false;

  constructor(link: VanishingPackets, ends: ConnectionEnds) {
    this.#link = link;
    this.#ends = ends;
    this.#synchronise();
  }

  /** SYN there, SYN-ACK back. The broker accepts when the SYN arrives. Without a cable the SYN is tried again until there is one. */
  #synchronise(): void {
    if (this.#closed) return;
    const { run, lanes, address } = this.#link;
    if (this.#link.cableOut) {
      run.after(SYN_AGAIN, () => this.#synchronise(), { background: true });
      return;
    }
    run.queue.at(lanes.uplink.signal(run.now), () => {
      this.#broker = run.broker.connect(address);
      if (this.#broker === null) return this.#endReaches();
      this.#broker.onData = this.#ends.onBrokerData;
      this.#broker.onClose = () => this.#endReaches();
      run.queue.at(lanes.downlink.signal(run.now), this.#ends.onOpen);
    });
  }

  send(direction: Direction, { bytes, spared, onDecided, onEnd }: Load): void {
    const { run, lanes } = this.#link;
    const passage = lanes[direction].pass(run.now, bytes, { spared });
    const noTaker = direction === 'downlink' && this.#abandoned;
    const lost = passage.lost || this.#link.cableOut || this.#cut || noTaker;
    onDecided({ endsAt: passage.endsAt, lost });
    run.queue.at(passage.endsAt, () => {
      onEnd(lost);
      if (noTaker) this.#finishUplink();
    });
  }

  giveToBroker(bytes: Uint8Array): void {
    this.#broker?.send(bytes);
  }

  /** With the cable out the FIN never arrives: the broker's side stays open. */
  close(): void {
    this.#closed = true;
    this.#finishUplink();
  }

  abandon(): void {
    this.#closed = true;
    this.#abandoned = true;
  }

  cut(): void {
    if (this.#link.cableOut) return;
    this.#cut = true;
    this.#finishUplink();
    this.#endReaches();
  }

  #finishUplink(): void {
    const { run, lanes, cableOut } = this.#link;
    if (cableOut) return;
    run.queue.at(lanes.uplink.signal(run.now), () => this.#broker?.close());
  }

  /** The broker ended the connection, or would not have it: the client learns so after all that was sent before. */
  #endReaches(): void {
    const { run, lanes, cableOut } = this.#link;
    if (cableOut) return;
    run.queue.at(lanes.downlink.signal(run.now), this.#ends.onLost);
  }
}
