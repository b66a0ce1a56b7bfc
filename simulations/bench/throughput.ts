// Messages per second through a broker: one publisher, one subscriber that acknowledges, 100-byte payload, a window of messages under way.
import { encode } from '../mqtt/encode.ts';
import type { QoS } from '../mqtt/packet.ts';
import { LightClient, type Pipe } from './lightClient.ts';

const PAYLOAD = new Uint8Array(100).fill(0x78);
/** Messages written at a time, and under way at most. */
const BATCH = 100;
const WINDOW = 1_000;

export type Dial = () => Promise<Pipe>;

/** Messages per second, from the first byte out until the last message was received and, above QoS 0, acknowledged to the publisher. */
export async function throughput(dial: Dial, qos: QoS, messages: number): Promise<number> {
  const subscriber = new LightClient(await dial());
  await subscriber.connect({ clientId: `bench-sub-${qos}` });
  await subscriber.subscribe('bench/topic', qos);
  const publisher = new LightClient(await dial());
  await publisher.connect({ clientId: `bench-pub-${qos}` });
  const batches = preparedBatches(qos);

  const started = performance.now();
  await new Promise<void>((resolve) => {
    let sent = 0;
    let pumping = false;
    const pump = (): void => {
      // In process, writing makes progress at once: no second pump inside the first.
      if (pumping) return;
      pumping = true;
      const done = (): number => (qos === 0 ? subscriber.received : Math.min(subscriber.received, publisher.acknowledged));
      while (sent < messages && sent - done() <= WINDOW - BATCH) {
        const batch = batches[(sent / BATCH) % batches.length];
        sent += BATCH;
        if (batch !== undefined) publisher.write(batch);
      }
      pumping = false;
      if (done() >= messages) resolve();
    };
    subscriber.onProgress = pump;
    publisher.onProgress = pump;
    pump();
  });
  const seconds = (performance.now() - started) / 1_000;
  publisher.close();
  subscriber.close();
  return messages / seconds;
}

/** Batches whose packet ids go round from 1 to 60,000: long answered before they come again. */
function preparedBatches(qos: QoS): Uint8Array[] {
  return Array.from({ length: qos === 0 ? 1 : 600 }, (_, batch) => {
    const packets = Array.from({ length: BATCH }, (__, index) =>
      encode(
        {
          type: 'PUBLISH',
          topicName: 'bench/topic',
          payload: PAYLOAD,
          qos,
          retain: false,
          dup: false,
          ...(qos === 0 ? {} : { packetId: batch * BATCH + index + 1 }),
        },
        '3.1.1',
      ),
    );
    return joined(packets);
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
