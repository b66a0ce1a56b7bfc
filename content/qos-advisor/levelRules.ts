// Which level: exactly one of these rules holds for each set of answers. Readable from top to bottom; no rule looks at another.
import type { QoS } from '#simulations';
import type { Condition, Facts } from './situation.ts';

export interface LevelRule {
  readonly key: string;
  readonly when: Condition<Facts>;
  readonly recommends: QoS;
  /** In a sentence or two. */
  readonly reason: string;
  readonly source: string;
  /** The honest alternative: another level, under what condition, and what it would mean. */
  readonly instead: { readonly qos: QoS; readonly text: string };
}

const SECTION_4_3 = 'MQTT 3.1.1 and 5.0, section 4.3';
const ONE_WITH_NUMBERS = 'QoS 1 with a receiver that knows what it has had';

export const LEVEL_RULES: readonly LevelRule[] = [
  {
    key: 'nextReplacesIt',
    when: { loss: ['replaced'] },
    recommends: 0,
    reason:
      'The next message says it anew, so a lost one is soon forgotten. QoS 0 loses only what is under way when the connection breaks.',
    source: `${SECTION_4_3}.1`,
    instead: {
      qos: 1,
      text: 'Take QoS 1 if you want to count gaps for certain. With old readings coming late after each break, think first whether you want those at all.',
    },
  },
  {
    key: 'fewOnSteadyLink',
    when: { loss: ['few'], link: ['steady'] },
    recommends: 0,
    reason: 'On a connection that hardly ever breaks QoS 0 loses hardly anything: TCP already sends lost segments again.',
    source: `${SECTION_4_3}.1; an ordered, lossless transport: section 4.2`,
    instead: { qos: 1, text: 'Take QoS 1 once the link gets worse. It costs one answer a message.' },
  },
  {
    key: 'fewButNeverTwice',
    when: { loss: ['few'], link: ['drops', 'poor'], duplicates: ['harmful'] },
    recommends: 0,
    reason: 'A few may be missing, but none may come twice: that is what “at most once” says.',
    source: `${SECTION_4_3}.1`,
    instead: { qos: 1, text: `Take ${ONE_WITH_NUMBERS} if the gaps become too many: then nothing is missing, and nothing counts twice.` },
  },
  {
    key: 'fewOnPoorLink',
    when: { loss: ['few'], link: ['drops', 'poor'], duplicates: ['harmless', 'recognised'] },
    recommends: 1,
    reason:
      'The connection breaks often enough to make many gaps, and a second copy does no harm: QoS 1 fills the gaps for one answer a message.',
    source: `${SECTION_4_3}.2; what is unanswered is sent again: section 4.4`,
    instead: {
      qos: 0,
      text: 'QoS 0 is enough where you can live with what each break takes. Number the messages, so that you see how many are missing.',
    },
  },
  {
    key: 'eachCountsCopiesHarmless',
    when: { loss: ['none'], duplicates: ['harmless'] },
    recommends: 1,
    reason: 'Each message counts, and a second copy changes nothing: “at least once” is exactly this.',
    source: `${SECTION_4_3}.2`,
    instead: { qos: 2, text: 'QoS 2 would only keep away copies that do no harm, for twice the packets and a round trip more.' },
  },
  {
    key: 'eachCountsCopiesRecognised',
    when: { loss: ['none'], duplicates: ['recognised'] },
    recommends: 1,
    reason: `Each message counts, and the receiver can tell a copy: ${ONE_WITH_NUMBERS} gives exactly once from end to end. QoS 2 promises it for each hop only.`,
    source: `${SECTION_4_3}.2; copies through a broker: MQTT 3.1.1, section 3.8.4`,
    instead: {
      qos: 2,
      text: 'Take QoS 2 on both hops, with sessions that are kept, if the receiver should not have to look at numbers. It costs twice the packets and a round trip more.',
    },
  },
  {
    key: 'tooUrgentForTwo',
    when: { loss: ['none'], duplicates: ['harmful'], latency: ['tight'] },
    recommends: 1,
    reason:
      'QoS 2 would come a round trip later: Mosquitto passes a message on when it gets PUBREL, not when it gets PUBLISH. QoS 1 is passed on at once; copies must then be kept out by the receiver.',
    source: `${SECTION_4_3}.2 and 4.3.3 (either moment is allowed); Mosquitto 2.0, as seen in these labs`,
    instead: { qos: 2, text: 'QoS 2 if the round trip more can be borne after all, with sessions kept and QoS 2 on both hops.' },
  },
  {
    key: 'readerBelowTwo',
    when: { loss: ['none'], duplicates: ['harmful'], latency: ['relaxed'], subscriber: ['0', '1'] },
    recommends: 1,
    reason:
      'The second hop goes no higher than the reader subscribes, so QoS 2 on the first alone does not give exactly once. QoS 1 with a receiver that knows what it has had does, and costs half.',
    source: 'MQTT 3.1.1 [MQTT-3.8.4-6], MQTT 5.0 [MQTT-3.8.4-8]',
    instead: { qos: 2, text: 'QoS 2 if the reader subscribes at QoS 2 as well, and both keep their sessions.' },
  },
  {
    key: 'sessionsEnd',
    when: { loss: ['none'], duplicates: ['harmful'], latency: ['relaxed'], subscriber: ['2'], sessions: ['new'] },
    recommends: 1,
    reason:
      'QoS 2 knows a copy by its packet id, and the packet ids end with the session. A program that starts anew and sends again sends a new message, at QoS 2 too. A number in the message outlives the session.',
    source: 'MQTT 3.1.1 and 5.0, section 4.1 (session state) and 4.3.3',
    instead: { qos: 2, text: 'QoS 2 if both sides come back to their sessions, also after a restart.' },
  },
  {
    key: 'brokerBelowTwo',
    when: { loss: ['none'], duplicates: ['harmful'], latency: ['relaxed'], subscriber: ['2'], sessions: ['kept'], broker: ['1'] },
    recommends: 1,
    reason:
      'This broker takes no QoS 2: it ends the connection of a client that tries. QoS 1 with a receiver that knows what it has had gives the same.',
    source: 'MQTT 5.0, section 3.2.2.3.4 (Maximum QoS); max_qos in mosquitto.conf(5)',
    instead: { qos: 2, text: 'QoS 2 on a broker that takes it.' },
  },
  {
    key: 'exactlyOnce',
    when: { loss: ['none'], duplicates: ['harmful'], latency: ['relaxed'], subscriber: ['2'], sessions: ['kept'], broker: ['2'] },
    recommends: 2,
    reason:
      'Each message counts, a copy does harm, and all that exactly once needs is there: QoS 2 on both hops and sessions on both sides that are kept.',
    source: `${SECTION_4_3}.3`,
    instead: {
      qos: 1,
      text: `${ONE_WITH_NUMBERS} does the same with half the packets, a round trip earlier, and also after a lost session. If you can change the receiver, do this instead.`,
    },
  },
];
