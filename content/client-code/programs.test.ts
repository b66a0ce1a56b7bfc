import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { checkConfig } from '#simulations';
import { complaints, isThere, READERS } from './compile.test-data.ts';
import { confText } from './confText.ts';
import { clientPrograms } from './programs.ts';
import type { ClientCodeSetting, ClientIdCode, ClientLanguage } from './setting.ts';

const PLAIN: ClientCodeSetting = {
  purpose: 'What was reckoned.\nOn a second line \\',
  protocolVersion: '3.1.1',
  clientId: { from: 'fixed', text: 'valve-07' },
  cleanStart: false,
  sessionExpirySeconds: null,
  keepAliveSeconds: 60,
  publish: { topicName: 'site/temperature', payload: '{"celsius": 21.5, "where": "C:\\"}', qos: 1, everyMs: 60_000 },
  subscribe: { topicFilter: 'site/+/command', qos: 1 },
};
const IDS: readonly ClientIdCode[] = [
  { from: 'mac', prefix: 'ESP32_' },
  { from: 'random', prefix: 'x"\\%', alphabet: '0123456789abcdef', characters: 10 },
];
const SETTINGS: readonly (readonly [string, ClientCodeSetting])[] = [
  ['an id of its own, reads and writes', PLAIN],
  ['its id from the chip', { ...PLAIN, clientId: IDS[0] ?? PLAIN.clientId }],
  ['a drawn id, and signs that need care', { ...PLAIN, clientId: IDS[1] ?? PLAIN.clientId }],
  [
    'an id for one use',
    { ...PLAIN, cleanStart: true, clientId: { from: 'random', prefix: 'tool', alphabet: 'abc', characters: 12, keeps: false } },
  ],
  [
    '5.0 with an expiry, QoS 2',
    {
      ...PLAIN,
      protocolVersion: '5.0',
      sessionExpirySeconds: 4_294_967_295,
      publish: { topicName: 'a', payload: 'b', qos: 2, everyMs: 10 },
    },
  ],
  ['5.0 without one, clean', { ...PLAIN, protocolVersion: '5.0', cleanStart: true }],
  ['only reads, no keep alive', { ...PLAIN, publish: null, keepAliveSeconds: 0 }],
  ['only writes, QoS 0', { ...PLAIN, subscribe: null, publish: { topicName: 'a', payload: 'b', qos: 0, everyMs: 1_500 } }],
  ['does neither', { ...PLAIN, subscribe: null, publish: null, clientId: { from: 'mac', prefix: '' } }],
];
const LANGUAGES: readonly ClientLanguage[] = ['arduino', 'espIdf', 'pahoPython', 'mqttJs'];
const programOf = (setting: ClientCodeSetting, language: ClientLanguage) => {
  const program = clientPrograms(setting).find((one) => one.language === language);
  if (program === undefined) throw new Error(`no program in ${language}`);
  return program;
};

describe.each(LANGUAGES)('%s', (language) => {
  const reader = READERS[language];
  it.skipIf(!isThere(reader)).each(SETTINGS)(
    `${reader.program} reads a client that has %s (skipped where it is not installed)`,
    (_, setting) => {
      expect(complaints(programOf(setting, language))).toBe('');
    },
  );

  it.skipIf(!isThere(reader))('and would complain about one that is wrong', () => {
    const program = programOf(PLAIN, language);
    expect(complaints({ ...program, text: `${program.text}\n)` })).not.toBe('');
  });
});

describe('what is asked for stands in every language', () => {
  it.each(LANGUAGES)('%s: levels, topics, session', (language) => {
    const { text } = programOf(PLAIN, language);
    expect(text).toContain('"site/temperature"');
    expect(text).toContain('"site/+/command"');
    expect(text).toMatch(/valve-07/);
    expect(text).toMatch(/60/);
    expect(programOf({ ...PLAIN, publish: { topicName: 't', payload: 'p', qos: 2, everyMs: 1_000 } }, language).text).not.toBe(text);
    expect(programOf({ ...PLAIN, cleanStart: true }, language).text).not.toBe(text);
  });

  it('an expiry only where it can be sent; else a remark says what holds instead', () => {
    const five: ClientCodeSetting = { ...PLAIN, protocolVersion: '5.0', sessionExpirySeconds: 86_400 };
    for (const language of ['espIdf', 'pahoPython', 'mqttJs'] as const) expect(programOf(five, language).text).toContain('86400');
    const arduino = programOf(five, 'arduino');
    expect(arduino.text).not.toContain('86400');
    expect(arduino.remarks.join()).toMatch(/persistent_client_expiration/);
  });
});

it('lines for mosquitto.conf are taken by the broker, comments of several lines too', async () => {
  const module = await loadMosquitto();
  const config = confText('First line.\nSecond line.', [
    { key: 'listener', value: 1883, why: 'Where devices connect.' },
    { key: 'max_queued_messages', value: 500, why: 'Room.' },
    { key: 'upgrade_outgoing_qos', value: true, why: 'Why not.' },
    { key: 'connection_messages', value: true, why: 'Take-overs stand in the log.' },
    { key: 'log_type', value: 'notice', why: 'At this level.' },
    { key: 'persistent_client_expiration', value: '7d', why: 'Orphans go.' },
  ]);
  const ask = (text: string) => checkConfig({ config: text }, (options) => startBroker({ ...options, module }));
  expect(ask(config)).toMatchObject({ ok: true });
  expect(ask(confText('Wrong.', [{ key: 'max_queued_messages_per_client', value: 1, why: 'No such key.' }]))).toMatchObject({ ok: false });
});
