// The broker's log: its lines with their level, and the keys of mosquitto.conf that direct it.

import type { LogLine } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';
import { Bench, OPEN, START_MS } from './bench.js';

const SECONDS = START_MS / 1000;
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** One client that connects, subscribes and is gone. */
async function visit(more: string, options = {}): Promise<Bench> {
  const bench = await Bench.start(OPEN + more, options);
  const client = bench.client();
  client.connect('visitor');
  client.subscribe('topic', 1);
  client.send({ cmd: 'unsubscribe', messageId: 9, unsubscriptions: ['topic'] });
  client.send({ cmd: 'disconnect' });
  return bench;
}

const levels = (lines: readonly LogLine[]) => [...new Set(lines.map(({ level }) => level))].sort();

describe('levels', () => {
  it('are those of log_type, by default without debug and subscriptions', async () => {
    expect(levels((await visit('')).log)).toEqual(['information', 'notice']);
    expect(levels((await visit('log_type all\n')).log)).toEqual(['debug', 'information', 'notice', 'subscribe', 'unsubscribe']);
    expect(levels((await visit('log_type subscribe\nlog_type unsubscribe\n')).log).filter((level) => level !== 'information')).toEqual([
      'subscribe',
      'unsubscribe',
    ]);
  });

  it('tell an error from a warning', async () => {
    const bench = await Bench.start(`${OPEN}cafile x\n`);
    expect(bench.log[0]).toEqual({ level: 'warning', text: 'Warning: TLS support not available.', atMs: START_MS });
    bench.broker.reload('nonsense\n');
    expect(bench.log.find(({ level }) => level === 'error')?.text).toBe('Error: Unknown configuration variable "nonsense".');
  });

  it('are all shown with -v', async () => {
    const bench = await visit('', { arguments: ['-v'] });
    expect(levels(bench.log)).toContain('debug');
    expect(bench.logTexts).toContain('Received DISCONNECT from visitor');
  });

  it('none silences the broker once it has read that', async () => {
    expect((await visit('log_type none\n')).log).toEqual([]);
  });
});

describe('log_dest', () => {
  it('none: no line at all', async () => {
    expect((await visit('log_dest none\n')).log).toEqual([]);
  });

  it('file: into that file and nowhere else, with the time', async () => {
    const bench = await visit('log_dest file logs/broker.log\n');
    expect(bench.log).toEqual([]);
    const lines = text(bench.broker.files()['logs/broker.log']).split('\n');
    expect(lines[0]).toBe(`${SECONDS}: mosquitto version 2.0.21 starting`);
    expect(lines).toContain(`${SECONDS}: Client visitor disconnected.`);
    expect(lines.at(-1)).toBe('');
  });

  it('file and stdout: into both', async () => {
    const bench = await visit('log_dest file broker.log\nlog_dest stdout\n');
    expect(bench.logTexts.at(-1)).toBe('Client visitor disconnected.');
    expect(text(bench.broker.files()['broker.log'])).toContain('Client visitor disconnected.');
  });

  it('stdout, stderr and syslog are one place: each line once', async () => {
    for (const more of [
      'log_dest stdout\nlog_dest stderr\n',
      'log_dest stdout\nlog_dest syslog\n',
      'log_dest syslog\n',
      'log_dest stderr\n',
    ]) {
      const { logTexts } = await visit(more);
      expect(logTexts.filter((line) => line === 'Client visitor disconnected.')).toHaveLength(1);
    }
  });

  it('topic: as messages below $SYS/broker/log', async () => {
    const bench = await Bench.start(`${OPEN}log_dest topic\n`);
    const watcher = bench.client();
    watcher.connect('watcher');
    watcher.subscribe('$SYS/broker/log/#');
    bench.client({ address: '10.0.0.9' }).connect('other');
    expect(watcher.of('publish').map(({ topic, payload }) => [topic, String(payload)])).toContainEqual([
      '$SYS/broker/log/N',
      `${SECONDS}: New client connected from 10.0.0.9:49153 as other (p2, c1, k0).`,
    ]);
    expect(bench.log).toEqual([]);
  });
});

describe('the time stamp', () => {
  const firstLine = async (more: string) => {
    const bench = await visit(`log_dest file l\nlog_dest stdout\n${more}`);
    expect(bench.logTexts[0]).toBe('mosquitto version 2.0.21 starting');
    return text(bench.broker.files().l).split('\n')[0];
  };

  it('is never part of a line’s text', async () => {
    expect(await firstLine('')).toBe(`${SECONDS}: mosquitto version 2.0.21 starting`);
  });

  it('follows log_timestamp_format, in UTC', async () => {
    expect(await firstLine('log_timestamp_format %Y-%m-%dT%H:%M:%S\n')).toBe('2030-01-01T00:00:00: mosquitto version 2.0.21 starting');
  });

  it('is left out with log_timestamp false', async () => {
    expect(await firstLine('log_timestamp false\n')).toBe('mosquitto version 2.0.21 starting');
  });
});

it('connection_messages false leaves out who comes and goes', async () => {
  const { logTexts } = await visit('connection_messages false\n');
  expect(logTexts.at(-1)).toBe('mosquitto version 2.0.21 running');
});

it('an error in onLog is the caller’s, and the broker goes on', async () => {
  let angry = false;
  const bench = await Bench.start(OPEN, {
    onLog: () => {
      if (angry) throw new Error('no more lines');
    },
  });
  angry = true;
  expect(() => bench.broker.connect()).toThrow('no more lines');
  angry = false;
  expect(bench.client().connect('a')?.returnCode).toBe(0);
});
