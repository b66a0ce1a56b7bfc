// UTF-8 as MQTT wants it: well formed, no surrogates, no U+0000; U+FEFF is a character like any other.
// [v3.1.1 §1.5.3] [v5.0 §1.5.4] Own code because neither TextEncoder nor Buffer belongs to the language itself.
import { assert } from '../engine/assert.ts';

/** Strings above this many bytes are built in pieces, because a function call takes only so many arguments. */
const PIECE = 4_096;
/** Up to this many ASCII characters, appending one by one is quicker than a call with an array (measured in V8). */
const SHORT = 24;

/**
 * Length of the well-formed sequence that starts at `at`, 1 to 4 bytes; 0 when what stands there is not allowed: a stray or
 * missing continuation byte, an over-long form, a surrogate, a value above U+10FFFF, or U+0000.
 */
function sequenceLength(bytes: Uint8Array, at: number, end: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first === 0 ? 0 : 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + length > end) return 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let value = first & (0x7f >> length);
  for (let i = 1; i < length; i++) value = (value << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return value;
}

function decodeAscii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  if (end - start <= SHORT) {
    for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0);
    return text;
  }
  for (let at = start; at < end; at += PIECE) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(at + PIECE, end)) as unknown as number[]);
  }
  return text;
}

/** The text in `bytes` from `start` to before `end`, or `undefined` when it is not what MQTT allows (see `utf8Fault`). */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  let ascii = true;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return undefined;
    if (byte > 0x7f) {
      ascii = false;
      break;
    }
  }
  if (ascii) return decodeAscii(bytes, start, end);
  let text = '';
  let points: number[] = [];
  for (let at = start; at < end; ) {
    const length = sequenceLength(bytes, at, end);
    if (length === 0) return undefined;
    points.push(codePoint(bytes, at, length));
    at += length;
    if (points.length === PIECE) {
      text += String.fromCodePoint(...points);
      points = [];
    }
  }
  return text + String.fromCodePoint(...points);
}

/** Offset of the first byte that is not allowed, and whether it is U+0000; only for text that `decodeUtf8` refused. */
export function utf8Fault(bytes: Uint8Array, start: number, end: number): { readonly offset: number; readonly nul: boolean } {
  let at = start;
  for (let length = 1; at < end && length > 0; at += length) length = sequenceLength(bytes, at, end);
  return { offset: at, nul: bytes[at] === 0 };
}

/** Bytes that `text` takes, or -1 when MQTT cannot carry it: a lone surrogate or U+0000 in it. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) return -1;
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (unit < 0xd800 || unit > 0xdfff) length += 3;
    else {
      const next = text.charCodeAt(i + 1);
      if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return -1;
      length += 4;
      i++;
    }
  }
  return length;
}

/** Writes `text`, for which `utf8Length` gave a length, into `target` at `at`; gives the offset after it. */
export function encodeUtf8Into(text: string, target: Uint8Array, at: number): number {
  let position = at;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      target[position++] = unit;
      continue;
    }
    if (unit < 0x800) {
      target[position++] = 0xc0 | (unit >> 6);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      target[position++] = 0xe0 | (unit >> 12);
      target[position++] = 0x80 | ((unit >> 6) & 0x3f);
    } else {
      const point = 0x10000 + ((unit & 0x3ff) << 10) + (text.charCodeAt(++i) & 0x3ff);
      target[position++] = 0xf0 | (point >> 18);
      target[position++] = 0x80 | ((point >> 12) & 0x3f);
      target[position++] = 0x80 | ((point >> 6) & 0x3f);
      target[position++] = 0x80 | (point & 0x3f);
      continue;
    }
    target[position++] = 0x80 | (unit & 0x3f);
  }
  return position;
}

/** `text` as bytes. Our own texts only: throws where MQTT cannot carry it. */
export function encodeUtf8(text: string): Uint8Array {
  const length = utf8Length(text);
  assert(length >= 0, 'a text that MQTT cannot carry');
  const bytes = new Uint8Array(length);
  encodeUtf8Into(text, bytes, 0);
  return bytes;
}
