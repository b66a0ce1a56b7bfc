// npm test: everything that must hold, from a fresh clone on. Stops at the first step that fails and names it; ends with the count of all tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, ensureBroker, ensureInstalled, ensureSite, giveUp, root, runNode, say, tools } from './steps.mjs';
import { ensureSystem } from './system.mjs';

const reports = join(root, '.cache/reports');

checkNode();
await ensureInstalled();
await ensureSystem();
await ensureBroker();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await step('format and lint', tools.biome, ['ci', '--colors=off', '.']);
await step('types of the app', tools.tsc, ['-p', 'tsconfig.json']);
await step('types of the simulation, without DOM, clock or host', tools.tsc, ['-p', 'simulations/tsconfig.json']);
await step('types of mosquitto-wasm', tools.tsc, ['-p', 'mosquitto-wasm/tsconfig.json', '--noEmit']);
await step('unit tests and content claims', tools.vitest, [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reports}/unit.json`,
]);
await step("conformance: upstream's own broker tests", 'mosquitto-wasm/conformance/run.mjs', ['--json', `${reports}/conformance.json`]);
say('\n== the built site');
await ensureSite();
await step('end to end, in a browser, on the built site', tools.playwright, ['test'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/e2e.json`,
});

const counts = [unitCounts(), endToEndCounts(), conformanceCounts()];
/** @param {'passed' | 'failed' | 'skipped'} key */
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
say(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);

/**
 * @param {string} name
 * @param {string} script
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function step(name, script, args, env) {
  say(`\n== ${name}`);
  const started = Date.now();
  const code = await runNode(script, args, env);
  if (code !== 0) giveUp(`Failed: ${name} (exit code ${code}). Its own message is above.`);
  say(`== ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

/** @param {string} name */
function report(name) {
  return JSON.parse(readFileSync(join(reports, `${name}.json`), 'utf8'));
}

function unitCounts() {
  const { numPassedTests, numFailedTests, numPendingTests } = report('unit');
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

function endToEndCounts() {
  const { expected, unexpected, skipped } = report('e2e').stats;
  return { passed: expected, failed: unexpected, skipped };
}

function conformanceCounts() {
  const { passed, failed, skipped } = report('conformance');
  return { passed, failed, skipped };
}
