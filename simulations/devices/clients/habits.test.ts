import { describe, expect, it } from 'vitest';
import { randomStream } from '../../engine/random.ts';
import type { ClientLibrary } from '../../program.ts';
import { type ConnectWish, connectFields } from './connectFields.ts';
import { habitsOf } from './habitsOf.ts';
import { problemOf, publishingProblemOf } from './refusals.ts';

const LIBRARIES: readonly ClientLibrary[] = ['pubSubClient', 'espMqtt', 'pahoPython', 'mosquittoSub', 'mqttJs'];
const NEVER_ENDS = 0xffff_ffff;
const wish = (change: Partial<ConnectWish>): ConnectWish => ({
  protocolVersion: '3.1.1',
  cleanStart: 'library',
  sessionExpirySeconds: null,
  keepAliveSeconds: null,
  ...change,
});

describe('three connections in a row', () => {
  const V5 = { protocolVersion: '5.0' } as const;
  it.each<[ClientLibrary, Partial<ConnectWish>, string, number | undefined]>([
    ['mosquittoSub', {}, '1,1,1', undefined],
    ['mosquittoSub', { cleanStart: false }, '0,0,0', undefined],
    ['mosquittoSub', { ...V5 }, '1,1,1', undefined],
    ['mosquittoSub', { ...V5, sessionExpirySeconds: 300 }, '1,1,1', 300],
    ['mosquittoSub', { ...V5, cleanStart: false }, '0,0,0', NEVER_ENDS],
    ['mosquittoSub', { ...V5, cleanStart: false, sessionExpirySeconds: 300 }, '0,0,0', 300],
    ['pahoPython', { ...V5 }, '1,0,0', undefined],
    ['pahoPython', { ...V5, cleanStart: true }, '1,1,1', undefined],
    ['pahoPython', { ...V5, cleanStart: false }, '0,0,0', undefined],
    ['pahoPython', {}, '1,1,1', undefined],
    ['pahoPython', { cleanStart: false }, '0,0,0', undefined],
    ['mqttJs', {}, '1,1,1', undefined],
    ['mqttJs', { ...V5 }, '1,1,1', undefined],
    ['mqttJs', { ...V5, cleanStart: false, sessionExpirySeconds: 300 }, '0,0,0', 300],
    ['espMqtt', {}, '1,1,1', undefined],
    ['espMqtt', { ...V5 }, '1,1,1', undefined],
    ['espMqtt', { ...V5, cleanStart: false, sessionExpirySeconds: 60 }, '0,0,0', 60],
    ['pubSubClient', {}, '1,1,1', undefined],
    ['pubSubClient', { cleanStart: false }, '0,0,0', undefined],
  ])('%s with %j: clean %s, session expiry %s', (library, change, flags, expiry) => {
    const connects = [0, 1, 2].map((connection) => connectFields(habitsOf(library), wish(change), 'dev1', connection));
    expect(connects.map(({ cleanStart }) => Number(cleanStart)).join()).toBe(flags);
    expect(connects.map(({ properties }) => properties?.sessionExpirySeconds)).toEqual([expiry, expiry, expiry]);
  });

  it('mosquitto_sub alone tells its Receive Maximum, in 5.0', () => {
    const told = (protocolVersion: '3.1.1' | '5.0') =>
      LIBRARIES.flatMap((library) => {
        const { properties } = connectFields(habitsOf(library), wish({ protocolVersion }), 'dev1', 0);
        return properties?.receiveMaximum === undefined ? [] : [[library, properties.receiveMaximum]];
      });
    expect(told('5.0')).toEqual([['mosquittoSub', 20]]);
    expect(told('3.1.1')).toEqual([]);
  });

  it('what the program gives goes before what the library would do', () => {
    const willMessage = { topicName: 'gone', payload: new Uint8Array([1]), qos: 1, retain: false } as const;
    const asked = wish({ protocolVersion: '5.0', keepAliveSeconds: 7, sessionExpirySeconds: 0, willMessage });
    expect(connectFields(habitsOf('pahoPython'), asked, 'x', 1)).toEqual({
      clientId: 'x',
      cleanStart: false,
      keepAliveSeconds: 7,
      willMessage,
      properties: { sessionExpirySeconds: 0 },
    });
  });

  it('in 3.1.1 there are no properties, even if an expiry is given', () => {
    const fields = connectFields(habitsOf('mosquittoSub'), wish({ cleanStart: false, sessionExpirySeconds: 300 }), 'x', 0);
    expect(fields).toEqual({ clientId: 'x', cleanStart: false, keepAliveSeconds: 60 });
  });
});

it.each([
  ['pubSubClient', 15],
  ['espMqtt', 120],
  ['pahoPython', 60],
  ['mosquittoSub', 60],
  ['mqttJs', 60],
] as const)('%s has a keep alive of %d s', (library, seconds) => {
  expect(connectFields(habitsOf(library), wish({}), '', 0).keepAliveSeconds).toBe(seconds);
});

describe('the client id where the program gives none', () => {
  const made = (library: ClientLibrary, macAddress: string | null) =>
    habitsOf(library).clientId.make(randomStream(1, 'client id'), macAddress);

  it('is made from the last three bytes of the MAC address by esp-mqtt, the first of them in small letters', () => {
    expect(made('espMqtt', '24:0a:c4:ab:cd:ef')).toBe('ESP32_abCDEF');
    expect(made('espMqtt', null)).toBe('esp_mqtt_client_id');
  });

  it('is drawn by MQTT.js', () => {
    expect(made('mqttJs', null)).toMatch(/^mqttjs_[0-9a-f]{8}$/);
    const chance = randomStream(1, 'client id');
    const { make } = habitsOf('mqttJs').clientId;
    expect(make(chance, null)).not.toBe(make(chance, null));
  });

  it('is left to the broker by the others', () => {
    expect([made('pahoPython', null), made('mosquittoSub', null), made('pubSubClient', '24:0a:c4:ab:cd:ef')]).toEqual(['', '', '']);
  });
});

describe('the wait before it connects again', () => {
  const waits = (library: ClientLibrary, count: number) =>
    Array.from({ length: count }, (_, index) => habitsOf(library).reconnectWaitMs?.(index + 1, randomStream(1, 'waits')));

  it('doubles with Paho up to two minutes', () => {
    expect(waits('pahoPython', 9)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 120_000, 120_000]);
  });

  it('stays the same with the others, and PubSubClient does not come back at all', () => {
    expect(waits('espMqtt', 2)).toEqual([10_000, 10_000]);
    expect(waits('mosquittoSub', 2)).toEqual([1_000, 1_000]);
    expect(waits('mqttJs', 2)).toEqual([1_000, 1_000]);
    expect(habitsOf('pubSubClient').reconnectWaitMs).toBeNull();
  });
});

describe('what the library itself refuses', () => {
  const NO_SESSION_ID = { cleanStart: false } as const;
  it.each<[ClientLibrary, Partial<ConnectWish>, string, string]>([
    ['pahoPython', NO_SESSION_ID, '', 'clientId'],
    ['mqttJs', NO_SESSION_ID, '', 'clientId'],
    ['mqttJs', { ...NO_SESSION_ID, protocolVersion: '5.0' }, '', 'clientId'],
    ['mosquittoSub', NO_SESSION_ID, '', 'clientId'],
    ['mosquittoSub', { ...NO_SESSION_ID, protocolVersion: '5.0', sessionExpirySeconds: 300 }, '', 'clientId'],
    ['mosquittoSub', { protocolVersion: '5.0', sessionExpirySeconds: NEVER_ENDS }, '', 'clientId'],
    ['mosquittoSub', { keepAliveSeconds: 4 }, 'x', 'keepAliveSeconds'],
    ['pubSubClient', { keepAliveSeconds: 0 }, 'x', 'keepAliveSeconds'],
    ['pubSubClient', { protocolVersion: '5.0' }, 'x', 'protocolVersion'],
  ])('%s with %j and the id “%s”, said at %s', (library, change, clientId, path) => {
    expect(problemOf(library, wish(change), clientId)?.path).toBe(path);
  });

  it.each<[ClientLibrary, Partial<ConnectWish>, string]>([
    ['pahoPython', { ...NO_SESSION_ID, protocolVersion: '5.0' }, ''],
    ['pahoPython', NO_SESSION_ID, 'x'],
    ['mqttJs', {}, ''],
    ['mosquittoSub', { ...NO_SESSION_ID, protocolVersion: '5.0' }, 'x'],
    ['mosquittoSub', { protocolVersion: '5.0', sessionExpirySeconds: 300 }, ''],
    ['mosquittoSub', { keepAliveSeconds: 5 }, ''],
    // What the broker makes of these is the lesson.
    ['espMqtt', NO_SESSION_ID, ''],
    ['pubSubClient', NO_SESSION_ID, ''],
  ])('but not %s with %j and the id “%s”', (library, change, clientId) => {
    expect(problemOf(library, wish(change), clientId)).toBeNull();
  });

  it('mosquitto_sub alone cannot publish', () => {
    expect(LIBRARIES.filter((library) => publishingProblemOf(library) !== null)).toEqual(['mosquittoSub']);
  });
});

it.each(LIBRARIES)('%s tells three to six facts, each a sentence with its source and the version', (library) => {
  const { facts, version, name } = habitsOf(library);
  expect(facts.length).toBeGreaterThanOrEqual(3);
  expect(facts.length).toBeLessThanOrEqual(6);
  for (const { text, source } of facts) {
    expect(text).toMatch(/^[`A-Z].*\.$/);
    expect(source.length).toBeGreaterThan(10);
  }
  expect(
    facts.some(({ source }) => source.includes(version)),
    name,
  ).toBe(true);
});
