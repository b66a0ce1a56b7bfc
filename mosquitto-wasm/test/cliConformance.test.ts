import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../conformance/verdict.mjs';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const leftOut = JSON.parse(read('../conformance/leftOut.json')) as { what: string; reason: string; tests: string[] }[];
const baseline = JSON.parse(read('../conformance/baseline.json')) as { version: string; passed: number; of: number };
const known = JSON.parse(read('../conformance/known.json')) as { test: string; reason: string }[];

describe('the verdict on a conformance run', () => {
  const results = [
    { name: 'a.py', passed: true },
    { name: 'b.py', passed: false },
  ];

  it('is good when just the known tests fail', () => {
    expect(judge(results, [{ test: 'b.py', reason: '' }])).toMatchObject({
      good: true,
      passed: ['a.py'],
      failed: ['b.py'],
      unexpected: [],
      mended: [],
    });
  });

  it('is bad when another fails', () => {
    expect(judge(results, [])).toMatchObject({ good: false, unexpected: ['b.py'] });
  });

  it('is bad when a known failure passes: the list is to be kept true', () => {
    expect(
      judge(results, [
        { test: 'a.py', reason: '' },
        { test: 'b.py', reason: '' },
      ]),
    ).toMatchObject({ good: false, mended: ['a.py'] });
  });

  it('is bad when nothing ran', () => {
    expect(judge([], []).good).toBe(false);
  });
});

describe('the lists of the conformance run', () => {
  it('give a reason for everything, and name nothing twice', () => {
    for (const { reason } of [...leftOut, ...known]) expect(reason.length).toBeGreaterThan(20);
    const names = [...leftOut.flatMap(({ tests }) => tests), ...known.map(({ test }) => test)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('stand in the README', () => {
    // Tables may be aligned.
    const readme = read('../README.md').replace(/ +/g, ' ');
    for (const { what, reason, tests } of leftOut) {
      expect(readme).toContain(`| ${what} | ${tests.length} | ${reason} |`);
      for (const name of tests) expect(readme).toContain(`\`${name.replace(/\.py$/, '')}\``);
    }
    const left = leftOut.reduce((sum, { tests }) => sum + tests.length, 0);
    const ours = `${baseline.of - known.length} of ${baseline.of} upstream broker tests pass`;
    expect(readme).toContain(`${ours} (native ${baseline.version}: ${baseline.passed} of ${baseline.of}); ${left} left out.`);
    for (const { test, reason } of known) expect(readme).toContain(`| \`${test}\` | ${reason} |`);
  });
});
