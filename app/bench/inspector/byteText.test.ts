import { expect, it } from 'vitest';
import { bitsOf, characterOf, codeOf, hexText, textOf } from './byteText.ts';

it('writes bytes as hexadecimal, codes and bits', () => {
  expect(hexText(Uint8Array.of(0, 10, 255))).toBe('00 0a ff');
  expect([codeOf(0), codeOf(0x8e)]).toEqual(['0x00', '0x8E']);
  expect([bitsOf(1, 2), bitsOf(3, 4), bitsOf(0, 1)]).toEqual(['01', '0011', '0']);
});

it('shows the characters that can be seen', () => {
  expect([0x20, 0x41, 0x7e, 0x7f, 0x0a, 0xc3].map(characterOf)).toEqual([' ', 'A', '~', null, null, null]);
});

it('takes for text only what is text', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  expect(textOf(encode('{"t": 21.5}\n'))).toBe('{"t": 21.5}\n');
  expect(textOf(encode('é 🌡'))).toBe('é 🌡');
  expect(textOf(Uint8Array.of(0x61, 0x00))).toBeNull();
  expect(textOf(Uint8Array.of(0xff, 0xfe))).toBeNull();
});
