// Twenty worked use cases: the answers, and what comes of them. The tests hold each against the rules.
import type { QoS } from '#simulations';
import type { Answers } from './situation.ts';

export interface QosUseCase {
  readonly key: string;
  readonly title: string;
  /** Why the answers are as they are. */
  readonly story: string;
  readonly answers: Answers;
  /** Messages a second. */
  readonly perSecond: number;
  readonly roundTripSeconds: number;
  readonly payloadBytes: number;
  readonly expected: { readonly rule: string; readonly qos: QoS; readonly needs: readonly string[] };
}

/** What most have in common; a case says what is different. */
const USUAL: Answers = {
  loss: 'replaced',
  duplicates: 'harmless',
  link: 'drops',
  power: 'mains',
  latency: 'relaxed',
  subscriber: '1',
  sessions: 'kept',
  library: 'every',
  broker: '2',
};
const MINUTE = 1 / 60;
const HOUR = 1 / 3_600;
const DAY = 1 / 86_400;
const HOME = { roundTripSeconds: 0.02, payloadBytes: 20 };
const AFAR = { roundTripSeconds: 0.1, payloadBytes: 60 };

export const QOS_USE_CASES: readonly QosUseCase[] = [
  {
    key: 'roomTemperature',
    title: 'Room temperature every second',
    story: 'The next value comes in a second.',
    answers: { ...USUAL, link: 'steady', subscriber: '0', sessions: 'new', library: 'zero' },
    perSecond: 1,
    ...HOME,
    expected: { rule: 'nextReplacesIt', qos: 0, needs: [] },
  },
  {
    key: 'soilOnBattery',
    title: 'Soil moisture on a battery, every 10 min',
    story: 'A value more or less does not matter; the battery does.',
    answers: { ...USUAL, power: 'battery', subscriber: '0', sessions: 'new' },
    perSecond: MINUTE / 10,
    ...AFAR,
    expected: { rule: 'nextReplacesIt', qos: 0, needs: [] },
  },
  {
    key: 'busPosition',
    title: 'Positions of buses on a map',
    story: 'An old position is worth nothing: replaying those that were missed would only confuse the map.',
    answers: { ...USUAL, link: 'poor', latency: 'tight', subscriber: '0', sessions: 'new' },
    perSecond: 0.2,
    ...AFAR,
    expected: { rule: 'nextReplacesIt', qos: 0, needs: [] },
  },
  {
    key: 'vibration',
    title: 'Vibration of a machine, 500 a second',
    story: 'Far more than any handshake could follow, and the next one comes at once.',
    answers: { ...USUAL, link: 'steady', subscriber: '0', sessions: 'new' },
    perSecond: 500,
    ...HOME,
    expected: { rule: 'nextReplacesIt', qos: 0, needs: [] },
  },
  {
    key: 'hourlyStatistics',
    title: 'Hourly statistics over cable',
    story: 'A missing hour can be borne, and the cable hardly ever fails.',
    answers: { ...USUAL, loss: 'few', link: 'steady' },
    perSecond: HOUR,
    ...HOME,
    expected: { rule: 'fewOnSteadyLink', qos: 0, needs: [] },
  },
  {
    key: 'hourlyOverMobile',
    title: 'Hourly figures over a mobile network',
    story: 'A few gaps are borne, but here there would be many. Each carries its hour, so a copy is seen.',
    answers: { ...USUAL, loss: 'few', link: 'poor', duplicates: 'recognised' },
    perSecond: HOUR,
    ...AFAR,
    expected: { rule: 'fewOnPoorLink', qos: 1, needs: ['teachReceiver'] },
  },
  {
    key: 'doorbell',
    title: 'A doorbell',
    story: 'Ringing twice is a nuisance at worst, and so is one ring that is missed: visitors ring again.',
    answers: { ...USUAL, loss: 'few', link: 'drops', latency: 'tight' },
    perSecond: DAY * 5,
    ...HOME,
    expected: { rule: 'fewOnPoorLink', qos: 1, needs: [] },
  },
  {
    key: 'visitorsCounted',
    title: 'People counted at a door, one message each',
    story: 'A few missing do not matter, but counting somebody twice looks like a crowd; the old display cannot be changed.',
    answers: { ...USUAL, loss: 'few', duplicates: 'harmful', subscriber: '0', sessions: 'new' },
    perSecond: MINUTE * 4,
    ...HOME,
    expected: { rule: 'fewButNeverTwice', qos: 0, needs: [] },
  },
  {
    key: 'fireAlarm',
    title: 'Fire alarm',
    story: 'It must arrive, and fast. An alarm that comes twice is still the same alarm.',
    answers: { ...USUAL, loss: 'none', latency: 'tight' },
    perSecond: DAY,
    ...HOME,
    expected: { rule: 'eachCountsCopiesHarmless', qos: 1, needs: [] },
  },
  {
    key: 'fireAlarmUnheard',
    title: 'Fire alarm to a display at QoS 0',
    story: 'The alarm itself is sent with care, but the display subscribed at QoS 0 and starts a new session each time.',
    answers: { ...USUAL, loss: 'none', latency: 'tight', subscriber: '0', sessions: 'new' },
    perSecond: DAY,
    ...HOME,
    expected: { rule: 'eachCountsCopiesHarmless', qos: 1, needs: ['raiseSubscription', 'keepSessions'] },
  },
  {
    key: 'switchLamp',
    title: '“Lamp on” and “lamp off”',
    story: 'A state, not a step: “on” twice is on.',
    answers: { ...USUAL, loss: 'none', latency: 'tight' },
    perSecond: HOUR * 2,
    ...HOME,
    expected: { rule: 'eachCountsCopiesHarmless', qos: 1, needs: [] },
  },
  {
    key: 'toggleLamp',
    title: '“Toggle the lamp”',
    story: 'A step, not a state: twice is as good as never. A new message, “on” or “off”, would mend it for nothing.',
    answers: { ...USUAL, loss: 'none', duplicates: 'harmful', latency: 'tight' },
    perSecond: HOUR * 2,
    ...HOME,
    expected: { rule: 'tooUrgentForTwo', qos: 1, needs: ['teachReceiver'] },
  },
  {
    key: 'emergencyStop',
    title: 'Emergency stop, with a number',
    story:
      'It must come at once and must come; the controller leaves out a number that it knows. (A real emergency stop has a wire of its own.)',
    answers: { ...USUAL, loss: 'none', duplicates: 'recognised', link: 'steady', latency: 'tight' },
    perSecond: DAY / 10,
    ...HOME,
    expected: { rule: 'eachCountsCopiesRecognised', qos: 1, needs: ['teachReceiver'] },
  },
  {
    key: 'electricityMeter',
    title: 'Meter reading for the bill, with its time',
    story: 'Each quarter of an hour counts, and its time tells a copy.',
    answers: { ...USUAL, loss: 'none', duplicates: 'recognised' },
    perSecond: MINUTE / 15,
    ...AFAR,
    expected: { rule: 'eachCountsCopiesRecognised', qos: 1, needs: ['teachReceiver'] },
  },
  {
    key: 'meterWithPubSubClient',
    title: 'The same meter with PubSubClient',
    story: 'The sketch asks for QoS 1, but the library cannot do it, and the sketch starts a clean session.',
    answers: { ...USUAL, loss: 'none', duplicates: 'recognised', sessions: 'new', library: 'zero' },
    perSecond: MINUTE / 15,
    ...AFAR,
    expected: { rule: 'eachCountsCopiesRecognised', qos: 1, needs: ['otherLibrary', 'keepSessions', 'teachReceiver'] },
  },
  {
    key: 'doorLock',
    title: 'Door lock on a battery: “open for a moment”',
    story: 'It must come, a copy would open the door again, and half a second is borne. All sides can do QoS 2 and keep their sessions.',
    answers: { ...USUAL, loss: 'none', duplicates: 'harmful', power: 'battery', subscriber: '2' },
    perSecond: HOUR,
    ...HOME,
    expected: { rule: 'exactlyOnce', qos: 2, needs: [] },
  },
  {
    key: 'dosingPump',
    title: 'Dosing pump: “give 5 ml”',
    story: 'Twice would be too much, never too little. The pump cannot be changed, and everything else is there.',
    answers: { ...USUAL, loss: 'none', duplicates: 'harmful', link: 'drops', subscriber: '2' },
    perSecond: HOUR * 4,
    ...HOME,
    expected: { rule: 'exactlyOnce', qos: 2, needs: [] },
  },
  {
    key: 'payment',
    title: 'Payment at a machine in a cloud without QoS 2',
    story: 'Each one counts once, but the cloud’s broker takes QoS 1 at most.',
    answers: { ...USUAL, loss: 'none', duplicates: 'harmful', subscriber: '2', broker: '1' },
    perSecond: MINUTE,
    ...AFAR,
    expected: { rule: 'brokerBelowTwo', qos: 1, needs: ['teachReceiver'] },
  },
  {
    key: 'conveyor',
    title: 'Parts counted on a conveyor, reader at QoS 1',
    story: 'Each part counts once, but the bookkeeping subscribed at QoS 1.',
    answers: { ...USUAL, loss: 'none', duplicates: 'harmful', subscriber: '1' },
    perSecond: 5,
    ...HOME,
    expected: { rule: 'readerBelowTwo', qos: 1, needs: ['teachReceiver'] },
  },
  {
    key: 'ticketGate',
    title: 'Ticket gate that starts anew',
    story: 'Each ticket counts once, and the gate’s program begins each day, and after each crash, with a new session.',
    answers: { ...USUAL, loss: 'none', duplicates: 'harmful', subscriber: '2', sessions: 'new' },
    perSecond: 0.5,
    ...HOME,
    expected: { rule: 'sessionsEnd', qos: 1, needs: ['keepSessions', 'teachReceiver'] },
  },
];
