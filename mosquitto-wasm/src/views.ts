// Turns the port's records of sessions, subscriptions (port/inspect.c) and listeners (port/main.c) into what a host sees.
// They stand at the end of the list of events, behind what a host may not have read yet, and are taken off again.

import type { BrokerMetrics, ListenerView, SessionView, SubscriptionView } from './api.js';
import { EVENT, type Memory, type PortExports } from './memory.js';

const NUMBERS = 15;
const PROTOCOLS: Readonly<Record<number, SessionView['protocolVersion']>> = { 1: '3.1', 2: '3.1.1', 5: '5.0' };

function readSession(memory: Memory, numbers: Float64Array<ArrayBuffer>): SessionView & { subscriptions: SubscriptionView[] } {
  memory.eventNumbers(NUMBERS, numbers);
  const value = (index: number): number => numbers[index] ?? 0;
  const backlog = (index: number) => ({ messages: value(index), bytes: value(index + 1) });
  const idStart = NUMBERS * 8;
  const idEnd = idStart + value(14);
  const connected = value(0) !== 0;
  return {
    clientId: memory.eventText(idStart, idEnd),
    connected,
    address: connected ? memory.eventText(idEnd) : null,
    protocolVersion: PROTOCOLS[value(1)] ?? '3.1.1',
    cleanStart: value(2) !== 0,
    sessionExpirySeconds: value(4) < 0 ? null : value(4),
    expiresAtMs: value(5) < 0 ? null : value(5) * 1000,
    keepAliveSeconds: value(3),
    subscriptions: [],
    outgoing: { inFlight: backlog(6), queued: backlog(8) },
    incoming: { inFlight: backlog(10), queued: backlog(12) },
  };
}

function readSubscription(memory: Memory): SubscriptionView {
  const shareEnd = 8 + memory.eventWord(1);
  const flags = memory.detail;
  return {
    topicFilter: memory.eventText(shareEnd),
    qos: (flags & 3) as 0 | 1 | 2,
    subscriptionIdentifier: memory.eventWord(0),
    noLocal: (flags & 4) !== 0,
    retainAsPublished: (flags & 8) !== 0,
    shareName: shareEnd === 8 ? null : memory.eventText(8, shareEnd),
  };
}

function readRecords(call: PortExports, memory: Memory, tell: () => void, each: () => void): void {
  const start = call.events_length();
  tell();
  const end = call.events_length();
  for (let offset = start; offset < end; ) {
    offset = memory.readEvent(offset);
    each();
  }
  call.events_cut(start);
}

export function readSessions(call: PortExports, memory: Memory): SessionView[] {
  const sessions: (SessionView & { subscriptions: SubscriptionView[] })[] = [];
  const numbers = new Float64Array(NUMBERS);
  readRecords(
    call,
    memory,
    () => call.sessions(),
    () => {
      if (memory.kind === EVENT.session) sessions[memory.number] = readSession(memory, numbers);
      else sessions[memory.number]?.subscriptions.push(readSubscription(memory));
    },
  );
  return sessions;
}

export function readListeners(call: PortExports, memory: Memory): ListenerView[] {
  const listeners: ListenerView[] = [];
  readRecords(
    call,
    memory,
    () => call.listeners(),
    () => {
      const protocol = memory.detail === 1 ? 'websockets' : 'mqtt';
      listeners.push({ port: memory.number, protocol, bindAddress: memory.length === 0 ? null : memory.eventText() });
    },
  );
  return listeners;
}

export function readMetrics(memory: Memory): BrokerMetrics {
  const values = memory.metrics();
  const value = (index: number): number => values[index] ?? 0;
  return {
    heapBytes: value(0),
    heapMaximumBytes: value(1),
    memoryBytes: memory.sizeBytes,
    connections: value(2),
    sessions: value(3),
    packetsReceived: value(4),
    packetsSent: value(5),
    publishReceived: value(6),
    publishSent: value(7),
    publishDropped: value(8),
    bytesReceived: value(9),
    bytesSent: value(10),
    storedMessages: value(11),
    storedBytes: value(12),
    retainedMessages: value(13),
  };
}
