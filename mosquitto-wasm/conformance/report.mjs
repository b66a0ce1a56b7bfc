// The run in words: one line for each test as it ends, then what failed and why, then the table and the figure.
import { judge } from './verdict.mjs';

const say = (text) => process.stdout.write(`${text}\n`);

/** One line as a test ends. */
export function reportResult({ name, passed, seconds }) {
  say(`${passed ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(5)} s  ${name}`);
}

function reportFailures(results, known) {
  for (const { name, passed, output } of results) {
    if (passed) continue;
    const entry = known.find(({ test }) => test === name);
    say(`\n${name} failed${entry === undefined ? '' : `, as known: ${entry.reason}`}`);
    if (entry === undefined) say(output.trimEnd().replace(/^/gm, '  | '));
  }
}

function reportTable({ passed, failed, leftOut }) {
  say('\n| | tests | |\n|---|---:|---|');
  say(`| passed | ${passed.length} | |`);
  say(`| failed | ${failed.length} | ${failed.join(', ') || 'none'} |`);
  for (const { what, reason, tests } of leftOut) say(`| left out: ${what} | ${tests.length} | ${reason} |`);
}

/**
 * @param {{ results: { name: string, passed: boolean, output: string }[], known: { test: string, reason: string }[], leftOut: { what: string, reason: string, tests: string[] }[],
 *   baseline: { version: string, passed: number, of: number }, native: boolean, whole: boolean }} run `whole`: every test was asked for
 * @returns {{ good: boolean, counts: { passed: number, failed: number, skipped: number } }} `skipped`: left out, or known to fail and failed
 */
export function reportRun({ results, known, leftOut, baseline, native, whole }) {
  const verdict = judge(results, known);
  reportFailures(results, known);
  reportTable({ ...verdict, leftOut: whole ? leftOut : [] });
  for (const name of verdict.unexpected) say(`\nNot expected: ${name} failed.`);
  for (const name of verdict.mended) say(`\nNot expected: ${name} passed. Take it out of conformance/known.json.`);
  const left = leftOut.reduce((sum, { tests }) => sum + tests.length, 0);
  const figure = `${verdict.passed.length} of ${results.length} upstream broker tests pass`;
  if (native) say(`\nNative: ${figure}${whole ? `; ${left} left out` : ''}`);
  else if (whole) say(`\nConformance: ${figure} (native ${baseline.version}: ${baseline.passed} of ${baseline.of}); ${left} left out`);
  else say(`\nConformance of the chosen tests: ${figure}`);
  const failed = verdict.unexpected.length + verdict.mended.length;
  const counts = { passed: verdict.passed.length, failed, skipped: verdict.failed.length - verdict.unexpected.length + (whole ? left : 0) };
  return { good: native || verdict.good, counts };
}
