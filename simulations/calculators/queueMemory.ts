// What waits for clients that are away, as the course reckons it and as the broker's limit has it:
//   n = rate * time away,  kept = min(n, limit),  bytes = sessions * kept * (payload + overhead)
// n: messages for one session; limit: max_queued_messages (Mosquitto's own: 1,000; 0: none); overhead: what the broker adds to each message. Bytes are told in decimal and
// in binary units, which must not be mixed: 2.016 GB are 1.878 GiB. Left out: the sessions themselves, and that one message for many sessions is stored once (`orphanMemory.ts`).

export interface QueueMemorySetting {
  readonly sessions: number;
  /** Messages for each session, per minute. */
  readonly perMinute: number;
  /** Minutes. */
  readonly awayMinutes: number;
  readonly payloadBytes: number;
  /** Added to each message. Bytes; the course says 40. */
  readonly overheadBytes: number;
  /** `max_queued_messages`; 0: no limit. */
  readonly limit: number;
}

export interface QueueMemory {
  /** For each session: that came, and that are kept. The rest, the newest, is dropped. */
  readonly messages: number;
  readonly kept: number;
  readonly bytesPerSession: number;
  readonly bytes: number;
}

/** 60 messages of 100 bytes with 40 of overhead: 8,400 bytes a session; a day of them 201,600, of which the limit of 1,000 messages lets 140,000 be. */
export function queueMemory({ sessions, perMinute, awayMinutes, payloadBytes, overheadBytes, limit }: QueueMemorySetting): QueueMemory {
  const messages = Math.floor(perMinute * awayMinutes);
  const kept = limit === 0 ? messages : Math.min(messages, limit);
  const bytesPerSession = kept * (payloadBytes + overheadBytes);
  return { messages, kept, bytesPerSession, bytes: sessions * bytesPerSession };
}

/** Powers of 1,000. */
export function megabytes(bytes: number): number {
  return bytes / 1e6;
}

/** Powers of 1,024. */
export function gibibytes(bytes: number): number {
  return bytes / 1024 ** 3;
}
