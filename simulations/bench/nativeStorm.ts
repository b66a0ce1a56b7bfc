// The same storm on a native Mosquitto over loopback: 10,000 persistent sessions, 50 messages each, all come back as fast as one client program can and acknowledge all.
// Connections close when their messages are acknowledged, so that open files do not run out.
import { encode } from '../mqtt/encode.ts';
import { LightClient } from './lightClient.ts';
import { dialSocket, startNative } from './peers.ts';

/** Under way at the same time. */
const AT_A_TIME = 200;
const WINDOW = 1_000;

export interface NativeStorm {
  readonly seconds: number;
  /** Of the broker's own processor time; `null` where the system does not tell. */
  readonly brokerCpuSeconds: number | null;
}

/** `null` where no native Mosquitto is installed. */
export async function nativeStorm(devices: number, messagesEach: number, payloadBytes: number): Promise<NativeStorm | null> {
  const native = await startNative(18_841);
  if (native === null) return null;
  try {
    await forEach(devices, async (device) => {
      const client = await connected(native.port, device);
      await client.subscribe(topicOf(device), 1);
      client.close();
    });
    await fillQueues(native.port, devices, messagesEach, payloadBytes);
    const cpuBefore = native.cpuSeconds();
    const started = performance.now();
    await forEach(devices, (device) => takeAll(native.port, device, messagesEach));
    const seconds = (performance.now() - started) / 1_000;
    const cpuAfter = native.cpuSeconds();
    return { seconds, brokerCpuSeconds: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore };
  } finally {
    await native.stop();
  }
}

const topicOf = (device: number): string => `fleet/${String(device).padStart(5, '0')}/in/00`;

async function connected(port: number, device: number): Promise<LightClient> {
  const client = new LightClient(await dialSocket(port));
  await client.connect({ clientId: `device-${String(device).padStart(5, '0')}`, cleanStart: false });
  return client;
}

/** `work` for each number, so many at a time. */
async function forEach(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
}

async function fillQueues(port: number, devices: number, messagesEach: number, payloadBytes: number): Promise<void> {
  const publisher = new LightClient(await dialSocket(port));
  await publisher.connect({ clientId: 'back-end' });
  const payload = new Uint8Array(payloadBytes).fill(0x78);
  const messages = devices * messagesEach;
  await new Promise<void>((resolve) => {
    let sent = 0;
    publisher.onProgress = () => {
      while (sent < messages && sent - publisher.acknowledged < WINDOW) {
        const packetId = (sent % 60_000) + 1;
        publisher.write(
          encode({ type: 'PUBLISH', topicName: topicOf(sent % devices), payload, qos: 1, retain: false, dup: false, packetId }, '3.1.1'),
        );
        sent++;
      }
      if (publisher.acknowledged >= messages) resolve();
    };
    publisher.onProgress();
  });
  publisher.close();
}

/** Comes back, waits for its messages, and goes when the last of them is acknowledged (the acknowledgement leaves before the FIN). */
async function takeAll(port: number, device: number, messages: number): Promise<void> {
  const pipe = await dialSocket(port);
  const client = new LightClient(pipe);
  const done = new Promise<void>((resolve) => {
    client.onProgress = () => client.received >= messages && resolve();
  });
  await client.connect({ clientId: `device-${String(device).padStart(5, '0')}`, cleanStart: false });
  client.onProgress?.();
  await done;
  client.close();
}
