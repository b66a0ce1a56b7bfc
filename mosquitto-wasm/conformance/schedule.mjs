// Runs the tests side by side, as upstream's own parallel runner does: each on ports that no other uses meanwhile.
// Those that measure time come last, one by one.
import { DEFAULT_PORT } from './ports.mjs';

/**
 * @typedef {{ name: string, passed: boolean, seconds: number, output: string }} Result
 * @param {{ tests: { name: string, ports: number, needsDefaultPort: boolean, alone: boolean }[], ports: number[], jobs: number,
 *   run: (test: { name: string, ports: number[] }) => Promise<Result>, onResult: (result: Result) => void }} options
 * @returns {Promise<void>} settles when the last test has
 */
export async function runAll({ tests, ports, jobs, run, onResult }) {
  const queue = tests.filter(({ alone }) => !alone);
  const hasDefault = ports.includes(DEFAULT_PORT);
  const others = ports.filter((port) => port !== DEFAULT_PORT);

  const runOne = async ({ name, ports: count, needsDefaultPort }) => {
    if (needsDefaultPort && !hasDefault) {
      return { name, passed: false, seconds: 0, output: `It needs port ${DEFAULT_PORT}, which another program has.\n` };
    }
    const taken = needsDefaultPort ? [DEFAULT_PORT] : others.splice(0, count);
    const result = await run({ name, ports: taken });
    if (!needsDefaultPort) others.push(...taken);
    return result;
  };

  const worker = async () => {
    for (let test = queue.shift(); test !== undefined; test = queue.shift()) onResult(await runOne(test));
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const test of tests) if (test.alone) onResult(await runOne(test));
}
