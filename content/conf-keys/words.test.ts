// What is said about a text: remarks on what the broker takes in silence, meanings of its refusals, changes to the text and how two texts differ.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configLines } from '#simulations';
import { confDifference, withLine, withSettings } from './editing.ts';
import { answerTo, busyMinute, eventsOf, OPEN, storyOf } from './probes.test-data.ts';
import { refusalMeans } from './refusals.ts';
import { remarksOn } from './remarks.ts';

const remarks = (...lines: string[]) => remarksOn(`${OPEN}${lines.join('\n')}\n`);

describe('a remark', () => {
  it.each([
    ['max_queued_messages = 2', 'The broker reads “=” as 0, without a word about it: no limit.'],
    ['max_queued_messages 1,000', 'The broker reads “1,000” as 1, without a word about it.'],
    ['max_queued_messages 3 apples', 'The broker reads 3 and ignores the rest of the line.'],
    ['max_connections none', 'The broker reads “none” as 0, without a word about it: no limit.'],
    ['sys_interval never', 'The broker reads “never” as 0, without a word about it: never.'],
    ['persistent_client_expiration 2m', '2m means 60 days: m is for months.'],
    ['log_type error warning', 'The broker reads “error” and ignores the rest: one kind a line.'],
    ['log_type none', 'The log stays empty.'],
    ['log_dest none', 'The log stays empty.'],
    ['log_dest file mosquitto.log', 'The log goes elsewhere, and stays empty here.'],
    ['autosave_interval 5', 'Without persistence true, autosave_interval does nothing.'],
  ])('on %s', (line, text) => {
    expect(remarks(line)).toEqual([{ line: 3, text }]);
  });

  it.each([
    'max_queued_messages 3',
    'max_queued_messages 3 # small',
    'max_connections -1',
    'persistent_client_expiration 2d',
    'log_type error',
    'persistence true\nautosave_interval 5',
    'log_type error\nlog_type warning',
    'log_dest file mosquitto.log\nlog_dest stderr',
    '# max_queued_messages = 2',
    'nonsense = 2',
  ])('is not made on %j', (lines) => {
    expect(remarks(lines)).toEqual([]);
  });

  it('on a key that is there twice is true: the last one counts', async () => {
    expect(remarks('max_queued_messages 3', '', 'max_queued_messages 4')).toEqual([
      { line: 3, text: 'max_queued_messages is set again in line 5, and the last one counts.' },
    ]);
    const story = (lines: string) => storyOf(busyMinute(`${OPEN}${lines}\n`));
    const twice = await story('max_queued_messages 3\nmax_queued_messages 4');
    expect(twice === (await story('max_queued_messages 4'))).toBe(true);
    expect(twice === (await story('max_queued_messages 3'))).toBe(false);
  });

  it('on the door is true', async () => {
    const connected = async (config: string) =>
      (await eventsOf(busyMinute(config))).filter((event) => event.kind === 'connection' && event.step === 'connected').length;
    expect(remarksOn('listener 1883\n')).toMatchObject([{ line: null, text: /^Nobody without a user name/ }]);
    expect(await connected('listener 1883\n')).toBe(0);
    expect(remarksOn('# nothing\n')).toMatchObject([{ line: null, text: /^There is no listener line/ }]);
    expect(await connected('# nothing\n')).toBe(0);
    expect(remarksOn(OPEN)).toEqual([]);
    expect(await connected(OPEN)).toBeGreaterThan(5);
  });

  it.each(['log_type none', 'log_dest none', 'log_dest file mosquitto.log', 'log_dest topic'])(
    'on an empty log is true: %s',
    async (line) => {
      expect(remarks(line)).toHaveLength(1);
      const events = await eventsOf(busyMinute(`${OPEN}${line}\n`));
      expect(events.filter((event) => event.kind === 'brokerLog' && event.at > 0)).toEqual([]);
    },
  );

  it('can be made on any text, at lines that are there, in their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const lines = remarksOn(text).flatMap(({ line }) => (line === null ? [] : [line]));
        expect(lines).toEqual([...lines].sort((one, other) => one - other));
        for (const line of lines) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });
});

describe('a refusal means', () => {
  it.each([
    ['max_queued_messages=2', /a space, no equals sign/],
    ['max_queued_messages\t2', /a tab/],
    ['  # small', /very first character/],
    ['session_expiry_interval 5', /asked for by the client.*See persistent_client_expiration/],
    ['Max_Queued_Messages 5', /Is it max_queued_messages\?/],
    ['max-keepalive 5', /Is it max_keepalive\?/],
    ['persistance true', /Is it persistence\?/],
    ['wibble 5', /^The broker knows no such key\.$/],
    ['max_qos 3', /^max_qos takes: 0, 1 or 2\.$/],
    ['persistence yes', /^persistence takes: true or false\.$/],
    ['max_queued_messages', /^max_queued_messages takes: A whole number/],
    ['persistent_client_expiration 5s', /No minutes, no seconds/],
    ['max_inflight_messages 70000', /^max_inflight_messages takes: 0 to 65,535/],
    ['listener 1883', /opens the same port already/],
    ['password_file nobody', /no such file here/],
    ['acl_file nothing', /no such file here/],
    ['include_dir conf.d', /no such file here/],
    ['plugin /lib/gate.so', /cannot load any/],
    ['listener 1884 broker.example', /no name service/],
    ['per_listener_settings true', /to the top/],
    ['memory_limit 1000', /not enough to start/],
    ['persistence true\npersistence_file mosquitto.conf', /a name of its own/],
    ['auto_id_prefix a\nauto_id_prefix b', /there twice/],
  ])('%j', async (lines, meaning) => {
    const config = `${OPEN}${lines}\n`;
    const answer = await answerTo(config);
    expect(answer.ok ? null : refusalMeans(config, answer)).toMatch(meaning);
  });

  it('a key above the listener to which it belongs', async () => {
    const config = `max_connections 5\n${OPEN}`;
    const answer = await answerTo(config);
    expect(answer.ok ? null : refusalMeans(config, answer)).toMatch(/^max_connections belongs to a listener\..*Move it below\.$/);
  });

  it('an invisible mark before the first letter', async () => {
    const config = `\ufeff${OPEN}`;
    const answer = await answerTo(config);
    expect(answer.ok ? null : refusalMeans(config, answer)).toMatch(/invisible/);
  });

  it('nothing where the broker’s words are not known here', () => {
    expect(refusalMeans(OPEN, { message: 'Something new.', line: 1 })).toBeNull();
  });
});

it('reads lines as they are cut: spaces around, another system’s line ends, tabs as letters, and however long', () => {
  expect(configLines('  a  b c  \r\n#x\n # y\n\n\ta 1\nd')).toEqual([
    { line: 1, key: 'a', value: 'b c' },
    { line: 3, key: '#', value: 'y' },
    { line: 5, key: '\ta', value: '1' },
    { line: 6, key: 'd', value: '' },
  ]);
  const gap = ' '.repeat(1_000_000);
  expect(configLines(`a b${gap}c`)).toEqual([{ line: 1, key: 'a', value: `b${gap}c` }]);
});

describe('a change to the text', () => {
  const TEXT = '# mine\nlistener 1883\nmax_qos 1\n\nmax_queued_messages 3\nmax_queued_messages 4\n';

  it('puts a setting in the place of those of its key, or at the end, and leaves the rest', () => {
    expect(withSettings(TEXT, [['max_queued_messages', '9']])).toBe('# mine\nlistener 1883\nmax_qos 1\n\nmax_queued_messages 9\n');
    expect(withSettings(TEXT, [['persistence', 'true']])).toBe(`${TEXT}persistence true\n`);
    expect(withSettings('', [['persistence', 'true']])).toBe('persistence true\n');
  });

  it('adds a line, and says where it stands', () => {
    expect(withLine('a 1\nb 2', 'c 3')).toEqual({ config: 'a 1\nb 2\nc 3\n', line: 3 });
    expect(withLine('', 'c 3')).toEqual({ config: 'c 3\n', line: 1 });
  });

  it('shows in the difference, comments and spaces aside', () => {
    const difference = confDifference(TEXT, 'listener  1883\n# yours\nmax_queued_messages 3\nmax_queued_messages 3\nmax_qos 2\n');
    expect(difference).toEqual({
      added: ['max_queued_messages 3', 'max_qos 2'],
      removed: ['max_qos 1', 'max_queued_messages 4'],
      reordered: false,
    });
    expect(confDifference('a 1\nb 2', 'b 2\na 1')).toEqual({ added: [], removed: [], reordered: true });
    expect(confDifference('a 1', '# a 1\na 1\n')).toEqual({ added: [], removed: [], reordered: false });
  });

  it('of several settings leaves each key with its value, once', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const setting = fc.tuple(key, fc.nat().map(String));
    fc.assert(
      fc.property(fc.array(setting), fc.uniqueArray(setting, { selector: ([name]) => name }), (before, settings) => {
        const config = before.map((words) => words.join(' ')).join('\n');
        const lines = configLines(withSettings(config, settings));
        for (const [name, value] of settings) expect(lines.filter((line) => line.key === name).map((line) => line.value)).toEqual([value]);
      }),
    );
  });
});
