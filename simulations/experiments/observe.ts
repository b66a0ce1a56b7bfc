// What an observer writes down of a run: small questions over its events, for claims, tests and what a lab points out.
import type { ConnectionStep, PacketSent, Received, RunEvent, SessionsSeen } from '../events.ts';

type Sessions = SessionsSeen['sessions'];

/** A client's own view of its connections: `connected 0 present`, `refused 2`, `lost`, ... in order. */
export function connectionSteps(events: readonly RunEvent[], client: string): string[] {
  return events
    .filter((event): event is ConnectionStep => event.kind === 'connection' && event.client === client)
    .map(({ step, code, sessionPresent }) =>
      [step, code, sessionPresent === true ? 'present' : null].filter((part) => part !== null).join(' '),
    );
}

export function received(events: readonly RunEvent[], client: string): Received[] {
  return events.filter((event): event is Received => event.kind === 'received' && event.client === client);
}

export function payloads(events: readonly RunEvent[], client: string): string[] {
  return received(events, client).map(({ payload }) => payload ?? '');
}

/** Packets on a client's link, in one direction, by type where one is given. */
export function packets(events: readonly RunEvent[], client: string, direction: PacketSent['direction'], type?: string): PacketSent[] {
  return events.filter(
    (event): event is PacketSent =>
      event.kind === 'packetSent' &&
      event.client === client &&
      event.direction === direction &&
      (type === undefined || event.type === type),
  );
}

/** The broker's own log, without times. */
export function logLines(events: readonly RunEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'brokerLog' ? [event.text] : []));
}

/** The broker's sessions as they stood at an instant, in milliseconds; needs `watchSessions`. */
export function sessionsAt(events: readonly RunEvent[], atMs: number): Sessions {
  let last: Sessions = [];
  for (const event of events) if (event.kind === 'sessions' && event.at <= atMs * 1_000) last = event.sessions;
  return last;
}

/** What a client had last read of a counter under `$SYS` at an instant, in milliseconds; `null` where it had read nothing yet. */
export function counterAt(events: readonly RunEvent[], client: string, topicName: string, atMs: number): number | null {
  const last = received(events, client).findLast((event) => event.topicName === topicName && event.at <= atMs * 1_000);
  return last === undefined ? null : Number(last.payload);
}
