// A client's program was given a message: what a run tells of it.
import type { Microseconds } from '../engine/time.ts';
import type { Received } from '../events.ts';
import type { PublishPacket } from '../mqtt/packet.ts';
import { decodeUtf8 } from '../mqtt/utf8.ts';

export function receivedEvent(at: Microseconds, client: string, packet: PublishPacket): Received {
  return {
    kind: 'received',
    at,
    client,
    topicName: packet.topicName,
    payload: decodeUtf8(packet.payload, 0, packet.payload.length) ?? null,
    qos: packet.qos,
    dup: packet.dup,
    retain: packet.retain,
    packetId: packet.packetId ?? null,
    messageExpirySeconds: packet.properties?.messageExpirySeconds ?? null,
  };
}
