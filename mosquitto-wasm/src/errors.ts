// The one error class of the package. Its code tells what a caller can do about it.

import type { BrokerErrorCode } from './api.js';

export class BrokerError extends Error {
  readonly code: BrokerErrorCode;
  /** The line of the configuration that Mosquitto named, 1 for the first; `undefined` where it named none. */
  readonly line: number | undefined;

  constructor(code: BrokerErrorCode, message: string, more: { readonly line?: number | undefined; readonly cause?: unknown } = {}) {
    super(message, 'cause' in more ? { cause: more.cause } : undefined);
    this.name = 'BrokerError';
    this.code = code;
    this.line = more.line;
  }
}
