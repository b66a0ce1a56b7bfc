import { describe, expect, it } from 'vitest';
import { strftime } from '../src/cli/strftime.js';

// Monday, the 5th of January 2026, 09:07:03 local time.
const MONDAY = new Date(2026, 0, 5, 9, 7, 3);

describe('strftime', () => {
  it.each([
    ['%Y-%m-%dT%H:%M:%S', '2026-01-05T09:07:03'],
    ['%F %T', '2026-01-05 09:07:03'],
    ['%D %R %r', '01/05/26 09:07 09:07:03 AM'],
    ['%a %A %b %B %h', 'Mon Monday Jan January Jan'],
    ['%e|%j|%u|%w|%C|%y', ' 5|005|1|1|20|26'],
    ['%c', 'Mon Jan  5 09:07:03 2026'],
    ['%U %W %V %G %g', '01 01 02 2026 26'],
    ['%I %p', '09 AM'],
    ['100%% %n%t', '100% \n\t'],
    ['%Q stays, and a lone %', '%Q stays, and a lone %'],
  ])('writes %s', (format, expected) => {
    expect(strftime(format, MONDAY)).toBe(expected);
  });

  it('counts noon and midnight as 12', () => {
    expect(strftime('%I %p', new Date(2026, 0, 5, 0))).toBe('12 AM');
    expect(strftime('%I %p', new Date(2026, 0, 5, 12))).toBe('12 PM');
  });

  it('gives the ISO week its own year', () => {
    expect(strftime('%G-W%V', new Date(2027, 0, 1))).toBe('2026-W53');
    expect(strftime('%G-W%V', new Date(2024, 11, 30))).toBe('2025-W01');
  });

  it('agrees with the offset that JavaScript knows', () => {
    const offset = strftime('%z', MONDAY);
    expect(offset).toMatch(/^[+-]\d{4}$/);
    const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3));
    expect(offset.startsWith('-') ? minutes : -minutes || 0).toBe(MONDAY.getTimezoneOffset());
    expect(strftime('%Z', MONDAY)).not.toBe('');
    expect(strftime('%s', MONDAY)).toBe(String(MONDAY.getTime() / 1000));
  });
});
