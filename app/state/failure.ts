// Why a promise of the laboratory was rejected, as the page tells it. Anything without a known code is the run's own failure.
import type { Problem } from '#simulations';
import type { LabErrorCode } from '#simulations/worker';

export interface Failure {
  readonly code: LabErrorCode;
  readonly message: string;
  /** What is wrong with the scenario, for `code` `scenario`. */
  readonly problems: readonly Problem[];
}

const CODES: readonly string[] = ['cancelled', 'scenario', 'run', 'worker'] satisfies LabErrorCode[];

function isCode(code: unknown): code is LabErrorCode {
  return typeof code === 'string' && CODES.includes(code);
}

export function failureOf(cause: unknown): Failure {
  const told: { code?: unknown; problems?: unknown } = typeof cause === 'object' && cause !== null ? cause : {};
  return {
    code: isCode(told.code) ? told.code : 'run',
    message: cause instanceof Error ? cause.message : String(cause),
    problems: Array.isArray(told.problems) ? (told.problems as Problem[]) : [],
  };
}
