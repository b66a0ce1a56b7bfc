// What persistent sessions and queued messages cost on the in-page broker: seconds to make them, bytes of the broker's own heap each.
import { createBroker } from 'mosquitto-wasm';
import { encode } from '../mqtt/encode.ts';
import type { Figure } from './figure.ts';
import { BENCH_CONFIG } from './peers.ts';

const SESSIONS = 10_000;
const MESSAGES = 500_000;
const MESSAGES_EACH = MESSAGES / SESSIONS;
const PAYLOAD = new Uint8Array(100).fill(0x78);

export async function sessionFigures(): Promise<Figure[]> {
  const broker = await createBroker({ config: `listener 1883\n${BENCH_CONFIG}` });
  const before = broker.metrics().heapBytes;
  let started = performance.now();
  for (let index = 0; index < SESSIONS; index++) {
    const connection = broker.connect();
    connection.onData = () => undefined;
    connection.send(encode({ type: 'CONNECT', clientId: `device-${index}`, cleanStart: false, keepAliveSeconds: 0 }, '3.1.1'));
    connection.send(encode({ type: 'SUBSCRIBE', packetId: 1, subscriptions: [{ topicFilter: `to/${index}`, qos: 1 }] }, '3.1.1'));
    connection.send(encode({ type: 'DISCONNECT' }, '3.1.1'));
    connection.close();
  }
  broker.tick();
  const sessionSeconds = (performance.now() - started) / 1_000;
  const sessions = broker.metrics();

  const publisher = broker.connect();
  publisher.onData = () => undefined;
  publisher.send(encode({ type: 'CONNECT', clientId: 'publisher', cleanStart: true, keepAliveSeconds: 0 }, '3.1.1'));
  const withPublisher = broker.metrics().heapBytes;
  started = performance.now();
  for (let round = 0; round < MESSAGES_EACH; round++) {
    for (let index = 0; index < SESSIONS; index++) {
      const packetId = (index % 60_000) + 1;
      publisher.send(
        encode({ type: 'PUBLISH', topicName: `to/${index}`, payload: PAYLOAD, qos: 1, retain: false, dup: false, packetId }, '3.1.1'),
      );
    }
  }
  const queueSeconds = (performance.now() - started) / 1_000;
  const queued = broker.metrics();
  if (queued.storedMessages < MESSAGES) throw new Error(`only ${queued.storedMessages} of ${MESSAGES} messages are queued`);
  broker.kill();
  return [
    { name: '10,000 persistent sessions, one packet a call, Node', value: sessionSeconds, unit: 's', aim: null },
    { name: 'broker heap each', value: (sessions.heapBytes - before) / SESSIONS, unit: 'bytes', aim: null },
    { name: '500,000 queued QoS 1 messages of 100 bytes, one packet a call, Node', value: queueSeconds, unit: 's', aim: null },
    { name: 'broker heap each', value: (queued.heapBytes - withPublisher) / MESSAGES, unit: 'bytes', aim: '<= 320' },
    { name: 'linear memory then', value: queued.memoryBytes / 1_048_576, unit: 'MiB', aim: null },
  ];
}
