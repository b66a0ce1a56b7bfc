// Bytes as people read them: hexadecimal, binary, and as characters where they are some.

/** Two hexadecimal digits, as `3f`. */
export function hexOf(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** All bytes, parted by spaces. */
export function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, hexOf).join(' ');
}

/** `0x8E`: how reason codes and identifiers are written. */
export function codeOf(value: number): string {
  return `0x${hexOf(value).toUpperCase()}`;
}

/** `width` binary digits. */
export function bitsOf(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}

/** The ASCII character of a byte; `null` where it has none that can be seen. */
export function characterOf(byte: number): string | null {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : null;
}

const CONTROL_CHARACTER = /(?![\t\n\r])\p{Cc}/u;

/** The bytes as text; `null` where they are none: not UTF-8, or with control characters in it. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return CONTROL_CHARACTER.test(text) ? null : text;
  } catch {
    return null;
  }
}
