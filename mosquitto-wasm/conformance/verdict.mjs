// What the results amount to: what was expected, what was not, and whether the run is good. Pure; printed by report.mjs.

/**
 * @param {{ name: string, passed: boolean }[]} results
 * @param {{ test: string, reason: string }[]} known tests that are known to fail
 * @returns {{ passed: string[], failed: string[], unexpected: string[], mended: string[], good: boolean }}
 *   `unexpected` failed and are not known to; `mended` passed though known to fail: the list is out of date
 */
export function judge(results, known) {
  const isKnown = (/** @type {string} */ name) => known.some((entry) => entry.test === name);
  const passed = results.filter((result) => result.passed).map((result) => result.name);
  const failed = results.filter((result) => !result.passed).map((result) => result.name);
  const unexpected = failed.filter((name) => !isKnown(name));
  const mended = passed.filter(isKnown);
  return { passed, failed, unexpected, mended, good: results.length > 0 && unexpected.length === 0 && mended.length === 0 };
}
