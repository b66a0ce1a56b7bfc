// Which of a row of messages Mosquitto 2.0 takes into a session that acknowledges none of them meanwhile. A message of QoS 1 or 2 is taken while
//   c - w < max_queued_messages  and  b < max_queued_bytes   (a limit of 0 does not count)
// c, b: messages with QoS above 0 that wait, and their payload bytes, before it comes; w: max_inflight_messages where the client is connected, else 0. A connected client
// has the first w in flight besides. QoS 0 waits under `queue_qos0_messages` alone, held to the same limits, and adds nothing to c and b.
// Source: `db__ready_for_queue` and `db__ready_for_flight` in Mosquitto's database.c. Left out: `max_inflight_bytes`, and a Receive Maximum of the client below the window.
// Worked example: a limit of 10, 25 messages of QoS 1, nobody there: the first 10. Connected and silent with a window of 20: 20 in flight and 30 that wait.
import type { QoS } from '../mqtt/packet.ts';

export interface QueueLimits {
  /** `max_queued_messages`; 0: no limit. */
  readonly queuedMessages: number;
  /** `max_queued_bytes`; 0: no limit. */
  readonly queuedBytes: number;
  /** `max_inflight_messages`; 0: no limit. */
  readonly inFlight: number;
  readonly queueQos0Messages: boolean;
}

export interface OfferedMessage {
  /** The lower of the message's level and its subscription's. */
  readonly qos: QoS;
  readonly payloadBytes: number;
}

/** For each message whether it is taken. `connected`: the client is there, and silent. */
export function queueRoom(limits: QueueLimits, connected: boolean, messages: readonly OfferedMessage[]): readonly boolean[] {
  const window = connected ? limits.inFlight : 0;
  const endlessWindow = connected && window === 0;
  let inFlight = 0;
  let waiting = 0;
  let bytes = 0;
  return messages.map(({ qos, payloadBytes }) => {
    if (qos === 0 && connected) return true;
    if (qos === 0 && !limits.queueQos0Messages) return false;
    if (qos > 0 && (endlessWindow || inFlight < window)) {
      inFlight++;
      return true;
    }
    const room =
      (limits.queuedMessages === 0 || waiting - window < limits.queuedMessages) && (limits.queuedBytes === 0 || bytes < limits.queuedBytes);
    if (!room) return false;
    if (qos > 0) {
      waiting++;
      bytes += payloadBytes;
    }
    return true;
  });
}
