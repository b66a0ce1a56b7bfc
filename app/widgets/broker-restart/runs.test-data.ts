// For the lab's component test: events of finished runs, written by hand.
import { encode, fromMilliseconds, type RunEvent, type SessionStanding } from '#simulations';

const at = fromMilliseconds;

export const published = (number: number, ms: number): RunEvent => ({
  kind: 'packetSent',
  at: at(ms),
  packet: number,
  client: 'sensor',
  direction: 'uplink',
  type: 'PUBLISH',
  summary: `PUBLISH ${number}`,
  bytes: encode(
    {
      type: 'PUBLISH',
      topicName: 'tank/level',
      payload: new TextEncoder().encode(`level ${number}`),
      qos: 1,
      retain: true,
      dup: false,
      packetId: number,
    },
    '3.1.1',
  ),
  packetId: number,
  qos: 1,
  dup: false,
  message: number,
  device: null,
  endsAt: at(ms + 50),
  lost: false,
});
export const held = (ms: number, waiting: number | null): RunEvent => {
  const none = { messages: 0, bytes: 0 };
  const session: Omit<SessionStanding, 'since' | 'expiresAt'> = {
    clientId: 'logger-1',
    connected: false,
    address: null,
    protocolVersion: '3.1.1',
    cleanStart: false,
    sessionExpirySeconds: null,
    expiresAtMs: null,
    keepAliveSeconds: 60,
    subscriptions: [
      { topicFilter: 'tank/level', qos: 1, subscriptionIdentifier: 0, noLocal: false, retainAsPublished: false, shareName: null },
    ],
    outgoing: { inFlight: none, queued: { messages: waiting ?? 0, bytes: 0 } },
    incoming: { inFlight: none, queued: none },
  };
  return { kind: 'sessions', at: at(ms), sessions: waiting === null ? [] : [session] };
};
export const broker = (ms: number, step: 'stopped' | 'killed' | 'started'): RunEvent => ({
  kind: 'broker',
  at: at(ms),
  step,
  problem: null,
});
export const logged = (ms: number, text: string): RunEvent => ({ kind: 'brokerLog', at: at(ms), level: 'information', text });
export const back = (ms: number, sessionPresent: boolean): RunEvent => ({
  kind: 'connection',
  at: at(ms),
  client: 'logger',
  step: 'connected',
  code: 0,
  sessionPresent,
});
export const given = (client: string, number: number, retain = false): RunEvent => ({
  kind: 'received',
  at: at(17_000),
  client,
  topicName: 'tank/level',
  payload: `level ${number}`,
  qos: 1,
  dup: false,
  retain,
  packetId: 1,
  messageExpirySeconds: null,
});
export const SAVING = 'Saving in-memory database to mosquitto.db.';

/** The display has subscribed again. */
export const asked: RunEvent = { ...published(99, 9_500), client: 'display', direction: 'downlink', type: 'SUBACK' } as RunEvent;

/** Two readings, the broker gone after the second; what was saved after the first comes back. */
export const oneCameBack: readonly RunEvent[] = [
  published(1, 2_500),
  held(2_550, 1),
  logged(3_000, SAVING),
  published(2, 3_500),
  held(3_550, 2),
  broker(4_500, 'killed'),
  held(4_500, null),
  broker(7_500, 'started'),
  asked,
  held(7_500, 1),
  back(11_000, true),
  given('display', 1, true),
  given('logger', 1),
  given('logger', 3),
];
export const nothingCameBack: readonly RunEvent[] = [
  published(1, 2_500),
  held(2_550, 1),
  broker(4_500, 'killed'),
  held(4_500, null),
  broker(7_500, 'started'),
  asked,
  back(11_000, false),
];
