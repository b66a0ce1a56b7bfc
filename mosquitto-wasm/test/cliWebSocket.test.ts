// MQTT in WebSocket frames, section 6 of both versions, frame by frame.
import { get } from 'node:http';
import { generate, type Packet } from 'mqtt-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CliBroker, freePort } from './cliBroker.js';

let broker: CliBroker;
let port = 0;

beforeAll(async () => {
  port = await freePort();
  broker = new CliBroker(['-c', 'm.conf'], {
    'm.conf': `listener ${port} 127.0.0.1\nprotocol websockets\nallow_anonymous true\nhttp_dir www\n`,
  });
  await broker.running();
});

afterAll(() => broker.remove());

const CONNECT: Packet = { cmd: 'connect', clientId: 'w', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 };
const PING: Packet = { cmd: 'pingreq' };
const CONNACK = Buffer.from([0x20, 2, 0, 0]);
const PINGRESP = Buffer.from([0xd0, 0]);

class Frames {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  #received = Buffer.alloc(0);
  #look: () => void = () => undefined;

  constructor(protocols: string[], headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/any/path`, protocols, { headers });
    this.socket.on('message', (data: Buffer, isBinary) => {
      expect(isBinary).toBe(true);
      this.#received = Buffer.concat([this.#received, data]);
      this.#look();
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
  }

  open(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.socket.once('open', () => resolve(this));
      this.socket.once('error', reject);
    });
  }

  /** The next bytes, however they are framed. */
  take(length: number): Promise<Buffer> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.#received.length < length) return;
        this.#look = () => undefined;
        const taken = this.#received.subarray(0, length);
        this.#received = this.#received.subarray(length);
        resolve(taken);
      };
      this.#look();
    });
  }

  end(): Promise<number> {
    this.socket.close();
    return this.closed;
  }
}

describe('the handshake', () => {
  it.each([['mqtt'], ['mqttv3.1']])('agrees on %s', async (protocol) => {
    const frames = await new Frames(['other', protocol]).open();
    expect(frames.socket.protocol).toBe(protocol);
    frames.socket.send(generate(CONNECT));
    expect(await frames.take(4)).toEqual(CONNACK);
    await frames.end();
  });

  it.each([[[]], [['chat']]])('refuses %j', async (protocols) => {
    await expect(new Frames(protocols).open()).rejects.toThrow('400');
  });

  it('answers a plain request with 404, and serves no files', async () => {
    const status = await new Promise((resolve) =>
      get({ port, host: '127.0.0.1', path: '/' }, (response) => resolve(response.resume().statusCode)),
    );
    expect(status).toBe(404);
    expect(broker.stderr).toMatch(/http_dir/);
  });

  it('believes a proxy about the client address', async () => {
    const frames = await new Frames(['mqtt'], { 'X-Forwarded-For': '203.0.113.7, 10.0.0.1' }).open();
    frames.socket.send(generate(CONNECT));
    await frames.take(4);
    await broker.saw(/New client connected from 203\.0\.113\.7/);
    await frames.end();
  });
});

describe('frames', () => {
  it('may cut a packet anywhere', async () => {
    const frames = await new Frames(['mqtt']).open();
    for (const byte of generate(CONNECT)) frames.socket.send(Uint8Array.of(byte));
    expect(await frames.take(4)).toEqual(CONNACK);
    await frames.end();
  });

  it('may hold several packets and a part of the next', async () => {
    const frames = await new Frames(['mqtt']).open();
    const all = Buffer.concat([generate(CONNECT), generate(PING), generate(PING)]);
    frames.socket.send(all.subarray(0, -1));
    expect(await frames.take(6)).toEqual(Buffer.concat([CONNACK, PINGRESP]));
    frames.socket.send(all.subarray(-1));
    expect(await frames.take(2)).toEqual(PINGRESP);
    await frames.end();
  });

  it('may come in fragments', async () => {
    const frames = await new Frames(['mqtt']).open();
    const packet = generate(CONNECT);
    frames.socket.send(packet.subarray(0, 5), { binary: true, fin: false });
    frames.socket.send(packet.subarray(5), { binary: true, fin: true });
    expect(await frames.take(4)).toEqual(CONNACK);
    await frames.end();
  });

  it('must be binary', async () => {
    const frames = await new Frames(['mqtt']).open();
    frames.socket.send('hello');
    expect(await frames.closed).toBe(1003);
  });

  it('wait in the broker while a client does not read, and come in order when it does', async () => {
    const reader = await new Frames(['mqtt']).open();
    reader.socket.send(generate({ ...CONNECT, clientId: 'slow' }));
    await reader.take(4);
    reader.socket.send(generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'f', qos: 0 }] }));
    await reader.take(5);
    reader.socket.pause();
    const publisher = await new Frames(['mqtt']).open();
    publisher.socket.send(generate({ ...CONNECT, clientId: 'quick' }));
    await publisher.take(4);
    const payload = Buffer.alloc(20_000);
    const count = 3000;
    for (let index = 0; index < count; index += 1) {
      payload.writeUInt32BE(index);
      publisher.socket.send(generate({ cmd: 'publish', topic: 'f', payload, qos: 0, dup: false, retain: false }));
    }
    publisher.socket.send(generate(PING));
    await publisher.take(2);
    reader.socket.resume();
    const length = generate({ cmd: 'publish', topic: 'f', payload, qos: 0, dup: false, retain: false }).length;
    const numbers: number[] = [];
    for (let packet = await reader.take(2); packet[0] === 0x30; packet = await reader.take(2)) {
      const rest = await reader.take(length - 2);
      numbers.push(rest.readUInt32BE(rest.length - payload.length));
      reader.socket.send(generate(PING));
    }
    expect(numbers.length).toBeGreaterThan(1000);
    expect(numbers.length).toBeLessThan(count);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await Promise.all([reader.end(), publisher.end()]);
  }, 30_000);

  it('end with the connection that the broker closes', async () => {
    const frames = await new Frames(['mqtt']).open();
    frames.socket.send(generate(PING));
    expect(await frames.closed).toBe(1000);
  });
});
