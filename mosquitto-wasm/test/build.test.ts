// The build's own parts: the archive reader, the ways to the source, the checks that refuse a wrong one.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { debianMirrors } from '../build/debian.mjs';
import { patchConf } from '../build/patches.mjs';
import { tarFiles, unpack } from '../build/tar.mjs';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mosquitto-wasm-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A tar entry, made by hand where the system's tar would refuse. */
function entry(name: string, content: string, type = '0', prefix = ''): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

const archive = (...entries: Buffer[]) => gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)]));
const read = (packed: Buffer) => [...tarFiles(packed)].map(({ name, data }) => [name, data.toString()]);

describe('the archive reader', () => {
  it('reads what tar writes, long names and rights included', () => {
    const long = join('top', 'a'.repeat(90), 'b'.repeat(90));
    mkdirSync(join(folder, 'in', long), { recursive: true });
    writeFileSync(join(folder, 'in', long, 'file.c'), 'int x;\n');
    writeFileSync(join(folder, 'in', 'top', 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
    for (const format of ['ustar', 'pax', 'gnu']) {
      const packed = execFileSync('tar', ['-C', join(folder, 'in'), `--format=${format}`, '-czf', '-', 'top']);
      const out = join(folder, format);
      unpack(packed, out);
      expect(readFileSync(join(out, 'a'.repeat(90), 'b'.repeat(90), 'file.c'), 'utf8')).toBe('int x;\n');
      expect(statSync(join(out, 'run.sh')).mode & 0o100).toBe(0o100);
    }
  });

  it('knows prefixes, and skips folders and links', () => {
    expect(read(archive(entry('f', 'x', '0', 'deep/er'), entry('d/', '', '5'), entry('l', '', '2'), entry('g', '')))).toEqual([
      ['deep/er/f', 'x'],
      ['g', ''],
    ]);
  });

  it('refuses what is cut off or no archive', () => {
    expect(() => read(gzipSync(entry('f', 'x'.repeat(600)).subarray(0, 700)))).toThrow('cut off');
    expect(() => read(gzipSync(Buffer.alloc(2048, 0x41)))).toThrow('not a tar archive');
    expect(() => read(Buffer.from('not even compressed'))).toThrow();
  });

  it('refuses files outside of its folder', () => {
    for (const name of ['top/../../evil', 'top//etc/passwd', 'top/C:/evil']) {
      expect(() => unpack(archive(entry(name, 'x')), join(folder, 'out'))).toThrow('outside');
    }
  });
});

describe("the mirror of Debian's packages", () => {
  it('is taken from both kinds of apt sources', () => {
    const oneLine =
      '# deb http://old/debian x main\ndeb [signed-by=/k.gpg] http://mirror.example/debian bookworm main\ndeb-src http://mirror.example/debian/ bookworm main\n';
    const paragraphs = 'Types: deb\nURIs: https://other.example/debian http://mirror.example/debian-security\nSuites: bookworm\n';
    expect(debianMirrors([oneLine, paragraphs])).toEqual(['http://mirror.example/debian', 'https://other.example/debian']);
  });

  it('is not what holds other packages', () => {
    expect(debianMirrors(['deb https://packages.example/sdk stable main\n', 'deb cdrom:[disc]/ x main\n', ''])).toEqual([]);
  });
});

describe('the patches', () => {
  it('fail loudly where upstream’s file is another', () => {
    expect(() => patchConf('int main;')).toThrow('not as expected');
  });
});

describe('the command', () => {
  const build = (env: Record<string, string>) =>
    spawnSync(process.execPath, [join(PACKAGE, 'build', 'build.mjs')], { encoding: 'utf8', env: { ...process.env, ...env } });
  const source = (given: string) =>
    spawnSync(
      process.execPath,
      [
        '-e',
        `import(${JSON.stringify(join(PACKAGE, 'build', 'source.mjs'))}).then((m) => m.ensureSource()).then(console.log, (e) => { console.error(e.message); process.exit(1); })`,
      ],
      {
        encoding: 'utf8',
        env: { ...process.env, MOSQUITTO_SOURCE: given },
      },
    );

  it('does nothing when all is built', () => {
    build({});
    const { status, stdout } = build({});
    expect([status, stdout]).toEqual([0, 'mosquitto-wasm is built.\n']);
  });

  it('uses the folder that MOSQUITTO_SOURCE names', () => {
    const unpacked = join(PACKAGE, '.cache', 'mosquitto-2.0.21');
    expect(source(unpacked).stdout.trim()).toBe(unpacked);
  });

  it.each([
    ['no such file', () => join(folder, 'none.tar.gz'), 'there is no such file or folder'],
    ['a folder of something else', () => folder, 'it is not a whole source tree of Mosquitto 2.0.21'],
    [
      'an archive of something else',
      () => {
        const path = join(folder, 'a.tar.gz');
        writeFileSync(path, archive(entry('top/readme', 'x')));
        return path;
      },
      'it is not a whole source tree of Mosquitto 2.0.21',
    ],
    [
      'a file that is no archive',
      () => {
        const path = join(folder, 'a.tar.gz');
        writeFileSync(path, 'x');
        return path;
      },
      'cannot be used',
    ],
    [
      'a tree in which a byte was changed',
      () => {
        const copy = join(folder, 'changed');
        execFileSync('cp', ['-r', join(PACKAGE, '.cache', 'mosquitto-2.0.21'), copy]);
        writeFileSync(join(copy, 'src', 'loop.c'), '\n', { flag: 'a' });
        return copy;
      },
      'its files are not those of Mosquitto 2.0.21',
    ],
  ])('refuses %s and says what it wants', (_what, make, problem) => {
    const { status, stderr } = source(make());
    expect(status).toBe(1);
    expect(stderr).toContain(problem);
    expect(stderr).toContain('mosquitto-2.0.21.tar.gz');
  });
});

it('the port reads in a sitting: under 800 lines of C', () => {
  const text = readdirSync(join(PACKAGE, 'port'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[ch]$/.test(name))
    .map((name) => readFileSync(join(PACKAGE, 'port', name), 'utf8'))
    .join('\n');
  const lines = text.split('\n').filter((line) => !/^\s*($|\/\*|\*)/.test(line));
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.length).toBeLessThan(800);
});
