// npm run conformance: upstream's own broker tests against this package's command line.
// What is left out stands in leftOut.json, what is known to fail in known.json, each with its reason. A test gets one try.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureSource } from '../build/source.mjs';
import { readOptions, USAGE } from './options.mjs';
import { claimPorts } from './ports.mjs';
import { reportResult, reportRun } from './report.mjs';
import { endRunning, runTest } from './runTest.mjs';
import { runAll } from './schedule.mjs';
import { listTests, readKnown, readLeftOut } from './tests.mjs';
import { makeWorkspace } from './workspace.mjs';

const PYTHON = 'python3';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const hasPython = () =>
  promisify(execFile)(PYTHON, ['--version']).then(
    () => true,
    () => false,
  );

/** Each test that is run takes at most two. */
const PORTS_A_TEST = 2;

async function conform({ only, native, json, jobs }) {
  const source = await ensureSource();
  const { run: all } = await listTests(resolve(source, 'test', 'broker'));
  const tests = only === null ? all : all.filter(({ name }) => only.test(name));
  if (tests.length === 0) throw new Error(`no test has a name like ${only}`);
  const broker = native === null ? [process.execPath, here('../bin/mosquitto-wasm.mjs')] : [resolve(native)];
  const { ports, release } = await claimPorts(PORTS_A_TEST * jobs);
  const workspace = await makeWorkspace({ source, scratch: here('../.cache/conformance'), broker });
  const results = [];
  // The tests have process groups of their own: a Ctrl-C here does not reach them.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      endRunning();
      workspace.remove().finally(() => process.exit(130));
    });
  }
  try {
    await runAll({
      tests,
      ports,
      jobs,
      run: (test) => runTest({ python: PYTHON, folder: workspace.folder, ...test }),
      onResult: (result) => {
        results.push(result);
        reportResult(result);
      },
    });
  } finally {
    await workspace.remove();
    await release();
  }
  const baseline = JSON.parse(await readFile(here('./baseline.json'), 'utf8'));
  const [known, leftOut] = [await readKnown(), await readLeftOut()];
  const asked = new Set(tests.map(({ name }) => name));
  const { good, counts } = reportRun({
    results,
    known: known.filter(({ test }) => asked.has(test)),
    leftOut,
    baseline,
    native: native !== null,
    whole: only === null,
  });
  if (json !== null) await writeFile(json, JSON.stringify(counts));
  return good;
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!(await hasPython())) {
    process.stdout.write(`Conformance: skipped. Upstream's tests are Python programs and no ${PYTHON} is on the path: install Python 3.\n`);
    return process.env.CI === 'true' ? 1 : 0;
  }
  return (await conform(options)) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`Conformance: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
