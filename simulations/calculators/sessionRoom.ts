// How long a session is to be kept, and how much room what waits in it needs:
//   E = max(60, ceil(k * A)),  N = max(10, ceil(2 * r * E / 3600)),  B = session + N * (copy + message + payload)
// A: the longest absence, s; k: absences in a row that it must outlast (3 for a device whose wake-ups may fail, else 1); E: session expiry, s; r: messages sent to it, per hour;
// N: max_queued_messages, twice what comes on average; B: bytes of the broker's heap when the queue is full (constants: orphanMemory.ts).
// Mosquitto 2.0 counts its own end of a session (persistent_client_expiration) in hours, days and longer: E is rounded up. [MQTT 5.0 §3.1.2.11.2] [mosquitto.conf(5)]
// Left out: bursts of more than twice the average; a limit by bytes; that an expired message keeps its place in the queue until the client is back.
import { orphanMemory } from './orphanMemory.ts';

/** The longest expiry that ends; one more means never. Seconds. */
export const LONGEST_EXPIRY_SECONDS = 0xffff_fffe;
export const SHORTEST_EXPIRY_SECONDS = 60;
export const FEWEST_QUEUED = 10;
/** A queue is no store: what Mosquitto keeps in one is kept in memory. */
export const MOST_QUEUED = 1_000_000;

export interface SessionRoomSetting {
  /** Seconds, 0 to 31,536,000. */
  readonly awaySeconds: number;
  /** 1 to 3. */
  readonly absences: number;
  /** Per hour, 0 to 1,000,000. */
  readonly messagesPerHour: number;
  readonly payloadBytes: number;
}

export interface SessionRoom {
  readonly expirySeconds: number;
  readonly queuedMessages: number;
  /** The room asked for is more than a queue should hold. */
  readonly isCut: boolean;
  /** Of the broker's heap, when the queue is full. */
  readonly fullBytes: number;
  /** As in mosquitto.conf: `1h`, `3d`. */
  readonly brokerExpiration: string;
}

export function sessionRoom({ awaySeconds, absences, messagesPerHour, payloadBytes }: SessionRoomSetting): SessionRoom {
  const expirySeconds = Math.min(LONGEST_EXPIRY_SECONDS, Math.max(SHORTEST_EXPIRY_SECONDS, Math.ceil(absences * awaySeconds)));
  const wanted = Math.max(FEWEST_QUEUED, Math.ceil((2 * messagesPerHour * expirySeconds) / 3_600));
  const queuedMessages = Math.min(MOST_QUEUED, wanted);
  return {
    expirySeconds,
    queuedMessages,
    isCut: wanted > MOST_QUEUED,
    fullBytes: orphanMemory({ sessions: 1, copies: queuedMessages, messages: queuedMessages, payloadBytes }),
    brokerExpiration: confDuration(expirySeconds),
  };
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Rounded up to what the broker can count: hours up to two days, then days. */
export function confDuration(seconds: number): string {
  return seconds <= 2 * DAY ? `${Math.max(1, Math.ceil(seconds / HOUR))}h` : `${Math.ceil(seconds / DAY)}d`;
}
