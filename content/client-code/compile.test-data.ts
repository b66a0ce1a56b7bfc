// For tests: lets the compilers and interpreters of this machine read a program that was made here. Where one is missing there is a reason instead, and the test says so.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientProgram } from './setting.ts';

const DECLARATIONS = fileURLToPath(new URL('./declarations', import.meta.url));

interface Reader {
  readonly program: string;
  readonly args: (file: string) => readonly string[];
}

const STRICT = ['-fsyntax-only', '-Wall', '-Wextra', '-Werror', '-I', DECLARATIONS];

/** Of C++ the strictest that an Arduino sketch passes; its core is included as the Arduino builder does. */
export const READERS: Readonly<Record<ClientProgram['language'], Reader>> = {
  arduino: { program: 'g++', args: (file) => [...STRICT, '-std=c++17', '-include', join(DECLARATIONS, 'Arduino.h'), '-x', 'c++', file] },
  espIdf: { program: 'gcc', args: (file) => [...STRICT, '-std=gnu17', '-x', 'c', file] },
  pahoPython: { program: 'python3', args: (file) => ['-m', 'py_compile', file] },
  mqttJs: { program: process.execPath, args: (file) => ['--check', file] },
};

/** Whether the program is on this machine. */
export function isThere({ program }: Reader): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/** What the reader complains about; empty: it takes the program. */
export function complaints({ language, fileName, text }: Pick<ClientProgram, 'language' | 'fileName' | 'text'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'client-code-'));
  try {
    const file = join(folder, fileName);
    writeFileSync(file, text);
    const { program, args } = READERS[language];
    const { status, stdout, stderr, error } = spawnSync(program, args(file), { encoding: 'utf8' });
    return status === 0 ? '' : `${error?.message ?? ''}${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
