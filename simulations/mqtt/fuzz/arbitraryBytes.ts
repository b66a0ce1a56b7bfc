// Random bytes that get far into a decoder: a likely first byte and a length that fits, and packets with a few wounds.
import fc from 'fast-check';

/** A fixed header's Remaining Length in as few bytes as it takes. */
export function remainingLength(length: number): readonly number[] {
  return length < 0x80 ? [length] : [(length & 0x7f) | 0x80, ...remainingLength(length >>> 7)];
}

/** `body` behind `firstByte` and a Remaining Length that fits. */
export function framed(firstByte: number, body: Iterable<number>): Uint8Array {
  const bytes = [...body];
  return Uint8Array.from([firstByte, ...remainingLength(bytes.length), ...bytes]);
}

/** Noise behind a fixed header that fits it. */
export const arbitraryNoise: fc.Arbitrary<Uint8Array> = fc
  .tuple(fc.integer({ min: 0, max: 0xff }), fc.uint8Array({ maxLength: 60 }))
  .map(([firstByte, body]) => framed(firstByte, body));

interface Wound {
  readonly kind: 'flip' | 'set' | 'insert' | 'remove' | 'repeat' | 'cut';
  /** Where, as a share of the length: 0 to 1. */
  readonly place: number;
  readonly value: number;
}

export const arbitraryWounds: fc.Arbitrary<readonly Wound[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'flip', 'set', 'set', 'insert', 'remove', 'repeat', 'cut'),
    // Even over the packet: a double would crowd at its front.
    place: fc.noBias(fc.integer({ min: 0, max: 9_999 })).map((share) => share / 10_000),
    value: fc.integer({ min: 0, max: 0xff }),
  }),
  { minLength: 1, maxLength: 2 },
);

function wound(bytes: number[], { kind, place, value }: Wound): void {
  const at = Math.min(bytes.length - 1, Math.floor(place * bytes.length));
  if (at < 0) return;
  const old = bytes[at] ?? 0;
  if (kind === 'flip') bytes[at] = old ^ (1 << (value & 7));
  else if (kind === 'set') bytes[at] = value;
  else if (kind === 'insert') bytes.splice(at, 0, value);
  else if (kind === 'remove') bytes.splice(at, 1 + (value & 3));
  else if (kind === 'repeat') bytes.splice(at, 0, ...bytes.slice(at, at + 1 + (value & 15)));
  else bytes.length = at;
}

/** The packet with its wounds; with `refit` the Remaining Length is made to fit again, so that a decoder goes on to the body. */
export function malform(packet: Uint8Array, wounds: readonly Wound[], refit: boolean): Uint8Array {
  let lengthBytes = 1;
  while ((packet[lengthBytes] ?? 0) >= 0x80) lengthBytes++;
  const bytes = [...packet];
  if (!refit) {
    for (const one of wounds) wound(bytes, one);
    return Uint8Array.from(bytes);
  }
  const body = [bytes[0] ?? 0, ...bytes.slice(1 + lengthBytes)];
  for (const one of wounds) wound(body, one);
  return framed(body[0] ?? 0, body.slice(1));
}
