// Passwords as mosquitto_passwd writes them: `$6$salt$hash` is SHA-512 over password and salt, `$7$iterations$salt$hash` is
// PBKDF2 with HMAC-SHA-512 (RFC 8018 section 5.2); salt and hash in Base64.

import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha512 } from '@noble/hashes/sha2.js';

const SALT_BYTES = 12;
const HASH_BYTES = 64;
const STORED = /^\$(?:6|7\$([1-9]\d{0,8}))\$([A-Za-z0-9+/]+=*)\$([A-Za-z0-9+/]+=*)$/;

function decode(text: string, length: number): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return bytes.length === length ? bytes : null;
  } catch {
    return null;
  }
}

function hash(password: Uint8Array, salt: Uint8Array, iterations: string | undefined): Uint8Array {
  if (iterations !== undefined) return pbkdf2(sha512, password, salt, { c: Number(iterations), dkLen: HASH_BYTES });
  return sha512(Uint8Array.from([...password, ...salt]));
}

/**
 * @param stored a line's password in a password file
 * @param given what a client sent
 * @returns whether they agree; `null` when `stored` is no hash
 */
export function agreesWithHash(stored: string, given: Uint8Array): boolean | null {
  const [, iterations, saltText = '', hashText = ''] = STORED.exec(stored) ?? [];
  const salt = decode(saltText, SALT_BYTES);
  const expected = decode(hashText, HASH_BYTES);
  if (salt === null || expected === null) return null;
  const actual = hash(given, salt, iterations);
  let different = 0;
  for (const [index, byte] of actual.entries()) different |= byte ^ (expected[index] ?? 0);
  return different === 0;
}
