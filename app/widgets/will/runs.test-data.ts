// For the lab's component test: events of finished runs, written by hand. Instants in milliseconds.
import { fromMilliseconds, type RunEvent } from '#simulations';

const at = fromMilliseconds;

export const logged = (ms: number, text: string): RunEvent => ({ kind: 'brokerLog', at: at(ms), level: 'notice', text });
export const cable = (ms: number, state: 'out' | 'in'): RunEvent => ({ kind: 'cable', at: at(ms), client: 'device', state });
export const power = (ms: number, state: 'off' | 'listen'): RunEvent => ({ kind: 'power', at: at(ms), client: 'device', state });

export const connection = (ms: number, step: 'connected' | 'lost'): RunEvent => ({
  kind: 'connection',
  at: at(ms),
  client: 'device',
  step,
  code: step === 'connected' ? 0 : null,
  sessionPresent: step === 'connected' ? false : null,
});

export const sent = (ms: number, client: string, type: string, lost = false): RunEvent => ({
  kind: 'packetSent',
  at: at(ms),
  packet: ms,
  client,
  direction: client === 'device' ? 'uplink' : 'downlink',
  type,
  summary: type,
  bytes: Uint8Array.of(0xc0, 0),
  packetId: null,
  qos: null,
  dup: false,
  message: null,
  device: null,
  endsAt: at(ms + 50),
  lost,
});

export const told = (ms: number, client: string, payload: string, retain = false): RunEvent => ({
  kind: 'received',
  at: at(ms),
  client,
  topicName: 'valve/07/status',
  payload,
  qos: 1,
  dup: false,
  retain,
  packetId: 1,
  messageExpirySeconds: null,
});

/** The broker publishes the will to the watcher, who has it 50 ms later. */
export const will = (ms: number): readonly RunEvent[] => [sent(ms, 'watcher', 'PUBLISH'), told(ms + 50, 'watcher', 'offline')];

export const TIMEOUT = 'Client valve-07 has exceeded timeout, disconnecting.';
export const TCP_CLOSED = 'Client valve-07 closed its connection.';

/** Keep alive 4 s, the cable pulled at 6 s for good. */
export const pulled: readonly RunEvent[] = [
  connection(1_200, 'connected'),
  sent(5_500, 'device', 'PINGREQ'),
  cable(6_000, 'out'),
  sent(9_500, 'device', 'PINGREQ', true),
  logged(12_000, TIMEOUT),
  ...will(12_000),
];
