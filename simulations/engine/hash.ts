// Fingerprints: 32-bit FNV-1a lanes with a murmur finaliser. For naming things repeatably, not for secrets.

const PRIME = 0x01000193;

export function fnv1a(text: string, offsetBasis: number): number {
  let hash = offsetBasis | 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return scramble(hash);
}

/** Spreads every input bit over all 32 output bits. */
export function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** A running fingerprint of 64 bits over numbers, text and bytes. */
export class Fingerprint {
  #a = 0x811c9dc5 | 0;
  #b = 0x9e3779b9 | 0;

  addNumber(value: number): void {
    // Two halves, so that instants above 2^32 microseconds (72 minutes) count in full.
    this.#mix(value | 0);
    this.#mix(Math.floor(value / 0x1_0000_0000) | 0);
  }

  addText(text: string): void {
    this.#mix(text.length);
    for (let index = 0; index < text.length; index++) this.#mix(text.charCodeAt(index));
  }

  addBytes(bytes: Uint8Array): void {
    this.#mix(bytes.length);
    for (const byte of bytes) this.#mix(byte);
  }

  /** 16 hex digits. */
  toString(): string {
    return hex(scramble(this.#a)) + hex(scramble(this.#b));
  }

  #mix(value: number): void {
    this.#a = Math.imul(this.#a ^ value, PRIME);
    this.#b = Math.imul(this.#b ^ value ^ (this.#b >>> 15), 0x85ebca6b);
  }
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
