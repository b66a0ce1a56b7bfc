import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { CliBroker, freePort } from './cliBroker.js';
import { RawClient } from './rawMqtt.js';

const brokers: CliBroker[] = [];
const start = (words: readonly string[], files: Record<string, string> = {}): CliBroker => {
  const broker = new CliBroker(words, files);
  brokers.push(broker);
  return broker;
};

afterEach(async () => {
  for (const broker of brokers.splice(0)) await broker.remove();
});

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));

describe('the options', () => {
  it('prints how it is used, with the exit code of mosquitto -h', async () => {
    const broker = start(['-h']);
    expect(await broker.exited).toBe(3);
    expect(broker.stdout).toContain('Usage: mosquitto-wasm');
  });

  it('refuses an unknown option', async () => {
    const broker = start(['--frobnicate']);
    expect(await broker.exited).toBe(3);
    expect(broker.stderr).toMatch(/^Error: Unknown option '--frobnicate'\.\n.*Usage/s);
  });

  it.each([
    [['-c'], /Error: -c argument given, but no config file specified\./],
    [['-p'], /Error: -p argument given, but no port specified\./],
    [['-p', '99999'], /Error: Invalid port specified \(99999\)\./],
    [['-c', 'missing.conf'], /Error: Unable to open config file missing\.conf\./],
  ])('ends with 3 at %j', async (words, message) => {
    const broker = start(words);
    expect(await broker.exited).toBe(3);
    expect(broker.stderr).toMatch(message);
    expect(broker.stderr).toMatch(/^\d{10,}: /);
  });

  it("tells a wrong configuration with Mosquitto's own words and the line", async () => {
    const broker = start(['-c', 'bad.conf'], { 'bad.conf': 'listener 1883\n# all is well\nmax_queued_messages_per_client 5\n' });
    expect(await broker.exited).toBe(3);
    expect(broker.stderr).toContain('Error: Unknown configuration variable "max_queued_messages_per_client".');
    expect(broker.stderr).toContain('Error found at bad.conf:3.');
  });

  it('serves this machine on both loopback addresses when no listener is configured', async () => {
    const ports = [await freePort(), await freePort()];
    const broker = await start(ports.flatMap((port) => ['-p', String(port)])).running();
    expect(broker.stderr).toContain('Starting in local only mode');
    for (const port of ports) {
      for (const host of hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1']) {
        const client = await RawClient.open(port, 4, host);
        expect(await client.connect()).toMatchObject({ cmd: 'connack', returnCode: 0 });
        await client.end();
      }
    }
    expect(await broker.stop()).toBe(0);
  });

  it('binds a listener to the address it is given, and to no other', async () => {
    const port = await freePort();
    await start(['-c', 'm.conf'], { 'm.conf': `listener ${port} 127.0.0.2\nallow_anonymous true\n` }).running();
    const client = await RawClient.open(port, 4, '127.0.0.2');
    expect(await client.connect()).toMatchObject({ returnCode: 0 });
    await client.end();
    await expect(RawClient.open(port, 4, '127.0.0.1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('keeps listeners apart by their ports, each with its own settings', async () => {
    const [open, closed] = [await freePort(), await freePort()];
    const config = `per_listener_settings true\nlistener ${open}\nallow_anonymous true\nlistener ${closed}\nallow_anonymous false\n`;
    await start(['-c', 'm.conf'], { 'm.conf': config }).running();
    const codes = [];
    for (const port of [open, closed]) {
      const client = await RawClient.open(port);
      codes.push(await client.connect());
      await client.end();
    }
    expect(codes).toMatchObject([{ returnCode: 0 }, { returnCode: 5 }]);
  });

  it('keeps listeners on one port apart by their addresses', async () => {
    const port = await freePort();
    const config = `per_listener_settings true\nlistener ${port} 127.0.0.1\nallow_anonymous true\nlistener ${port} 127.0.0.2\nallow_anonymous false\n`;
    await start(['-c', 'm.conf'], { 'm.conf': config }).running();
    const codes = [];
    for (const host of ['127.0.0.1', '127.0.0.2']) {
      const client = await RawClient.open(port, 4, host);
      codes.push(await client.connect());
      await client.end();
    }
    expect(codes).toMatchObject([{ returnCode: 0 }, { returnCode: 5 }]);
  });

  it('binds to the addresses of an interface, of the kind that is asked for', async () => {
    const port = await freePort();
    await start(['-c', 'm.conf'], {
      'm.conf': `listener ${port}\nbind_interface lo\nsocket_domain ipv4\nallow_anonymous true\n`,
    }).running();
    const client = await RawClient.open(port, 4, '127.0.0.1');
    expect(await client.connect()).toMatchObject({ returnCode: 0 });
    await client.end();
    if (hasIpv6) await expect(RawClient.open(port, 4, '::1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('says that an interface does not exist', async () => {
    const broker = start(['-c', 'm.conf'], { 'm.conf': 'listener 1883\nbind_interface nowhere7\n' });
    expect(await broker.exited).toBe(1);
    expect(broker.stderr).toContain('Error: Interface nowhere7 does not exist.');
  });

  it('says that a port is in use, and ends with 1', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '0.0.0.0', () => resolve((other.address() as { port: number }).port));
    });
    const broker = start(['-c', 'm.conf'], { 'm.conf': `listener ${port}\n` });
    expect(await broker.exited).toBe(1);
    expect(broker.stderr).toMatch(/Error: Address already in use\n$/);
    expect(broker.stderr).not.toContain('running');
    await new Promise((resolve) => other.close(resolve));
  });

  it('logs everything with -v, and nothing at debug level without', async () => {
    for (const words of [[], ['-v']]) {
      const port = await freePort();
      const broker = await start([...words, '-p', String(port)]).running();
      const client = await RawClient.open(port);
      await client.connect({ clientId: 'watched' });
      await client.ping();
      expect(broker.stderr.includes('Received PINGREQ from watched')).toBe(words.length > 0);
      await client.end();
    }
  });

  it('goes to the background with -d once it runs', async () => {
    const port = await freePort();
    const broker = start(['-d', '-c', 'm.conf'], {
      'm.conf': `listener ${port}\nallow_anonymous true\npid_file m.pid\nlog_dest file m.log\n`,
    });
    expect(await broker.exited).toBe(0);
    const client = await RawClient.open(port);
    expect(await client.connect()).toMatchObject({ returnCode: 0 });
    process.kill(Number(broker.read('m.pid').toString()), 'SIGTERM');
    await client.closed;
  });

  it('tells in the foreground why -d failed', async () => {
    const broker = start(['-d', '-c', 'm.conf'], { 'm.conf': 'nonsense 1\n' });
    expect(await broker.exited).toBe(3);
    expect(broker.stderr).toContain('Error: Unknown configuration variable "nonsense".');
  });
});
