// Cuts a byte stream into packets: chunks may hold several packets, or a part of one. [v3.1.1 §2.2.3] [v5.0 §2.1.4]
// Each packet is decoded as soon as its last byte is there; nothing is ever waited for longer than the limit allows.
import { assert } from '../engine/assert.ts';
import { type DecodeResult, decode } from './decode.ts';
import type { ProtocolVersion } from './packet.ts';
import { decodeError, type ProblemCode } from './problems.ts';

/** A packet of the stream, or what stood in its place. */
export interface StreamPacket {
  /** Raw bytes of the packet; of an error in the length itself only the bytes seen so far. */
  readonly bytes: Uint8Array;
  /** Where it begins in the stream. Bytes. */
  readonly offset: number;
  readonly result: DecodeResult;
}

export interface PacketReader {
  /**
   * Takes the next bytes of the stream and gives the packets that they complete, in order. Packets that lie whole in `chunk`
   * share its memory, so it must not be written to again.
   */
  push(chunk: Uint8Array): readonly StreamPacket[];
  /** The version in use; `undefined` before the CONNECT that tells it. */
  readonly version: ProtocolVersion | undefined;
  /** Bytes of an unfinished packet held back. */
  readonly waitingBytes: number;
  /** The stream cannot be cut any further, because a length is malformed or over the limit; `push` gives nothing more. */
  readonly broken: boolean;
}

interface Extent {
  /** Bytes of the whole packet; 0 while its length is not all there. */
  readonly total: number;
  readonly problem?: ProblemCode;
}

/** How far the packet at `start` reaches, from its fixed header. */
function extentAt(bytes: Uint8Array, start: number, end: number, limitBytes: number): Extent {
  let length = 0;
  for (let i = 1; i <= 4; i++) {
    const byte = bytes[start + i];
    if (start + i >= end || byte === undefined) return { total: 0 };
    length += (byte & 0x7f) * 2 ** (7 * (i - 1));
    if (byte >= 0x80) continue;
    const total = 1 + i + length;
    return total > limitBytes ? { total, problem: 'packetTooLarge' } : { total };
  }
  return { total: 0, problem: 'variableByteIntegerTooLong' };
}

/** Bytes at the front of a stream whose packet is not complete; memory grows with what came, not with what is announced. */
class Waiting {
  private memory = new Uint8Array(256);
  length = 0;

  add(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.memory.length) {
      const larger = new Uint8Array(Math.max(this.memory.length * 2, this.length + bytes.length));
      larger.set(this.memory.subarray(0, this.length));
      this.memory = larger;
    }
    this.memory.set(bytes, this.length);
    this.length += bytes.length;
  }

  get bytes(): Uint8Array {
    return this.memory.subarray(0, this.length);
  }

  /** A copy of what waited, which is then forgotten. */
  take(): Uint8Array {
    const taken = this.memory.slice(0, this.length);
    this.length = 0;
    if (this.memory.length > 65_536) this.memory = new Uint8Array(256);
    return taken;
  }
}

class StreamReader implements PacketReader {
  version: ProtocolVersion | undefined;
  broken = false;
  private readonly limitBytes: number;
  private readonly waiting = new Waiting();
  /** Offset in the stream of the packet that comes next. */
  private offset = 0;

  constructor(version: ProtocolVersion | undefined, limitBytes: number) {
    this.version = version;
    this.limitBytes = limitBytes;
  }

  get waitingBytes(): number {
    return this.waiting.length;
  }

  push(chunk: Uint8Array): readonly StreamPacket[] {
    const packets: StreamPacket[] = [];
    let start = this.finishWaiting(chunk, packets);
    while (!this.broken && start < chunk.length) {
      const { total, problem } = extentAt(chunk, start, chunk.length, this.limitBytes);
      if (problem !== undefined) this.breakOff(chunk.subarray(start), problem, packets);
      else if (total === 0 || start + total > chunk.length) {
        this.waiting.add(chunk.subarray(start));
        break;
      } else {
        this.emit(chunk.subarray(start, start + total), packets);
        start += total;
      }
    }
    return packets;
  }

  /** Completes the packet that waits, as far as `chunk` reaches; gives how many bytes of it were used. */
  private finishWaiting(chunk: Uint8Array, packets: StreamPacket[]): number {
    let used = 0;
    while (this.waiting.length > 0 && used < chunk.length) {
      const known = extentAt(this.waiting.bytes, 0, this.waiting.length, this.limitBytes).total;
      // While the length itself is not whole, one byte at a time: at most four of them.
      const take = known === 0 ? 1 : Math.min(known - this.waiting.length, chunk.length - used);
      this.waiting.add(chunk.subarray(used, used + take));
      used += take;
      const { total, problem } = extentAt(this.waiting.bytes, 0, this.waiting.length, this.limitBytes);
      if (problem !== undefined) this.breakOff(this.waiting.take(), problem, packets);
      else if (total === this.waiting.length) this.emit(this.waiting.take(), packets);
    }
    return used;
  }

  private emit(bytes: Uint8Array, packets: StreamPacket[]): void {
    const isConnect = (bytes[0] ?? 0) >> 4 === 1;
    const result: DecodeResult =
      this.version === undefined && !isConnect
        ? { ok: false, error: decodeError('connectExpected', 0, '3.1.1') }
        : decode(bytes, this.version ?? '3.1.1');
    if (this.version === undefined && result.ok && result.packet.type === 'CONNECT') {
      this.version = result.packet.protocolLevel === 5 ? '5.0' : '3.1.1';
    }
    packets.push({ bytes, offset: this.offset, result });
    this.offset += bytes.length;
  }

  private breakOff(bytes: Uint8Array, problem: ProblemCode, packets: StreamPacket[]): void {
    this.broken = true;
    packets.push({ bytes, offset: this.offset, result: { ok: false, error: decodeError(problem, 1, this.version ?? '3.1.1') } });
  }
}

/**
 * A reader for one direction of one connection. `version`: that of the connection, or `'fromConnect'` to learn it from the
 * CONNECT that must then come first. `limitBytes`: the largest packet to take, fixed header included (2 to 268,435,460); a
 * larger one is an error before its bytes are collected. An error inside a packet does not stop the cutting: whether to
 * close the connection is the caller's decision.
 */
export function createPacketReader(version: ProtocolVersion | 'fromConnect', limitBytes: number): PacketReader {
  assert(limitBytes >= 2, `no packet is as small as ${limitBytes} bytes`);
  return new StreamReader(version === 'fromConnect' ? undefined : version, limitBytes);
}
