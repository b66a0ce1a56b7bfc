// Against the coder of Node, which is strict too, and the few points in which MQTT is stricter.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8Into, utf8Fault, utf8Length } from './utf8.ts';

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  expect(encodeUtf8Into(text, bytes, 0)).toBe(bytes.length);
  return bytes;
}

test('text of all planes, there and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const bytes = new TextEncoder().encode(text);
      if (text.includes('\0')) {
        expect(utf8Length(text)).toBe(-1);
        expect(decodeUtf8(bytes, 0, bytes.length)).toBeUndefined();
      } else {
        expect(Buffer.compare(encodeUtf8(text), bytes)).toBe(0);
        expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text);
      }
    }),
    { seed: 154, numRuns: 5_000 },
  );
});

test('any bytes are judged as Node judges them, but for U+0000', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lead = fc.constantFrom(0xc0, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5);
  const likely = fc.array(fc.oneof(lead, fc.integer({ min: 0x7e, max: 0xc1 }), fc.integer({ min: 0, max: 0xff })), { maxLength: 6 });
  fc.assert(
    fc.property(likely, (array) => {
      const bytes = Uint8Array.from(array);
      let expected: string | undefined;
      try {
        expected = bytes.includes(0) ? undefined : strict.decode(bytes);
      } catch {
        expected = undefined;
      }
      expect(decodeUtf8(bytes, 0, bytes.length)).toBe(expected);
      if (expected !== undefined) return;
      const { offset, nul } = utf8Fault(bytes, 0, bytes.length);
      expect(decodeUtf8(bytes, 0, offset)).toBeDefined();
      expect(nul).toBe(bytes[offset] === 0);
    }),
    { seed: 153, numRuns: 20_000 },
  );
});

test.each([
  ['80', 'a continuation byte alone'],
  ['c3', 'a sequence cut short'],
  ['c0 80', 'U+0000 in two bytes'],
  ['e0 80 af', 'an over-long slash'],
  ['f0 80 80 af', 'a longer one'],
  ['ed a0 80', 'the lowest surrogate'],
  ['ed bf bf', 'the highest surrogate'],
  ['f4 90 80 80', 'one above U+10FFFF'],
  ['fe', 'no lead byte'],
])('%s is refused: %s', (hex) => {
  const bytes = bytesOf(hex);
  expect(decodeUtf8(bytes, 0, bytes.length)).toBeUndefined();
  expect(utf8Fault(bytes, 0, bytes.length)).toEqual({ offset: 0, nul: false });
});

test('U+FEFF is kept, at the front too', () => {
  expect(decodeUtf8(bytesOf('efbbbf 61'), 0, 4)).toBe('\uFEFFa');
});

test('noncharacters and control characters are allowed', () => {
  expect(decodeUtf8(bytesOf('01 efbfbf'), 0, 4)).toBe('\u0001\uFFFF');
});

test('half a surrogate pair cannot be sent', () => {
  for (const text of ['\uD800', 'a\uDC00', '\uD800\uD800\uDC00', '\uDBFFx']) expect(utf8Length(text)).toBe(-1);
});

test('texts of the longest length', () => {
  for (const text of ['a'.repeat(65_535), 'é'.repeat(32_767), '€'.repeat(21_845), '😀'.repeat(16_383)]) {
    const bytes = encodeUtf8(text);
    expect(decodeUtf8(bytes, 0, bytes.length) === text).toBe(true);
  }
});
