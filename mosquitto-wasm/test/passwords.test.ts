// Password files: plain lines, and the hashes that mosquitto_passwd writes.

import { createHash, pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Bench } from './bench.js';

const SALT = Buffer.from('twelve bytes');
const salt = SALT.toString('base64');
const sha512 = (password: string) => `$6$${salt}$${createHash('sha512').update(password).update(SALT).digest('base64')}`;
const pbkdf2 = (password: string, rounds: number) =>
  `$7$${rounds}$${salt}$${pbkdf2Sync(password, SALT, rounds, 64, 'sha512').toString('base64')}`;

async function answers(file: string, ...logins: [string, string][]) {
  const bench = await Bench.start('listener 1883\npassword_file users\n', { files: { users: file } });
  return logins.map(([username, password]) => bench.client().connect('a', { username, password: Buffer.from(password) })?.returnCode);
}

describe('a password file', () => {
  it('of plain lines, in which a second colon ends the password', async () => {
    const file = 'anna:secret\n# a remark\n\nbert:with:colons\n';
    const logins: [string, string][] = [
      ['anna', 'secret'],
      ['anna', 'Secret'],
      ['bert', 'with'],
      ['carl', ''],
    ];
    expect(await answers(file, ...logins)).toEqual([0, 5, 0, 5]);
  });

  it.each([
    ['$6$', sha512],
    ['$7$ with 101 rounds', (password: string) => pbkdf2(password, 101)],
    ['$7$ with one round', (password: string) => pbkdf2(password, 1)],
  ])('of %s hashes', async (_what, hashed) => {
    const long = 'x'.repeat(300);
    const file = `anna:${hashed('secret')}\nbert:${hashed(long)}\nutf:${hashed('größe')}\n`;
    const logins: [string, string][] = [
      ['anna', 'secret'],
      ['anna', 'secre'],
      ['anna', hashed('secret')],
      ['bert', long],
      ['utf', 'größe'],
    ];
    expect(await answers(file, ...logins)).toEqual([0, 5, 5, 0, 0]);
  });

  it('takes no damaged hash for a plain password', async () => {
    const damaged = sha512('secret').slice(0, -8);
    expect(await answers(`anna:${sha512('secret')}\nbert:${damaged}\n`, ['bert', damaged], ['anna', 'secret'])).toEqual([5, 0]);
  });
});
