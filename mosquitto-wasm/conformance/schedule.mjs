// Runs the tests side by side, as upstream's own parallel runner does: each on ports that no other uses meanwhile.
// Those that measure time come last, one by one.
import { claimDefaultPort, DEFAULT_PORT } from './ports.mjs';

/**
 * @typedef {{ name: string, passed: boolean, seconds: number, output: string }} Result
 * @param {{ tests: { name: string, ports: number, needsDefaultPort: boolean, alone: boolean }[], ports: number[], jobs: number,
 *   run: (test: { name: string, ports: number[] }) => Promise<Result>, onResult: (result: Result) => void }} options
 * @returns {Promise<void>} settles when the last test has
 */
export async function runAll({ tests, ports, jobs, run, onResult }) {
  const queue = tests.filter(({ alone }) => !alone);
  const free = [...ports];

  const runAtDefaultPort = async (name) => {
    const release = await claimDefaultPort();
    if (release === null) return { name, passed: false, seconds: 0, output: `It needs port ${DEFAULT_PORT}, which another program has.\n` };
    const result = await run({ name, ports: [DEFAULT_PORT] });
    await release();
    return result;
  };

  const runOne = async ({ name, ports: count, needsDefaultPort }) => {
    if (needsDefaultPort) return runAtDefaultPort(name);
    const taken = free.splice(0, count);
    const result = await run({ name, ports: taken });
    free.push(...taken);
    return result;
  };

  const worker = async () => {
    for (let test = queue.shift(); test !== undefined; test = queue.shift()) onResult(await runOne(test));
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const test of tests) if (test.alone) onResult(await runOne(test));
}
