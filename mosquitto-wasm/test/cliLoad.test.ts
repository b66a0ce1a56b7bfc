// Many clients at once, and large messages, over both transports.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CliBroker, freePort } from './cliBroker.js';
import { TestClient } from './mqttJsClient.js';

let broker: CliBroker;
const urls = { tcp: '', ws: '' };

beforeAll(async () => {
  const [tcp, ws] = [await freePort(), await freePort()];
  broker = new CliBroker(['-c', 'm.conf'], {
    'm.conf': `allow_anonymous true\nlistener ${tcp} 127.0.0.1\nlistener ${ws} 127.0.0.1\nprotocol websockets\n`,
  });
  await broker.running();
  urls.tcp = `mqtt://127.0.0.1:${tcp}`;
  urls.ws = `ws://127.0.0.1:${ws}`;
});

afterAll(async () => {
  expect(await broker.stop()).toBe(0);
  await broker.remove();
});

describe('the broker', () => {
  it('serves 200 clients at once', async () => {
    const count = 200;
    const clients = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        TestClient.connect(index % 2 === 0 ? urls.tcp : urls.ws, { clientId: `c${index}`, protocolVersion: index % 4 < 2 ? 4 : 5 }),
      ),
    );
    await Promise.all(clients.map((client, index) => client.mqtt.subscribeAsync([`to/${index}`, 'to/all'], { qos: 1 })));
    await Promise.all(clients.map((client, index) => client.mqtt.publishAsync(`to/${(index + 1) % count}`, String(index), { qos: 2 })));
    await clients[0]?.mqtt.publishAsync('to/all', 'everybody', { qos: 1 });
    for (const [index, client] of clients.entries()) {
      const texts = [(await client.next()).text, (await client.next()).text];
      expect(texts.sort()).toEqual([String((index + count - 1) % count), 'everybody'].sort());
    }
    await Promise.all(clients.map((client) => client.end()));
  }, 30_000);

  it.each([
    ['tcp', 1_000_000, 0],
    ['tcp', 10_000_000, 1],
    ['tcp', 10_000_000, 2],
    ['ws', 1_000_000, 2],
    ['ws', 10_000_000, 0],
    ['ws', 10_000_000, 1],
  ] as const)(
    'carries a message over %s: %d bytes at QoS %d',
    async (transport, length, qos) => {
      const payload = Buffer.alloc(length, 'the same again; ');
      payload.writeUInt32BE(qos, length - 4);
      const client = await TestClient.connect(urls[transport], { protocolVersion: 5 });
      const topic = `large/${transport}/${length}/${qos}`;
      await client.mqtt.subscribeAsync(topic, { qos });
      await client.mqtt.publishAsync(topic, payload, { qos });
      const arrived = (await client.next()).payload as Buffer;
      expect(arrived.length).toBe(length);
      expect(createHash('sha256').update(arrived).digest('hex')).toBe(createHash('sha256').update(payload).digest('hex'));
      await client.end();
    },
    30_000,
  );
});
