// The rules of the session advisor. Of each aspect exactly one rule holds, whatever is answered: the tests try every combination. A rule may look at the session that the rules
// of the first aspect have chosen. What is said is measured on Mosquitto 2.0.21 where it is about the broker.
import type { QoS } from '#simulations';
import type { AnswerPattern } from './questions.ts';

export type SessionKind = 'clean' | 'kept';

/** What the rules decide, an aspect each. */
export interface Decisions {
  readonly session: SessionKind;
  /** `mac`: from the chip's whole address. `drawnOnce`: at random at the first start, and kept. `throwaway`: at random, for this one use. */
  readonly clientId: 'mac' | 'drawnOnce' | 'throwaway';
  readonly subscription: { readonly qos: QoS; readonly on: 'everyConnection' | 'newSession' } | null;
  /** Level that it publishes with. */
  readonly publishing: QoS | null;
  /** The session is kept for so many absences in a row; 0: it ends with the connection. */
  readonly absences: 0 | 1 | 3;
  /** Messages wait for it at the broker. */
  readonly queue: boolean;
  /** What the senders of its messages do. */
  readonly senders: 'nothing' | 'retain' | 'noLimit' | 'lifetime' | 'lifetimeAndTime';
  readonly disk: 'notNeeded' | 'memoryOnly' | 'everyChange';
}

export type Aspect = keyof Decisions;

export interface RulePattern extends AnswerPattern {
  readonly session?: readonly SessionKind[];
}

export interface Rule<A extends Aspect = Aspect> {
  readonly id: string;
  readonly aspect: A;
  /** It holds where one of them fits. */
  readonly when: readonly RulePattern[];
  readonly gives: Decisions[A];
  readonly advice: string;
  readonly reason: string;
  readonly source: string;
}

const COMES_BACK = ['drops', 'sleeps', 'long'] as const;

function rule<A extends Aspect>(aspect: A, id: string, rest: Omit<Rule<A>, 'aspect' | 'id'>): Rule {
  return { aspect, id, ...rest } as unknown as Rule;
}

/** The first aspect comes first: the others may look at it. */
export const RULES: readonly Rule[] = [
  rule('session', 'nothing-to-keep', {
    when: [{ receives: ['nothing'], sends: ['nothing', 'losable'], away: COMES_BACK }],
    gives: 'clean',
    advice: 'A clean session.',
    reason: 'A session keeps subscriptions, and messages of QoS 1 and 2. It has neither: the broker would keep an empty folder.',
    source: 'MQTT 3.1.1 §3.1.2.4, MQTT 5.0 §4.1',
  }),
  rule('session', 'newest-is-retained', {
    when: [{ receives: ['newest'], sends: ['nothing', 'losable'], away: COMES_BACK }],
    gives: 'clean',
    advice: 'A clean session.',
    reason: 'A kept session would hand it all the old values first. A retained message gives it the newest one at once, without a session.',
    source: 'MQTT 3.1.1 §3.3.1.3, MQTT 5.0 §3.3.1.3',
  }),
  rule('session', 'gone-for-good', {
    when: [{ away: ['once'] }],
    gives: 'clean',
    advice: 'A clean session.',
    reason: 'It never comes back for what would wait. A kept session would stay behind as an orphan.',
    source: 'MQTT 3.1.1 §3.1.2.4, MQTT 5.0 §3.1.2.4',
  }),
  rule('session', 'each-must-reach-it', {
    when: [{ receives: ['each'], away: COMES_BACK }],
    gives: 'kept',
    advice: 'A session that the broker keeps.',
    reason: 'While it is away the broker must remember what it subscribed to, and hold the messages for it.',
    source: 'MQTT 3.1.1 §3.1.2.4, MQTT 5.0 §4.1',
  }),
  rule('session', 'sends-to-the-end', {
    when: [{ receives: ['nothing', 'newest'], sends: ['mustArrive'], away: COMES_BACK }],
    gives: 'kept',
    advice: 'A session that the broker keeps.',
    reason:
      'A message whose acknowledgement got lost is sent again only into the same session. With a new one both sides have forgotten how far it was.',
    source: 'MQTT 3.1.1 §4.4, MQTT 5.0 §4.4',
  }),

  rule('clientId', 'whole-mac', {
    when: [{ runsOn: ['chip'] }],
    gives: 'mac',
    advice: 'Its client id is made from its whole MAC address.',
    reason: 'No two chips share it and it is the same after every start, so it finds its session and throws nobody out.',
    source: 'MQTT 3.1.1 §3.1.3.1; IEEE 802 addresses',
  }),
  rule('clientId', 'drawn-once', {
    when: [{ runsOn: ['app'] }, { runsOn: ['tool'], session: ['kept'] }],
    gives: 'drawnOnce',
    advice: 'Its client id is drawn at random at the first start, and kept.',
    reason: 'Each installation needs an id of its own. One that changes at each start would never find its session again.',
    source: 'MQTT 3.1.1 §3.1.3.1',
  }),
  rule('clientId', 'throwaway', {
    when: [{ runsOn: ['tool'], session: ['clean'] }],
    gives: 'throwaway',
    advice: 'Its client id is random, and for this use alone.',
    reason: 'It must not be the id of a device: a second client with the same id throws the first one out.',
    source: 'MQTT 3.1.1 [MQTT-3.1.4-2], MQTT 5.0 [MQTT-3.1.4-3]',
  }),

  rule('subscription', 'no-subscription', {
    when: [{ receives: ['nothing'] }],
    gives: null,
    advice: 'It subscribes to nothing.',
    reason: 'Nothing is to reach it.',
    source: 'MQTT 3.1.1 §3.8',
  }),
  rule('subscription', 'newest-each-time', {
    when: [{ receives: ['newest'] }],
    gives: { qos: 0, on: 'everyConnection' },
    advice: 'It subscribes on every connection, with QoS 0.',
    reason: 'Each SUBSCRIBE brings the retained value. With QoS 0 nothing old waits for it.',
    source: 'MQTT 3.1.1 [MQTT-3.3.1-6]; MQTT 5.0 §3.8.3.1',
  }),
  rule('subscription', 'each-while-there', {
    when: [{ receives: ['each'], session: ['clean'] }],
    gives: { qos: 1, on: 'everyConnection' },
    advice: 'It subscribes on every connection, with QoS 1.',
    reason: 'A clean session forgets its subscriptions when the connection ends.',
    source: 'MQTT 3.1.1 §3.1.2.4',
  }),
  rule('subscription', 'each-when-new', {
    when: [{ receives: ['each'], session: ['kept'] }],
    gives: { qos: 1, on: 'newSession' },
    advice: 'It subscribes with QoS 1 whenever CONNACK says that no session was found.',
    reason:
      'Only QoS 1 and 2 wait for a client that is away. A session that was found has its subscriptions already; one that is new has none.',
    source: 'MQTT 3.1.1 §3.2.2.2, MQTT 5.0 §3.2.2.1.1',
  }),

  rule('publishing', 'sends-nothing', {
    when: [{ sends: ['nothing'] }],
    gives: null,
    advice: 'It publishes nothing.',
    reason: 'There is nothing to send.',
    source: 'MQTT 3.1.1 §3.3',
  }),
  rule('publishing', 'losable-at-zero', {
    when: [{ sends: ['losable'] }],
    gives: 0,
    advice: 'It publishes with QoS 0.',
    reason: 'The next message comes soon, or somebody tries again. QoS 0 needs one packet and no memory.',
    source: 'MQTT 3.1.1 §4.3.1',
  }),
  rule('publishing', 'must-arrive-at-one', {
    when: [{ sends: ['mustArrive'] }],
    gives: 1,
    advice: 'It publishes with QoS 1, and its receiver must not mind a message that comes twice.',
    reason: 'It keeps the message until the broker has acknowledged it, and sends it again after a break.',
    source: 'MQTT 3.1.1 §4.3.2',
  }),

  rule('absences', 'ends-at-once', {
    when: [{ session: ['clean'] }],
    gives: 0,
    advice: 'No session expiry: the session ends with the connection.',
    reason: 'In 5.0 that is what leaving it out means; in 3.1.1 a clean session does it by itself.',
    source: 'MQTT 5.0 §3.1.2.11.2',
  }),
  rule('absences', 'one-absence', {
    when: [{ session: ['kept'], away: ['drops', 'long'], restart: ['mayForget'] }],
    gives: 1,
    advice: 'The session is kept for the longest absence, and no longer.',
    reason:
      'In 5.0 the client asks for it; left out it is 0, and nothing is kept. In 3.1.1 only the broker can set an end; its own standard is never.',
    source: 'MQTT 5.0 §3.1.2.11.2; mosquitto.conf(5), persistent_client_expiration',
  }),
  rule('absences', 'three-sleeps', {
    when: [{ session: ['kept'], away: ['sleeps'] }],
    gives: 3,
    advice: 'The session is kept for three sleeps, so that two wake-ups may fail.',
    reason: 'A wake-up can fail for lack of Wi-Fi or power. With an end that is too near, one bad morning loses all that waits.',
    source: 'MQTT 5.0 §3.1.2.11.2; mosquitto.conf(5), persistent_client_expiration',
  }),

  rule('absences', 'end-on-disk', {
    when: [{ session: ['kept'], away: ['drops', 'long'], restart: ['mustKeep'] }],
    gives: 3,
    advice: 'The session is kept for three times the longest absence.',
    reason:
      'After a crash the broker takes the end of a 5.0 session from its file, and there it counts from the last change, not from when the client left. So it needs more than the absence alone.',
    source: 'MQTT 5.0 §3.1.2.11.2; Mosquitto 2.0.21, src/persist_write.c',
  }),

  rule('queue', 'nothing-waits', {
    when: [{ session: ['clean'] }, { session: ['kept'], receives: ['nothing', 'newest'] }],
    gives: false,
    advice: 'The broker needs no room for waiting messages.',
    reason: 'Nothing waits: there is no kept session, or no subscription above QoS 0 in it.',
    source: 'mosquitto.conf(5), queue_qos0_messages',
  }),
  rule('queue', 'room-for-an-absence', {
    when: [{ session: ['kept'], receives: ['each'] }],
    gives: true,
    advice: 'The broker has room for twice what comes while the session is kept.',
    reason: 'When the queue is full Mosquitto drops the newest message, which may be the one that matters most, and tells nobody.',
    source: 'mosquitto.conf(5), max_queued_messages',
  }),

  rule('senders', 'no-senders', {
    when: [{ receives: ['nothing'] }],
    gives: 'nothing',
    advice: 'Its senders need to do nothing: there are none.',
    reason: 'Nothing is sent to it.',
    source: 'MQTT 3.1.1 §3.3',
  }),
  rule('senders', 'senders-retain', {
    when: [{ receives: ['newest'] }],
    gives: 'retain',
    advice: 'Its senders publish each value with the retain flag.',
    reason: 'The broker keeps one value for each topic, and gives it to everybody who subscribes.',
    source: 'MQTT 3.1.1 §3.3.1.3',
  }),
  rule('senders', 'no-limit', {
    when: [
      { receives: ['each'], session: ['clean'] },
      { receives: ['each'], session: ['kept'], late: ['wanted'] },
    ],
    gives: 'noLimit',
    advice: 'Its senders publish with QoS 1, without a lifetime.',
    reason:
      'The level of a delivery is the lower one of sender and subscription. What comes late is still wanted, or nothing comes late at all.',
    source: 'MQTT 3.1.1 [MQTT-3.8.4-6]',
  }),
  rule('senders', 'lifetime', {
    when: [{ receives: ['each'], session: ['kept'], late: ['useless'] }],
    gives: 'lifetime',
    advice: 'Its senders publish with QoS 1 and give each message a lifetime (5.0); in 3.1.1 they write the time into it.',
    reason: 'The broker then drops what is too old instead of delivering it. In 3.1.1 it cannot, so the receiver has to look at the time.',
    source: 'MQTT 5.0 §3.3.2.3.3',
  }),
  rule('senders', 'lifetime-and-time', {
    when: [{ receives: ['each'], session: ['kept'], late: ['dangerous'] }],
    gives: 'lifetimeAndTime',
    advice:
      'Its senders publish with QoS 1, give each message a lifetime (5.0) and write the time into it; the receiver checks it, in 5.0 too.',
    reason: 'The lifetime ends at the broker: what is on its way when it ends still arrives. An order that is acted on too late does harm.',
    source: 'MQTT 5.0 [MQTT-3.3.2-5]',
  }),

  rule('disk', 'nothing-to-write', {
    when: [{ session: ['clean'] }],
    gives: 'notNeeded',
    advice: 'The broker need not write anything to disk for it.',
    reason: 'There is nothing to remember.',
    source: 'mosquitto.conf(5), persistence',
  }),
  rule('disk', 'memory-will-do', {
    when: [{ session: ['kept'], restart: ['mayForget'] }],
    gives: 'memoryOnly',
    advice: 'The broker may keep the session in memory alone, as it does by itself.',
    reason: 'After a restart the session is gone; the client sees it in CONNACK and subscribes again.',
    source: 'mosquitto.conf(5), persistence',
  }),
  rule('disk', 'every-change', {
    when: [{ session: ['kept'], restart: ['mustKeep'] }],
    gives: 'everyChange',
    advice: 'The broker writes its memory to disk at every change.',
    reason:
      'By itself Mosquitto writes nothing; with persistence alone it writes every half hour and at a proper stop, and a crash loses the rest.',
    source: 'mosquitto.conf(5), persistence, autosave_interval, autosave_on_changes',
  }),
];
