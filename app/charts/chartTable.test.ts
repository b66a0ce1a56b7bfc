import { describe, expect, it } from 'vitest';
import { fileName, toCsv } from './chartTable.ts';

describe('the numbers of a chart as a file', () => {
  it('has heads with units, numbers with a point, and lines ended by CR LF', () => {
    const table = {
      columns: [
        { key: 'run', head: 'Run' },
        { key: 'a', head: 'Time', unit: 'ms' },
      ],
      rows: [
        ['seed 1', 1234.5],
        ['seed 2', null],
      ],
    };
    expect(toCsv(table)).toBe('Run,Time (ms)\r\nseed 1,1234.5\r\nseed 2,\r\n');
  });

  it('quotes what would break a line into other cells', () => {
    const table = { columns: [{ key: 'a', head: 'a,b' }], rows: [['say "no"'], ['two\nlines']] };
    expect(toCsv(table)).toBe('"a,b"\r\n"say ""no"""\r\n"two\nlines"\r\n');
  });

  it.each([
    ['Duplicates in 30 runs', 'duplicates-in-30-runs'],
    ['Énergie (mJ)', 'energie-mj'],
    ['…', 'chart'],
  ])('a chart named %j is saved as %s', (title, name) => {
    expect(fileName(title)).toBe(name);
  });
});
