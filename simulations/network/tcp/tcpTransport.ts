// MQTT's usual transport: loss takes segments, whichever they are, and TCP sends them again until they arrive or one end gives the connection up. So loss shows as delay,
// and what never arrives are the packets that were under way when a connection died. A pulled cable leaves it half-open: nobody is told.
// A packet is told at its sending with its true arrival: its event keeps its place until that is known (`toldEvents.ts`). Resent segments are events of their own.
import type { Direction } from '../../events.ts';
import type { Run } from '../../run.ts';
import type { Lane } from '../link.ts';
import type { Connection, ConnectionEnds, Transport } from '../transport.ts';
import { lineBytes, type Segment } from './segment.ts';
import type { Resend } from './sendingHalf.ts';
import type { TcpStack } from './stacks.ts';
import { TcpConnection } from './tcpConnection.ts';

export interface TcpLink {
  readonly name: string;
  readonly address: string;
  /** By the direction in which each sends. */
  readonly stacks: Readonly<Record<Direction, TcpStack>>;
}

export interface SegmentPassage {
  readonly resend: Resend | null;
  /** Whatever chance and cable say. */
  readonly vanishes: boolean;
  readonly arrive: () => void;
  readonly vanish: () => void;
}

export class TcpTransport implements Transport {
  readonly run: Run;
  readonly lanes: Readonly<Record<Direction, Lane>>;
  readonly address: string;
  readonly stacks: Readonly<Record<Direction, TcpStack>>;
  readonly #name: string;
  #cableOut = false;

  constructor(run: Run, lanes: Readonly<Record<Direction, Lane>>, { name, address, stacks }: TcpLink) {
    this.run = run;
    this.lanes = lanes;
    this.address = address;
    this.stacks = stacks;
    this.#name = name;
  }

  get cableOut(): boolean {
    return this.#cableOut;
  }

  connect(ends: ConnectionEnds): Connection {
    return new TcpConnection(this, ends);
  }

  pullCable(): void {
    this.#cableOut = true;
  }

  plugCable(): void {
    this.#cableOut = false;
  }

  carry(direction: Direction, segment: Segment, { resend, vanishes, arrive, vanish }: SegmentPassage): void {
    const { run } = this;
    if (resend !== null) {
      const { cause, count } = resend;
      const carried = segment.kind === 'data' ? segment.to - segment.from : 0;
      run.tell({ kind: 'segmentResent', at: run.now, client: this.#name, direction, segment: segment.kind, carried, count, cause });
    }
    const passage = this.lanes[direction].pass(run.now, lineBytes(segment), { spared: false });
    run.queue.at(passage.endsAt, passage.lost || vanishes || this.#cableOut ? vanish : arrive);
  }
}
