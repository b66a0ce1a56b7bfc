// The words after `npm run conformance --`.
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run conformance -- [--only PATTERN] [--native PATH] [--jobs N] [--json FILE]

  --only PATTERN  run the tests whose name contains PATTERN (a regular expression)
  --native PATH   run the same tests against a native mosquitto binary, for comparison
  --json FILE     also write the figures: { passed, failed, skipped }
  --jobs N        how many tests run side by side, 1 to 20 (default 6)
`;

/**
 * @param {string[]} argv
 * @returns {{ help: boolean, only: RegExp | null, native: string | null, json: string | null, jobs: number }}
 * @throws {Error} with a message for the caller when a word is not understood
 */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      only: { type: 'string' },
      native: { type: 'string' },
      json: { type: 'string' },
      jobs: { type: 'string', default: '6' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 20) throw new Error(`--jobs wants a whole number from 1 to 20, not "${values.jobs}"`);
  return {
    help: values.help ?? false,
    only: values.only === undefined ? null : new RegExp(values.only),
    native: values.native ?? null,
    json: values.json ?? null,
    jobs,
  };
}
