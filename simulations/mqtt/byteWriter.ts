// Writes the fields of a packet in order into memory that grows as needed and is used again for the next packet. Values out
// of range are our own mistakes: asserted, because a caller of the encoder builds the packet itself.
import { AssertionError } from '../engine/assert.ts';
import { MAXIMUM_REMAINING_LENGTH } from './packet.ts';
import { encodeUtf8Into, utf8Length } from './utf8.ts';

/** Room before the body for the fixed header: a byte and up to four of Remaining Length. */
const HEADER = 5;
/** Memory above this is given back after the packet, so that one large message does not cost for ever. Bytes. */
const KEPT = 65_536;

export class ByteWriter {
  private bytes = new Uint8Array(1_024);
  private position = HEADER;

  /** Forgets what was written. */
  start(): void {
    if (this.bytes.length > KEPT) this.bytes = new Uint8Array(1_024);
    this.position = HEADER;
  }

  /** The packet: `firstByte`, the Remaining Length, and all that was written. A copy of its own. */
  finish(firstByte: number): Uint8Array {
    let length = this.position - HEADER;
    if (length > MAXIMUM_REMAINING_LENGTH) refuse(`the packet is too large: Remaining Length ${length}`);
    const start = HEADER - 1 - variableByteIntegerLength(length);
    this.bytes[start] = firstByte;
    for (let at = start + 1; at < HEADER; at++) {
      this.bytes[at] = (length & 0x7f) | (at + 1 < HEADER ? 0x80 : 0);
      length >>>= 7;
    }
    return this.bytes.slice(start, this.position);
  }

  byte(value: number, name: string): void {
    assertInteger(value, 0xff, name);
    this.reserve(1);
    this.bytes[this.position++] = value;
  }

  twoByteInteger(value: number, name: string): void {
    assertInteger(value, 0xffff, name);
    this.reserve(2);
    this.bytes[this.position++] = value >> 8;
    this.bytes[this.position++] = value & 0xff;
  }

  fourByteInteger(value: number, name: string): void {
    assertInteger(value, 0xffff_ffff, name);
    this.twoByteInteger(Math.floor(value / 0x10000), name);
    this.twoByteInteger(value % 0x10000, name);
  }

  variableByteInteger(value: number, name: string): void {
    assertInteger(value, MAXIMUM_REMAINING_LENGTH, name);
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80, name);
      rest >>>= 7;
    }
    this.byte(rest, name);
  }

  utf8String(text: string, name: string): void {
    const length = utf8Length(text);
    if (length < 0) refuse(`${name} holds U+0000 or half a surrogate pair`);
    if (length > 0xffff) refuse(`${name} is longer than 65,535 bytes`);
    this.twoByteInteger(length, name);
    this.reserve(length);
    this.position = encodeUtf8Into(text, this.bytes, this.position);
  }

  binaryData(data: Uint8Array, name: string): void {
    if (data.length > 0xffff) refuse(`${name} is longer than 65,535 bytes`);
    this.twoByteInteger(data.length, name);
    this.raw(data);
  }

  packetId(id: number | undefined): void {
    this.twoByteInteger(id === undefined || id === 0 ? refuse('a Packet Identifier of 1 to 65535 is required') : id, 'Packet Identifier');
  }

  raw(data: Uint8Array): void {
    this.reserve(data.length);
    this.bytes.set(data, this.position);
    this.position += data.length;
  }

  /** Writes what `body` writes behind its length as a variable byte integer. */
  withLength(name: string, body: () => void): void {
    const start = this.position;
    this.byte(0, name);
    body();
    const length = this.position - start - 1;
    const lengthBytes = variableByteIntegerLength(length);
    this.reserve(lengthBytes - 1);
    this.bytes.copyWithin(start + lengthBytes, start + 1, this.position);
    this.position = start;
    this.variableByteInteger(length, name);
    this.position += length;
  }

  private reserve(count: number): void {
    const needed = this.position + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.position));
    this.bytes = larger;
  }
}

function variableByteIntegerLength(value: number): 1 | 2 | 3 | 4 {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : 4;
}

function assertInteger(value: number, highest: number, name: string): void {
  if (!Number.isInteger(value) || value < 0 || value > highest) refuse(`${name} is not a whole number of 0 to ${highest}: ${value}`);
}

/** Our own mistake. Not `assert`, whose message would be put together for every field that is right, too. */
export function refuse(message: string): never {
  throw new AssertionError(message);
}
