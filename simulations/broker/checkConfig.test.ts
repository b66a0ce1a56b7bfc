// What the broker says to configurations, right and wrong, and which line is pointed at. The words are Mosquitto 2.0.21's.
import fc from 'fast-check';
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ConfigAnswer, checkConfig, MOST_CONFIG_CHARACTERS } from './checkConfig.ts';
import type { StartBroker } from './mosquittoBroker.ts';

let start: StartBroker;
beforeAll(async () => {
  const module = await loadMosquitto();
  start = (options) => startBroker({ ...options, module });
});

const OPEN = 'listener 1883\nallow_anonymous true\n';
const check = (config: string, files: Record<string, string> = {}): ConfigAnswer => checkConfig({ config, files }, start);

describe('a line that the broker names', () => {
  it.each([
    ['an unknown key', 'session_expiry_interval 60', 'Error: Unknown configuration variable "session_expiry_interval".'],
    ['a key in capitals', 'Persistence true', 'Error: Unknown configuration variable "Persistence".'],
    ['a key with an equals sign', 'max_queued_messages=3', 'Error: Unknown configuration variable "max_queued_messages=3".'],
    ['a tab instead of a space', 'max_queued_messages\t3', 'Error: Unknown configuration variable "max_queued_messages\t3".'],
    ['a comment that does not start the line', '  # small queue', 'Error: Unknown configuration variable "#".'],
    ['no value', 'max_queued_messages', 'Error: Empty max_queued_messages value in configuration.'],
    ['no yes and no', 'persistence yes', 'Error: Invalid persistence value (yes).'],
    ['out of range', 'max_keepalive 70000', 'Error: Invalid max_keepalive value (70000).'],
    ['too small', 'max_packet_size 10', 'Error: Invalid max_packet_size value (10).'],
    [
      'seconds where hours are the least',
      'persistent_client_expiration 60s',
      'Error: Invalid persistent_client_expiration duration in configuration.',
    ],
    ['a port that is none', 'listener 70000', 'Error: Invalid port value (70000).'],
    ['a kind of log line that is none', 'log_type loud', 'Error: Invalid log_type value (loud).'],
    ['too late', 'per_listener_settings true', 'Error: per_listener_settings must be set before any other security settings.'],
    ['a folder that is not there', 'include_dir conf.d', "Error: Unable to open include_dir 'conf.d'."],
    ['letters of many tongues', 'größe 3', 'Error: Unknown configuration variable "größe".'],
  ])('%s', (_, line, message) => {
    const wrong = { ok: false, by: 'broker', line: 3, lineNamed: true, message };
    expect(check(`${OPEN}${line}\n`)).toMatchObject(wrong);
    expect(check(`${OPEN}${line}`)).toMatchObject(wrong);
    expect(check(`${OPEN}${line}\nmax_qos 1\n`.replaceAll('\n', '\r\n'))).toMatchObject(wrong);
  });

  it('is the one of this file, when an included file is wrong; the message names that file', () => {
    expect(check(`${OPEN}include_dir more\n`, { 'more/a.conf': '\nnonsense 1\n' })).toMatchObject({
      line: 3,
      lineNamed: true,
      message: 'Error: Unknown configuration variable "nonsense".\nError found at more/a.conf:2.',
    });
  });

  it('is the first where a byte order mark stands before it', () => {
    expect(check(`\ufeff${OPEN}`)).toMatchObject({ ok: false, line: 1, lineNamed: true });
  });
});

describe('a line that the broker means and does not name', () => {
  it.each([
    ['a port twice', `${OPEN}max_qos 1\nlistener 1883\n`, 4, 'Error: Address in use'],
    ['max_connections above the listener', `max_connections 5\n${OPEN}`, 1, 'Error: Address in use'],
    ['a port in the old way and the new', `port 1884\nlistener 1884\n`, 1, 'Error: Address in use'],
    ['a password file above its listener', `per_listener_settings true\npassword_file users\n${OPEN}`, 2, 'Error: Address in use'],
    [
      'a password file that is not there',
      `${OPEN}password_file nobody\n`,
      3,
      'Error: Unable to open pwfile "nobody".\nError opening password file "nobody".',
    ],
    [
      'an access list that is not there',
      `${OPEN}acl_file nothing\n`,
      3,
      'Error: Unable to open acl_file "nothing".\nError opening acl file "nothing".',
    ],
    [
      'an access list that cannot be read',
      `${OPEN}acl_file wrong\n`,
      3,
      'Error: Invalid line in acl_file "wrong": foo.\nError opening acl file "wrong".',
    ],
    [
      'a plugin',
      `${OPEN}plugin /lib/gate.so\n`,
      3,
      'Error: Unable to load auth plugin "/lib/gate.so".\nLoad error: no shared libraries in WebAssembly',
    ],
    ['a host by name', 'allow_anonymous true\nlistener 1883 broker.example\n', 2, 'Error creating listener: Name or service not known.'],
    ['no memory to start with', `${OPEN}memory_limit 1000\n`, 3, "Error: Out of memory.\nError: Couldn't open database."],
    ['another file taken for the memory on disk', `${OPEN}persistence true\npersistence_file mosquitto.conf\n`, 4, null],
  ])('%s', (_, config, line, message) => {
    const files = { users: 'anna:secret\n', wrong: 'foo bar\n' };
    const answer = check(config, files);
    expect(answer).toMatchObject({ ok: false, by: 'broker', line, lineNamed: false, ...(message === null ? {} : { message }) });
  });
});

describe('what the broker takes', () => {
  it.each([
    ['the usual', OPEN],
    ['comments and blank lines', `\n# only a remark\n\n${OPEN}`],
    ['ends of line of another system', OPEN.replaceAll('\n', '\r\n')],
    ['no end of line', 'listener 1883'],
    ['spaces before a key', '   listener 1883\n'],
    ['a number that is none', `${OPEN}max_queued_messages many\n`],
    ['the same key twice', `${OPEN}max_queued_messages 3\nmax_queued_messages 4\n`],
    ['a folder that is not there yet', `${OPEN}persistence true\npersistence_location /var/lib/mosquitto/\n`],
    ['two listeners', `${OPEN}listener 1884 127.0.0.1\n`],
  ])('without a word: %s', (_, config) => {
    expect(check(config)).toEqual({ ok: true, warnings: [] });
  });

  it.each([
    ['bridges', 'connection north', 'Warning: Bridge support not available.'],
    ['TLS', 'cafile ca.crt', 'Warning: TLS support not available.'],
    ['what is gone', 'retry_interval 20', 'Warning: The retry_interval option is no longer available.'],
    ['what goes by itself', 'allow_duplicate_messages true', /^The 'allow_duplicate_messages' option is now deprecated/],
    ['an empty max_connections, which it overlooks', 'max_connections', 'Error: Empty max_connections value in configuration.'],
  ])('with a word: %s', (_, line, warning) => {
    expect(check(`${OPEN}${line}\n${line}\n`)).toEqual({ ok: true, warnings: [expect.stringMatching(warning)] });
  });

  it.each(['', '# only a remark\n', 'allow_anonymous true\n'])('with a word: no listener, %j', (config) => {
    const warning = 'Starting in local only mode. Connections will only be possible from clients running on this machine.';
    expect(check(config)).toEqual({ ok: true, warnings: [warning] });
  });
});

describe('what cannot be asked', () => {
  it('is longer than the limit; up to it the broker is asked', () => {
    const filled = (length: number) => `${OPEN}#`.padEnd(length, 'x');
    expect(check(filled(MOST_CONFIG_CHARACTERS))).toEqual({ ok: true, warnings: [] });
    expect(check(filled(MOST_CONFIG_CHARACTERS + 1))).toMatchObject({ ok: false, by: 'laboratory', line: null, log: [] });
    expect(check('nonsense '.repeat(120_000))).toMatchObject({ ok: false, by: 'laboratory', message: /^1080000 characters are too many/ });
  });

  it('has a NUL, behind which the broker would read nothing', () => {
    expect(check(`${OPEN}persistence true\0\nnonsense\n`)).toMatchObject({ ok: false, by: 'laboratory', line: 3 });
  });
});

it('answers whatever it is asked, names only lines that are there, and gives the same answer again', () => {
  const key = fc.constantFrom(
    'listener',
    'max_connections',
    'persistence',
    'persistence_file',
    'persistence_location',
    'include_dir',
    'acl_file',
    'password_file',
    'memory_limit',
    'log_dest',
    'log_type',
    'protocol',
    'mount_point',
    'pid_file',
    'user',
    'autosave_interval',
    'connection',
    'address',
    'topic',
    'plugin',
    'plugin_opt_a',
    'max_queued_messages',
    'persistent_client_expiration',
    'per_listener_settings',
    'bind_address',
    'port',
    '#',
    '',
  );
  const value = fc.oneof(
    fc.constantFrom('1883', 'true', '.', '/', 'mosquitto.conf', '-1', '1e9', '99999999999999999999', '"', 'file x', '1h'),
    fc.string(),
  );
  const line = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(key, value).map((words) => words.join(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const config = lines.join('\n');
      const answer = check(config);
      expect(check(config)).toEqual(answer);
      if (answer.ok || answer.line === null) return;
      expect(answer.line).toBeGreaterThanOrEqual(1);
      expect(answer.line).toBeLessThanOrEqual(config.split('\n').length);
      expect(answer.message).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
