import { createHash, pbkdf2Sync } from 'node:crypto';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CliBroker, freePort } from './cliBroker.js';
import { RawClient } from './rawMqtt.js';

const brokers: CliBroker[] = [];

async function run(options: {
  config: string;
  files?: Record<string, string>;
  folder?: string;
}): Promise<{ broker: CliBroker; port: number }> {
  const port = await freePort();
  const broker = new CliBroker(
    ['-c', 'm.conf'],
    { ...options.files, 'm.conf': `listener ${port} 127.0.0.1\n${options.config}\n` },
    options.folder,
  );
  brokers.push(broker);
  await broker.running();
  return { broker, port };
}

afterEach(async () => {
  for (const broker of brokers.splice(0)) await broker.remove();
});

async function returnCode(port: number, username?: string, password?: string): Promise<number | undefined> {
  const client = await RawClient.open(port);
  const answer = await client.connect({
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password: Buffer.from(password) }),
  });
  await client.end();
  return answer.cmd === 'connack' ? answer.returnCode : undefined;
}

const SALT = Buffer.from('twelve bytes');

/** Lines as `mosquitto_passwd -H sha512` and `-H sha512-pbkdf2` write them. */
const sha512Line = (user: string, password: string): string =>
  `${user}:$6$${SALT.toString('base64')}$${createHash('sha512').update(password).update(SALT).digest('base64')}\n`;
const pbkdf2Line = (user: string, password: string): string =>
  `${user}:$7$101$${SALT.toString('base64')}$${pbkdf2Sync(password, SALT, 101, 64, 'sha512').toString('base64')}\n`;

/** Leaves a session with one QoS 1 subscription and one message waiting in it. */
async function leaveMessage(port: number): Promise<void> {
  const sleeper = await RawClient.open(port);
  await sleeper.connect({ clientId: 'sleeper', clean: false });
  sleeper.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a/b', qos: 1 }] });
  await sleeper.next();
  sleeper.send({ cmd: 'disconnect' });
  await sleeper.closed;
  const publisher = await RawClient.open(port);
  await publisher.connect();
  publisher.send({ cmd: 'publish', topic: 'a/b', payload: 'for later', qos: 1, messageId: 7, dup: false, retain: false });
  await publisher.next();
  await publisher.end();
}

/** Settles when a file of that name is there. */
function appearance(folder: string, name: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (!existsSync(join(folder, name))) return;
      watcher.close();
      resolve();
    });
  });
}

async function takeMessage(port: number): Promise<unknown> {
  const sleeper = await RawClient.open(port);
  expect(await sleeper.connect({ clientId: 'sleeper', clean: false })).toMatchObject({ returnCode: 0, sessionPresent: true });
  const message = await sleeper.next();
  await sleeper.end();
  return message;
}

describe('passwords and rights', () => {
  it('takes plain passwords', async () => {
    const { port } = await run({ config: 'password_file users', files: { users: 'anna:secret\nbob:hidden\n' } });
    expect(await returnCode(port)).toBe(5);
    expect(await returnCode(port, 'anna', 'secret')).toBe(0);
    expect(await returnCode(port, 'anna', 'wrong')).toBe(5);
    expect(await returnCode(port, 'bob', 'secret')).toBe(5);
  });

  it('takes the hashes of mosquitto_passwd, and no plain password beside them', async () => {
    const users = `${sha512Line('anna', 'secret')}${pbkdf2Line('bob', 'hidden')}carl:plain\n`;
    const { broker, port } = await run({ config: 'password_file users', files: { users } });
    expect(await returnCode(port, 'anna', 'secret')).toBe(0);
    expect(await returnCode(port, 'anna', 'hidden')).toBe(5);
    expect(await returnCode(port, 'bob', 'hidden')).toBe(0);
    expect(await returnCode(port, 'bob', 'wrong')).toBe(5);
    expect(await returnCode(port, 'carl', 'plain')).toBe(5);
    await broker.saw(/Invalid password hash/);
  });

  it('reads them again at SIGHUP, with the configuration', async () => {
    const { broker, port } = await run({ config: 'password_file users', files: { users: 'anna:secret\n' } });
    broker.write('users', 'anna:new\n');
    broker.signal('SIGHUP');
    await broker.saw(/Reloading config\./);
    expect(await returnCode(port, 'anna', 'secret')).toBe(5);
    expect(await returnCode(port, 'anna', 'new')).toBe(0);
  });

  it('forgets a password file that is gone at SIGHUP', async () => {
    const { broker, port } = await run({ config: 'password_file users', files: { users: 'anna:secret\n' } });
    broker.write('m.conf', `listener ${port} 127.0.0.1\npassword_file elsewhere\n`);
    broker.signal('SIGHUP');
    await broker.saw(/Error: Unable to open pwfile "elsewhere"/);
    expect(await returnCode(port, 'anna', 'secret')).not.toBe(0);
  });

  it('reads the files of include_dir', async () => {
    const { port } = await run({
      config: 'include_dir more',
      files: { 'more/b.conf': 'allow_anonymous true\n', 'more/ignored.txt': 'nonsense' },
    });
    expect(await returnCode(port)).toBe(0);
  });

  it('names the file and line of a wrong included file', async () => {
    const broker = new CliBroker(['-c', 'm.conf'], { 'm.conf': 'include_dir more\n', 'more/a.conf': 'listener 1883\nwrong 1\n' });
    brokers.push(broker);
    expect(await broker.exited).toBe(3);
    expect(broker.stderr).toContain('Error found at more/a.conf:2.');
  });
});

describe('sessions on the disk', () => {
  const config = 'allow_anonymous true\npersistence true\npersistence_location data\npersistence_file sessions.db';

  it('are written at SIGTERM and read by the next broker', async () => {
    const first = await run({ config, files: { 'data/keep': '' } });
    await leaveMessage(first.port);
    expect(await first.broker.stop()).toBe(0);
    const second = await run({ config, folder: first.broker.folder });
    expect(await takeMessage(second.port)).toMatchObject({ cmd: 'publish', topic: 'a/b', payload: Buffer.from('for later') });
  });

  it('are written at SIGUSR1, and nothing is lost by SIGKILL after it', async () => {
    const first = await run({ config, files: { 'data/keep': '' } });
    await leaveMessage(first.port);
    first.broker.signal('SIGUSR1');
    await first.broker.saw(/Saving in-memory database/);
    // The next thing it does comes after the file was written.
    expect(await returnCode(first.port)).toBe(0);
    first.broker.signal('SIGKILL');
    await first.broker.exited;
    const second = await run({ config, folder: first.broker.folder });
    expect(await takeMessage(second.port)).toMatchObject({ cmd: 'publish', payload: Buffer.from('for later') });
  });

  it('are written by autosave', async () => {
    const first = await run({ config: `${config}\nautosave_on_changes true\nautosave_interval 1`, files: { 'data/keep': '' } });
    const written = appearance(join(first.broker.folder, 'data'), 'sessions.db');
    await leaveMessage(first.port);
    await written;
  });

  it('say so when they cannot be written, and the broker still ends well', async () => {
    const { broker, port } = await run({ config: 'allow_anonymous true\npersistence true\npersistence_location nowhere' });
    await leaveMessage(port);
    expect(await broker.stop()).toBe(0);
    expect(broker.stderr).toMatch(/Error saving in-memory database/);
  });
});

describe('the log', () => {
  it('goes to the file, with the time in the form asked for', async () => {
    const { broker } = await run({ config: 'log_dest file m.log\nlog_dest stderr\nlog_timestamp_format %Y-%m-%dT%H:%M:%S' });
    expect(broker.read('m.log').toString()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d: mosquitto version 2\.0\.21 starting\n/);
    expect(broker.stderr).toBe(broker.read('m.log').toString());
  });

  it('leaves the time out, and goes to stdout, when told so', async () => {
    const { broker } = await run({ config: 'log_dest stdout\nlog_timestamp false' });
    expect(broker.stdout).toMatch(/^mosquitto version 2\.0\.21 starting\n/);
    expect(broker.stderr).toBe('');
  });

  it('goes to stderr when the file cannot be opened', async () => {
    const { broker } = await run({ config: 'log_dest file no/such/folder.log' });
    expect(broker.stderr).toMatch(/Error: Unable to open log file no\/such\/folder\.log for writing\./);
  });

  it('lists the subscriptions at SIGUSR2', async () => {
    const { broker, port } = await run({ config: 'allow_anonymous true' });
    await leaveMessage(port);
    broker.signal('SIGUSR2');
    await broker.saw(/^a\/b: sleeper \(QoS 1\)$/m);
  });
});

describe('the process id', () => {
  it('is in its file while the broker runs', async () => {
    const { broker, port } = await run({ config: 'allow_anonymous true\npid_file m.pid' });
    expect(await returnCode(port)).toBe(0);
    expect(broker.read('m.pid').toString()).toBe(String(broker.pid));
    await broker.stop();
    expect(existsSync(join(broker.folder, 'm.pid'))).toBe(false);
  });
});
