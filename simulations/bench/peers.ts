// The brokers of the comparison, each as a way to dial in: mosquitto-wasm and Aedes in this process, Aedes and native Mosquitto over loopback.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { Aedes } from 'aedes';
import { createBroker } from 'mosquitto-wasm';
import type { Pipe } from './lightClient.ts';
import type { Dial } from './throughput.ts';

export interface Peer {
  readonly name: string;
  readonly dial: Dial;
  stop(): Promise<void> | void;
}

/** Limits lifted, so that what is measured is the broker's work. */
export const BENCH_CONFIG = 'allow_anonymous true\nmax_inflight_messages 0\nmax_queued_messages 0\nlog_type none\n';

export async function wasmPeer(): Promise<Peer> {
  const broker = await createBroker({ config: `listener 1883\n${BENCH_CONFIG}` });
  const dial: Dial = async () => {
    const connection = broker.connect();
    const pipe: Pipe = { write: (bytes) => connection.send(bytes), onData: null, close: () => connection.close() };
    connection.onData = (bytes) => pipe.onData?.(bytes);
    return pipe;
  };
  return { name: 'mosquitto-wasm in process', dial, stop: () => void broker.stop() };
}

export async function aedesInProcess(): Promise<Peer> {
  const aedes = await Aedes.createBroker({ concurrency: 1_000 });
  const dial: Dial = async () => {
    const [mine, theirs] = duplexPair();
    aedes.handle(theirs as unknown as Socket);
    return pipeOf(mine);
  };
  return { name: 'Aedes in process', dial, stop: () => new Promise((resolve) => aedes.close(() => resolve())) };
}

export async function aedesOverLoopback(port: number): Promise<Peer> {
  const aedes = await Aedes.createBroker({ concurrency: 1_000 });
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    aedes.handle(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    name: 'Aedes over loopback',
    dial: () => dialSocket(port),
    stop: () =>
      new Promise((resolve) => {
        aedes.close(() => server.close(() => resolve()));
      }),
  };
}

/** A native Mosquitto of one's own. */
export interface NativeBroker {
  readonly port: number;
  /** Processor time that it has used so far, the system's for it included. Seconds; `null` where the system does not tell. */
  cpuSeconds(): number | null;
  stop(): Promise<void>;
}

const NATIVE_PATHS = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'];

/** `null` when no native Mosquitto is installed. @param listener lines behind `listener PORT 127.0.0.1` */
export async function startNative(port: number, listener: readonly string[] = []): Promise<NativeBroker | null> {
  const program = NATIVE_PATHS.find((path) => existsSync(path));
  if (program === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'bench-mosquitto-'));
  const config = join(folder, 'mosquitto.conf');
  // As root it would become another user, who may not read the certificate's key.
  const user = process.getuid?.() === 0 ? ['user root'] : [];
  writeFileSync(config, [`listener ${port} 127.0.0.1`, ...listener, ...user, 'set_tcp_nodelay true', BENCH_CONFIG].join('\n'));
  const child: ChildProcess = spawn(program, ['-c', config], { stdio: 'ignore' });
  await reachable(port);
  return {
    port,
    cpuSeconds: () => cpuSecondsOf(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(folder, { recursive: true });
          resolve();
        });
        child.kill();
      }),
  };
}

/** Linux's clock ticks are hundredths of a second. [proc(5)] */
function cpuSecondsOf(pid: number | undefined): number | null {
  const path = `/proc/${pid}/stat`;
  if (pid === undefined || !existsSync(path)) return null;
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** `null` when no native Mosquitto is installed. */
export async function nativeOverLoopback(port: number): Promise<Peer | null> {
  const native = await startNative(port);
  return native === null ? null : { name: 'native Mosquitto over loopback', dial: () => dialSocket(port), stop: () => native.stop() };
}

async function reachable(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      (await dialSocket(port)).close();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error(`native Mosquitto did not open port ${port}`);
}

export function dialSocket(port: number): Promise<Pipe> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.once('error', reject);
    socket.once('connect', () => resolve(pipeOf(socket)));
  });
}

function pipeOf(stream: Duplex): Pipe {
  const pipe: Pipe = { write: (bytes) => void stream.write(bytes), onData: null, close: () => void stream.destroy() };
  stream.on('data', (bytes: Uint8Array) => pipe.onData?.(bytes));
  return pipe;
}

/** Two ends of one pipe in memory. */
function duplexPair(): [Duplex, Duplex] {
  const ends: Duplex[] = [];
  const make = (other: number): Duplex =>
    new Duplex({
      read: () => undefined,
      write(chunk, _encoding, done) {
        ends[other]?.push(chunk);
        done();
      },
    });
  ends.push(make(1), make(0));
  return ends as [Duplex, Duplex];
}
