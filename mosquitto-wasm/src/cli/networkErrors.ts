// What the operating system says about a port, in the words that Mosquitto prints (those of C's strerror).
import { getSystemErrorMap } from 'node:util';

const WORDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Address already in use',
  EADDRNOTAVAIL: 'Cannot assign requested address',
  EACCES: 'Permission denied',
  EAFNOSUPPORT: 'Address family not supported by protocol',
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

export function describeNetworkError(error: unknown): string {
  if (!isSystemError(error)) return String(error);
  const known = WORDS[error.code ?? ''];
  if (known !== undefined) return known;
  const text = error.errno === undefined ? undefined : getSystemErrorMap().get(error.errno)?.[1];
  return text ?? error.message;
}

/**
 * The machine has no such kind of address at all, as a container without IPv6: upstream warns and goes on.
 * @param everyAddress the address was that for every one of its kind
 */
export const isMissingFamily = (error: unknown, everyAddress: boolean): boolean =>
  isSystemError(error) && (error.code === 'EAFNOSUPPORT' || (everyAddress && error.code === 'EADDRNOTAVAIL'));
