// The generated C is compiled as C and, where there is a compiler for it, as C++, with every warning an error, and run: what goes in comes out, in order, or is counted as dropped.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfflineBufferScenario, type RecordSetting, recordLayout } from '#simulations';
import { BUFFER_CODE_FILE, bufferCode } from './bufferCode.ts';
import { COUNTER_BYTES } from './setting.ts';

const BENCH = join(import.meta.dirname, 'bench');
const RECORD: RecordSetting = { form: 'slots', topicRoom: 64, payloadRoom: 256, topicBytes: 3, payloadBytes: 5, stamp: 'none' };
const BUFFER: OfflineBufferScenario = { place: 'ram', slots: 4, whenFull: 'dropOldest', drainEveryMs: 100 };
const WARNINGS = ['-Wall', '-Wextra', '-Werror', '-Wno-unused-function'];

const has = (compiler: string) => spawnSync(compiler, ['--version']).status === 0;
const compilers = [
  ...(has('cc') ? [['cc', '-std=c11'] as const] : []),
  ...(has('g++') ? [['g++', '-std=c++11', '-x', 'c++'] as const] : []),
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offline-buffer-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(compiler: readonly string[], record: RecordSetting, buffer: OfflineBufferScenario, pushes: number): string[] {
  writeFileSync(join(folder, BUFFER_CODE_FILE), bufferCode({ purpose: 'A test.\nSecond line \\', record, buffer }));
  const [command = 'cc', ...flags] = compiler;
  const stamp = { none: [], seconds32: ['-DSTAMP=uint32_t'], seconds64: ['-DSTAMP=int64_t'] }[record.stamp];
  const program = join(folder, 'bench');
  execFileSync(command, [
    ...flags,
    ...WARNINGS,
    `-DPUSHES=${pushes}`,
    ...stamp,
    '-I',
    folder,
    '-I',
    BENCH,
    join(BENCH, 'bench.c'),
    '-o',
    program,
  ]);
  return execFileSync(program, { encoding: 'utf8' }).trim().split('\n');
}

const number = (lines: readonly string[], name: string) =>
  Number(
    lines
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  );
const sent = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith('sent ')).map((line) => Number(line.split(' ')[2]?.slice(1)));

const places = ['ram', 'rtc', 'flash'] as const;
const forms = ['slots', 'packed'] as const;

describe.skipIf(compilers.length === 0).each(compilers.map((compiler) => [compiler[0], compiler] as const))('%s', (_, compiler) => {
  it.each(places.flatMap((place) => forms.map((form) => [place, form] as const)))(
    'in %s, %s: six into four, by each policy',
    (place, form) => {
      const kept = { dropOldest: [3, 4, 5, 6], dropNewest: [1, 2, 3, 4], refuse: [1, 2, 3, 4] };
      for (const whenFull of ['dropOldest', 'dropNewest', 'refuse'] as const) {
        const lines = run(compiler, { ...RECORD, form }, { ...BUFFER, place, whenFull }, 6);
        expect(sent(lines)).toEqual(kept[whenFull]);
        expect(number(lines, 'dropped')).toBe(2);
        expect(lines.filter((line) => line.startsWith('refused'))).toHaveLength(whenFull === 'refuse' ? 2 : 0);
        expect(number(lines, 'too long')).toBe(0);
        expect(number(lines, 'taken while it fails')).toBe(0);
      }
    },
  );

  it.each(['none', 'seconds32', 'seconds64'] as const)('has the sizes that are reckoned, time: %s', (stamp) => {
    const slots = run(compiler, { ...RECORD, stamp }, BUFFER, 1);
    expect(number(slots, 'record')).toBe(recordLayout({ ...RECORD, stamp }).bytes);
    // The whole is aligned as its widest member.
    const whole = COUNTER_BYTES + 4 * recordLayout({ ...RECORD, stamp }).bytes;
    expect(number(slots, 'whole')).toBe(Math.ceil(whole / (stamp === 'seconds64' ? 8 : 4)) * 4 * (stamp === 'seconds64' ? 2 : 1));
    const packedRecord = { ...RECORD, stamp, form: 'packed' } as const;
    const packed = run(compiler, packedRecord, BUFFER, 4);
    expect(number(packed, 'whole')).toBe(Math.ceil((COUNTER_BYTES + 4 * recordLayout(packedRecord).bytes) / 4) * 4);
    expect(sent(packed)).toEqual([1, 2, 3, 4]);
  });

  it('brings the time along, in every place and form', () => {
    for (const place of places)
      for (const form of forms) {
        const lines = run(compiler, { ...RECORD, form, stamp: 'seconds32' }, { ...BUFFER, place }, 1);
        expect(lines).toContain('sent t/1 n0001 1 1234567891');
      }
  });
});
