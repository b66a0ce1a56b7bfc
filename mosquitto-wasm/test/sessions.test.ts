// Sessions: who keeps one, what it holds, who takes it over and when it goes. [v3.1.1 3.1.2.4, 4.1; v5.0 3.1.2.11.2, 4.1]

import { describe, expect, it } from 'vitest';
import { Bench, OPEN } from './bench.js';

const will = { topic: 'will/a', payload: Buffer.from('gone'), qos: 0 as const, retain: false };

describe('taking over a client id', () => {
  it('admits the second client and closes the first, whose will is published', async () => {
    const bench = await Bench.start();
    const watcher = bench.client();
    watcher.connect('watcher');
    watcher.subscribe('will/#');
    const first = bench.client();
    first.connect('same', { will });
    const second = bench.client();
    expect(second.connect('same')?.returnCode).toBe(0);
    expect(first.closed).toBe(true);
    expect(second.closed).toBe(false);
    expect(watcher.payloads).toEqual(['gone']);
    expect(bench.logTexts).toContain('Client same already connected, closing old connection.');
  });

  it('publishes no will where both sessions are kept', async () => {
    const bench = await Bench.start();
    const watcher = bench.client();
    watcher.connect('watcher');
    watcher.subscribe('will/#');
    bench.client().connect('same', { clean: false, will });
    bench.client().connect('same', { clean: false, will });
    expect(watcher.payloads).toEqual([]);
  });

  it('tells a 5.0 client 0x8E first [v5.0 MQTT-3.1.4-3]', async () => {
    const bench = await Bench.start();
    const first = bench.client({ protocolVersion: 5 });
    first.connect('same');
    bench.client({ protocolVersion: 5 }).connect('same');
    expect(first.of('disconnect').map(({ reasonCode }) => reasonCode)).toEqual([0x8e]);
    expect(first.closed).toBe(true);
  });

  it('again and again is never refused: two clients with one id push each other off', async () => {
    const bench = await Bench.start();
    const answers = Array.from({ length: 20 }, () => bench.client().connect('same')?.returnCode);
    expect(answers).toEqual(Array.from({ length: 20 }, () => 0));
    expect(bench.broker.metrics().connections).toBe(1);
  });
});

describe('session present', () => {
  it('follows clean session in 3.1.1', async () => {
    const bench = await Bench.start();
    const present = [false, false, true, false].map((clean) => {
      const client = bench.client();
      const connack = client.connect('a', { clean });
      client.connection.close();
      return connack?.sessionPresent;
    });
    expect(present).toEqual([false, true, false, false]);
  });

  it('needs a session expiry interval in 5.0: clean start 0 alone keeps nothing', async () => {
    const bench = await Bench.start();
    const visit = (properties: { sessionExpiryInterval?: number }) => {
      const client = bench.client({ protocolVersion: 5 });
      const connack = client.connect('a', { clean: false, properties });
      client.connection.close();
      return connack?.sessionPresent;
    };
    expect([visit({}), visit({})]).toEqual([false, false]);
    expect([visit({ sessionExpiryInterval: 300 }), visit({ sessionExpiryInterval: 300 })]).toEqual([false, true]);
  });

  it('ends with the interval', async () => {
    const bench = await Bench.start();
    const visit = () => {
      const client = bench.client({ protocolVersion: 5 });
      const connack = client.connect('a', { clean: false, properties: { sessionExpiryInterval: 2 } });
      client.connection.close();
      return connack?.sessionPresent;
    };
    visit();
    bench.pass(1);
    expect(visit()).toBe(true);
    bench.pass(2);
    expect(visit()).toBe(true);
    bench.pass(3);
    expect(visit()).toBe(false);
    expect(bench.logTexts).toContain('Expiring client a due to timeout.');
  });

  it('cannot be asked for at DISCONNECT where CONNECT did not [v5.0 3.14.2.2.2]', async () => {
    const bench = await Bench.start();
    const client = bench.client({ protocolVersion: 5 });
    client.connect('a', { clean: false });
    client.send({ cmd: 'disconnect', reasonCode: 0, properties: { sessionExpiryInterval: 300 } });
    expect(client.of('disconnect').map(({ reasonCode }) => reasonCode)).toEqual([0x82]);
    expect(bench.session('a')).toBeUndefined();
  });
});

describe('persistent_client_expiration', () => {
  it('caps the session of a 3.1.1 client, which would be kept for ever', async () => {
    const bench = await Bench.start(`${OPEN}persistent_client_expiration 1h\n`);
    const client = bench.client();
    client.connect('a', { clean: false });
    expect(bench.session('a')?.sessionExpirySeconds).toBe(3600);
    client.connection.close();
    expect(bench.session('a')?.expiresAtMs).toBe(bench.nowMs + 3_600_000);
    bench.pass(3600);
    expect(bench.session('a')).toBeDefined();
    bench.pass(2);
    expect(bench.session('a')).toBeUndefined();
  });

  it('does not lengthen what a 5.0 client asked for', async () => {
    const bench = await Bench.start(`${OPEN}persistent_client_expiration 1d\n`);
    const client = bench.client({ protocolVersion: 5 });
    client.connect('a', { clean: false, properties: { sessionExpiryInterval: 60 } });
    client.connection.close();
    bench.pass(62);
    expect(bench.session('a')).toBeUndefined();
  });
});

describe('keep alive', () => {
  it('closes a silent client after one and a half times its interval, give or take a second', async () => {
    const bench = await Bench.start();
    const client = bench.client();
    client.connect('a', { keepalive: 10, will });
    const watcher = bench.client();
    watcher.connect('w');
    watcher.subscribe('will/#');
    bench.pass(14);
    expect(client.closed).toBe(false);
    bench.pass(4);
    expect(client.closed).toBe(true);
    expect(watcher.payloads).toEqual(['gone']);
    expect(bench.logTexts).toContain('Client a has exceeded timeout, disconnecting.');
  });

  it('counts from the last packet', async () => {
    const bench = await Bench.start();
    const client = bench.client();
    client.connect('a', { keepalive: 10 });
    for (let round = 0; round < 5; round += 1) {
      bench.pass(10);
      client.send({ cmd: 'pingreq' });
    }
    expect(client.closed).toBe(false);
    expect(client.of('pingresp')).toHaveLength(5);
  });

  it('of 0 lets a client be silent', async () => {
    const bench = await Bench.start();
    const client = bench.client();
    client.connect('a', { keepalive: 0 });
    bench.pass(100_000);
    expect(client.closed).toBe(false);
  });
});

describe('a will', () => {
  it('is published when the connection ends without DISCONNECT, and not after one', async () => {
    const bench = await Bench.start();
    const watcher = bench.client();
    watcher.connect('w');
    watcher.subscribe('will/#');
    const polite = bench.client();
    polite.connect('a', { will });
    polite.send({ cmd: 'disconnect' });
    expect(polite.closed).toBe(true);
    expect(watcher.payloads).toEqual([]);
    const rude = bench.client();
    rude.connect('a', { will });
    rude.connection.close();
    expect(watcher.payloads).toEqual(['gone']);
  });

  it('waits for its delay, and is withdrawn when the client is back before [v5.0 3.1.3.2.2]', async () => {
    const bench = await Bench.start();
    const watcher = bench.client();
    watcher.connect('w');
    watcher.subscribe('will/#');
    const leave = () => {
      const client = bench.client({ protocolVersion: 5 });
      client.connect('a', {
        clean: false,
        properties: { sessionExpiryInterval: 100 },
        will: { ...will, properties: { willDelayInterval: 5 } },
      });
      client.connection.close();
    };
    leave();
    bench.pass(4);
    leave();
    bench.pass(4);
    expect(watcher.payloads).toEqual([]);
    bench.pass(3);
    expect(watcher.payloads).toEqual(['gone']);
  });
});
