// A failure that the person at the keyboard can mend: its message stands alone, without a stack.

export class BuildFailure extends Error {}

/** @param {unknown} error */
export function reason(error) {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message ? `${error.message} (${cause.message})` : error.message;
}
