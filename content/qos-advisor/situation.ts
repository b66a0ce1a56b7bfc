// What the QoS advisor asks, and what it makes of the answers. Every answer is one of a few words, so that all of them together can be gone through.
import { IN_FLIGHT_LIMIT } from '#simulations';

/** The answers, in the order of the questions. */
export const ANSWERS = {
  /** What happens when one message is lost. `replaced`: the next one says it anew. `few`: a gap now and then is borne. `none`: each one counts. */
  loss: ['replaced', 'few', 'none'],
  /** What a second copy does. `harmless`: nothing. `recognised`: the receiver sees that it had it, or can be taught to. `harmful`: it acts again. */
  duplicates: ['harmless', 'recognised', 'harmful'],
  /** How often a connection breaks: hardly ever, now and then, all the time. */
  link: ['steady', 'drops', 'poor'],
  power: ['mains', 'battery'],
  /** Whether one round trip more before the reader has it is too late. */
  latency: ['relaxed', 'tight'],
  /** What the reader subscribes at. */
  subscriber: ['0', '1', '2'],
  /** Whether sender and reader come back to their sessions. */
  sessions: ['kept', 'new'],
  /** What the sender's library publishes at: every level, or QoS 0 alone (PubSubClient). */
  library: ['every', 'zero'],
  /** The highest level of the broker. */
  broker: ['2', '1'],
} as const;

export type Question = keyof typeof ANSWERS;
export type Answers = { readonly [Name in Question]: (typeof ANSWERS)[Name][number] };

/** `fast`: the handshakes of QoS 2 do not keep up within the limit of messages in flight. */
export type Pace = 'calm' | 'fast';

export type Facts = Answers & { readonly pace: Pace };

/**
 * By Little's law: messages under way = rate times the two round trips of QoS 2, against the limit of 20 that Mosquitto and most libraries have.
 * @param perSecond messages a second
 * @param roundTripSeconds to the broker and back
 */
export function paceOf(perSecond: number, roundTripSeconds: number): Pace {
  return perSecond * 2 * roundTripSeconds > IN_FLIGHT_LIMIT ? 'fast' : 'calm';
}

/** A condition: for each fact that it names, the values with which it holds. */
export type Condition<Of> = { readonly [Name in keyof Of]?: readonly Of[Name][] };

export function holds<Of extends object>(condition: Condition<Of>, facts: Of): boolean {
  return Object.entries(condition).every(([name, values]) => (values as readonly unknown[]).includes(facts[name as keyof Of]));
}

/** The chance around which a link is reckoned: that its connection breaks just around a packet. */
export const LINK_LOSS: Readonly<Record<Answers['link'], number>> = { steady: 0.001, drops: 0.02, poor: 0.2 };
