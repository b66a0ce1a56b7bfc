// The payload of a virtual device: the word "message" and the message's number, padded with zeros to the size asked for. ASCII.
import { assert } from '../engine/assert.ts';

const PREFIX = 'message ';
const ZERO = 0x30;
const NINE = 0x39;

/** Room for the prefix and seven digits. */
export const SMALLEST_PAYLOAD_BYTES = PREFIX.length + 7;

export function writePayload(message: number, bytes: number): Uint8Array {
  assert(bytes >= SMALLEST_PAYLOAD_BYTES, `payload too small: ${bytes}`);
  const text = PREFIX + String(message).padStart(bytes - PREFIX.length, '0');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The number at the end of a payload; `null` when it does not end in digits. */
export function readPayload(payload: Uint8Array): number | null {
  let value = 0;
  let factor = 1;
  let digits = 0;
  for (let index = payload.length - 1; index >= 0 && digits < 15; index--) {
    const byte = payload[index] ?? 0;
    if (byte < ZERO || byte > NINE) break;
    value += (byte - ZERO) * factor;
    factor *= 10;
    digits++;
  }
  return digits === 0 ? null : value;
}
