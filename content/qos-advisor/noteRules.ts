// What must be so for the recommended level to keep its promise, and what is good to know. Any number of these hold together.
import type { QoS } from '#simulations';
import type { Condition, Facts } from './situation.ts';

export type FactsWithLevel = Facts & { readonly level: QoS };

export interface NoteRule {
  readonly key: string;
  readonly when: Condition<FactsWithLevel>;
  readonly text: string;
  readonly source: string;
  /** Folder of the lab that shows it; `null`: none. */
  readonly lab: string | null;
}

/** Without these the level does not give what was asked for. */
export const NEEDS: readonly NoteRule[] = [
  {
    key: 'otherLibrary',
    when: { level: [1, 2], library: ['zero'] },
    text: 'Change the library. PubSubClient publishes at QoS 0 alone: what looks like a QoS in its publish() is “retained”. ESP-IDF’s esp-mqtt and the Arduino library MQTT publish at every level.',
    source: 'README of PubSubClient 2.8',
    lab: null,
  },
  {
    key: 'raiseSubscription',
    when: { level: [1, 2], subscriber: ['0'] },
    text: 'Let the reader subscribe at QoS 1 at least. At QoS 0 the broker sends each message once and forgets it, and keeps none while the reader is away.',
    source: 'MQTT 3.1.1 [MQTT-3.8.4-6], MQTT 5.0 [MQTT-3.8.4-8]',
    lab: 'effective-qos',
  },
  {
    key: 'keepSessions',
    when: { level: [1, 2], sessions: ['new'] },
    text: 'Keep the sessions on both sides: clean session off, or in 5.0 clean start off and a session expiry; and a client id that stays. Otherwise a break takes what was unanswered and what waited.',
    source: 'MQTT 3.1.1, section 3.1.2.4; MQTT 5.0, sections 3.1.2.4 and 3.1.2.11.2',
    lab: 'session-lifecycle',
  },
  {
    key: 'teachReceiver',
    when: { level: [1], duplicates: ['recognised', 'harmful'] },
    text: 'Put a number in each message, and let the receiver leave out a number that it has had. It must keep the last number where a restart does not take it.',
    source: 'MQTT 3.1.1 and 5.0, section 4.3.2: the receiver may be given copies',
    lab: 'effective-qos',
  },
];

export const REMARKS: readonly NoteRule[] = [
  {
    key: 'laterByRoundTrip',
    when: { level: [2] },
    text: 'Mosquitto passes a QoS 2 message on when PUBREL comes: one round trip later than at QoS 0 and 1.',
    source: 'MQTT 3.1.1 and 5.0, section 4.3.3; Mosquitto 2.0, as seen in these labs',
    lab: 'qos-delivery',
  },
  {
    key: 'windowFull',
    when: { level: [1, 2], pace: ['fast'] },
    text: 'So many messages are under way that the limit of 20 in flight holds some back at QoS 2. Mosquitto 2.0 even loses QoS 2 messages of a sender that does not keep to the limit.',
    source: 'max_inflight_messages in mosquitto.conf(5); Receive Maximum: MQTT 5.0, section 3.3.4',
    lab: 'queue',
  },
  {
    key: 'queueFills',
    when: { level: [1, 2], pace: ['fast'], sessions: ['kept'], subscriber: ['1', '2'] },
    text: 'While the reader is away, messages at this rate fill its queue in no time: by default 1,000, then the broker drops what comes.',
    source: 'max_queued_messages in mosquitto.conf(5)',
    lab: 'queue',
  },
  {
    key: 'awaitAnswer',
    when: { level: [1, 2], power: ['battery'] },
    text: 'Stay awake until the answer is there. Who sleeps right after publish() has taken the trouble of QoS 1 or 2 for nothing, unless it keeps what is unanswered through its sleep.',
    source: 'MQTT 3.1.1 and 5.0, section 4.4',
    lab: 'sleeping-device',
  },
  {
    key: 'lastValue',
    when: { level: [0], loss: ['replaced'] },
    text: 'Publish it retained if somebody who comes later should have the last value at once.',
    source: 'MQTT 3.1.1, section 3.3.1.3; MQTT 5.0, section 3.3.1.3',
    lab: null,
  },
  {
    key: 'higherSubscription',
    when: { level: [0], subscriber: ['1', '2'] },
    text: 'The subscription at a higher level does no harm and does not help: the smaller of the two levels counts.',
    source: 'MQTT 3.1.1 [MQTT-3.8.4-6], MQTT 5.0 [MQTT-3.8.4-8]',
    lab: 'effective-qos',
  },
  {
    key: 'countGaps',
    when: { level: [0], loss: ['few'] },
    text: 'Number the messages: the reader sees how many are missing, and you see when QoS 0 is no longer enough.',
    source: 'MQTT 3.1.1 and 5.0, section 4.3.1: nobody is told of a loss',
    lab: 'qos-delivery',
  },
];
