// In what two packets differ that read the same in one line: one of their bytes, or their length.
import type { RunEvent } from '#simulations';
import type { RunDifference } from '#simulations/worker';

/** `at`: the first byte that differs, from 1; `null`: the shorter one is the beginning of the longer one. */
export interface PacketDifference {
  readonly at: number | null;
  readonly a: string;
  readonly b: string;
  readonly lengths: readonly [number, number];
}

function bytesOf(event: RunEvent | null): Uint8Array | null {
  return event?.kind === 'packetSent' ? event.bytes : null;
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, '0').toUpperCase();
}

/** Where what the remaining length counts begins. [v3.1.1 2.2.3] */
function bodyFrom(bytes: Uint8Array): number {
  let place = 1;
  while (place < bytes.length && (bytes[place] ?? 0) >= 0x80) place++;
  return place + 1;
}

/** `null`: they are not two packets, or the same ones. The remaining length is left out: it only counts what differs after it. */
export function packetDifference({ a, b }: RunDifference): PacketDifference | null {
  const [one, other] = [bytesOf(a), bytesOf(b)];
  if (one === null || other === null) return null;
  const lengths = [one.length, other.length] as const;
  const body = bodyFrom(one);
  const shared = Math.min(one.length, other.length);
  for (let place = 0; body === bodyFrom(other) && place < shared; place++) {
    const counts = place > 0 && place < body;
    if (!counts && one[place] !== other[place]) return { at: place + 1, a: hex(one[place]), b: hex(other[place]), lengths };
  }
  return one.length === other.length ? null : { at: null, a: '', b: '', lengths };
}
