import { expect, it } from 'vitest';
import { fromMicroseconds } from '../engine/time.ts';
import type { PacketSent, RunEvent } from '../events.ts';
import { ClientStates } from './clientStates.ts';

const at = fromMicroseconds(0);

function sent(packet: number, change: Partial<PacketSent>): PacketSent {
  const blank = {
    packetId: null,
    qos: null,
    dup: false,
    message: null,
    device: null,
    lost: false,
    summary: '',
    bytes: new Uint8Array(),
  } as const;
  return { kind: 'packetSent', at, packet, client: 'a', direction: 'uplink', type: 'PUBLISH', endsAt: at, ...blank, ...change };
}

function after(...events: RunEvent[]) {
  const states = new ClientStates([
    { name: 'a', address: '192.0.2.1', protocolVersion: '3.1.1' },
    { name: 'b', address: '192.0.2.2', protocolVersion: '5.0' },
  ]);
  for (const event of events) states.take(event);
  return states.snapshot();
}

it('knows nothing before the first event', () => {
  const blank = {
    clientId: null,
    power: null,
    connection: null,
    sessionPresent: null,
    cable: 'in',
    served: false,
    inFlight: 0,
    packets: 0,
  };
  expect(after()).toMatchObject([
    { client: 'a', address: '192.0.2.1', subscriptions: [], ...blank },
    { client: 'b', address: '192.0.2.2', subscriptions: [], ...blank },
  ]);
});

it('keeps the two views of a connection apart', () => {
  const connack = sent(1, { direction: 'downlink', type: 'CONNACK', bytes: Uint8Array.of(0x20, 2, 0, 0) });
  const accepted = after({ kind: 'connection', at, client: 'a', step: 'connecting', code: null, sessionPresent: null }, connack);
  expect(accepted[0]).toMatchObject({ connection: 'connecting', served: true });
  const goodbye = sent(2, { type: 'DISCONNECT' });
  expect(after(connack, goodbye)[0]).toMatchObject({ served: true });
  expect(after(connack, goodbye, { kind: 'packetArrived', at, packet: 2, client: 'a' })[0]).toMatchObject({ served: false });
});

it('takes a refusing CONNACK for no acceptance', () => {
  const refusal = sent(1, { direction: 'downlink', type: 'CONNACK', bytes: Uint8Array.of(0x20, 2, 0, 5) });
  expect(after(refusal)[0]?.served).toBe(false);
});

it('counts messages from published to settled', () => {
  const step = (message: number, name: 'published' | 'acknowledged' | 'gaveUp'): RunEvent => ({
    kind: 'message',
    at,
    client: 'a',
    message,
    step: name,
  });
  expect(after(step(1, 'published'), step(2, 'published'), step(3, 'published'))[0]?.inFlight).toBe(3);
  expect(after(step(1, 'published'), step(2, 'published'), step(1, 'acknowledged'), step(2, 'gaveUp'))[0]?.inFlight).toBe(0);
});

it('follows the power of a device', () => {
  expect(after({ kind: 'power', at, client: 'a', state: 'boot' }, { kind: 'power', at, client: 'a', state: 'deepSleep' })[0]?.power).toBe(
    'deepSleep',
  );
});
