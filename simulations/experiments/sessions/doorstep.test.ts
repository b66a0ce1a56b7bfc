import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines, packets } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { type DoorstepSetting, doorstep, doorstepFinding, NEWCOMER } from './doorstep.ts';
import { CLEAN_FLAG, PASSWORD_FLAG, rawConnect } from './rawConnect.ts';
import { passing } from './sessionScenario.ts';

const OPEN = 'allow_anonymous true';
const VALVE = passing('valve-07');
const gone = { topicName: 'valve/07/state', payload: Uint8Array.of(0x67), qos: 1, retain: false } as const;

async function run(setting: DoorstepSetting) {
  const scenario = doorstep(setting);
  const events = await eventsOf(scenario);
  const { connack, ...finding } = doorstepFinding(scenario, events);
  return { events, ...finding, connack: connack === null ? null : [...connack.bytes], steps: connectionSteps(events, NEWCOMER) };
}

describe('what 5.0 is told and 3.1.1 only sees as a closed door', () => {
  it.each([
    ['a retained will, retain_available false', 'retain_available false', { ...gone, retain: true }, 0x9a],
    ['a will at QoS 2, max_qos 1', 'max_qos 1', { ...gone, qos: 2 }, 0x9b],
  ] as const)('%s', async (_, line, willMessage, code) => {
    const sends = { ...VALVE, willMessage };
    const old = await run({ protocolVersion: '3.1.1', config: [line, OPEN], sends });
    expect(old).toMatchObject({ connack: null, code: null, sent: true, well: false, steps: ['connecting', 'lost'] });
    const { connack, steps } = await run({ protocolVersion: '5.0', config: [line, OPEN], sends });
    expect(connack?.[3]).toBe(code);
    expect(steps).toEqual(['connecting', `refused ${code}`, 'lost']);
  });
});

describe('not authorized, whatever the reason', () => {
  it.each([
    ['an id without the prefix', 'clientid_prefixes plant-', VALVE, 0x87],
    ['no user name to be the id', 'use_username_as_clientid true', VALVE, 0x87],
    ['a will above message_size_limit', 'message_size_limit 20', { ...VALVE, willMessage: { ...gone, payload: new Uint8Array(21) } }, 0x95],
  ])('%s', async (_, line, sends, code) => {
    expect((await run({ protocolVersion: '3.1.1', config: [line, OPEN], sends })).connack).toEqual([0x20, 2, 0, 5]);
    expect((await run({ protocolVersion: '5.0', config: [line, OPEN], sends })).code).toBe(code);
  });
});

it('an authentication method without a plugin: 0x8C', async () => {
  const sends = { ...VALVE, properties: { authenticationMethod: 'PLAIN' } };
  expect((await run({ protocolVersion: '5.0', config: [OPEN], sends })).code).toBe(0x8c);
});

it.each([0, 3, 6])('protocol level %i with the name MQTT: 0x01 in the form of 3.1.1', async (level) => {
  const bytes = rawConnect({ protocolVersion: '3.1.1', level, clientId: 'valve-07' });
  const { connack, events } = await run({ protocolVersion: '3.1.1', config: [OPEN], sends: { bytes } });
  expect(connack).toEqual([0x20, 2, 0, 1]);
  expect(logLines(events).some((line) => line.startsWith(`Invalid protocol version ${level} in CONNECT from `))).toBe(true);
});

describe.each(['3.1.1', '5.0'] as const)('closed without a word, MQTT %s', (protocolVersion) => {
  const clientId = 'valve-07';
  const packetOf: readonly (readonly [string, readonly number[]])[] = [
    ['protocol name MQTX', rawConnect({ protocolVersion, protocolName: 'MQTX', clientId })],
    ['reserved connect flag', rawConnect({ protocolVersion, flags: CLEAN_FLAG | 1, clientId })],
    ['U+0000 in the client id', rawConnect({ protocolVersion, clientId: 'valve\u0000' })],
    ['PUBLISH first', [0x30, 3, 0, 1, 0x61]],
    ['PINGREQ first', [0xc0, 0]],
  ];
  it.each(packetOf)('%s', async (_, bytes) => {
    const { events, ...found } = await run({ protocolVersion, config: [OPEN], sends: { bytes } });
    expect(found).toMatchObject({ connack: null, sent: true, well: false, steps: ['connecting', 'lost'] });
    expect(packets(events, NEWCOMER, 'downlink')).toEqual([]);
  });

  it('CONNECT above max_packet_size', async () => {
    const sends = { ...VALVE, willMessage: { ...gone, payload: new Uint8Array(60) } };
    const found = await run({ protocolVersion, config: ['max_packet_size 40', OPEN], sends });
    expect(found).toMatchObject({ connack: null, sent: true, steps: ['connecting', 'lost'] });
  });

  it('no broker: not even CONNECT goes out', async () => {
    const found = await run({ protocolVersion, config: [OPEN], sends: VALVE, brokerDown: true });
    expect(found).toMatchObject({ connack: null, sent: false, steps: ['connecting', 'lost'] });
  });

  it('a second CONNECT ends the connection that the first one opened', async () => {
    const found = await run({ protocolVersion, config: [OPEN], sends: VALVE, connectsTwice: true });
    expect(found).toMatchObject({ code: 0, well: false, thrownOut: [NEWCOMER] });
  });
});

it('a password without a user name: against 3.1.1, allowed in 5.0', async () => {
  const bytesOf = (protocolVersion: '3.1.1' | '5.0') =>
    rawConnect({ protocolVersion, flags: CLEAN_FLAG | PASSWORD_FLAG, clientId: 'valve-07', password: 'spring-water' });
  const old = await run({ protocolVersion: '3.1.1', config: [OPEN], sends: { bytes: bytesOf('3.1.1') } });
  expect(old).toMatchObject({ connack: null, steps: ['connecting', 'lost'] });
  expect(logLines(old.events)).toContain('Protocol error from valve-07: password without username, closing connection.');
  const { code, well } = await run({ protocolVersion: '5.0', config: [OPEN], sends: { bytes: bytesOf('5.0') } });
  expect([code, well]).toEqual([0, true]);
});

it('bytes in place of CONNECT are the well-formed packet that the encoder makes', async () => {
  const { events } = await run({ protocolVersion: '5.0', config: [OPEN], sends: VALVE });
  const [connect] = packets(events, NEWCOMER, 'uplink', 'CONNECT');
  expect([...(connect?.bytes ?? [])]).toEqual(rawConnect({ protocolVersion: '5.0', clientId: 'valve-07' }));
});

it('ten may be inside already, and all stay', async () => {
  const inside = Array.from({ length: 10 }, (_, index) => `pump-${index}`);
  const { well, thrownOut } = await run({ protocolVersion: '3.1.1', config: [OPEN], sends: VALVE, inside });
  expect([well, thrownOut]).toEqual([true, []]);
});
