// From advice to what is put to the broker: the client's, the sender's and the broker's settings, and the story that a run tells with them. Long absences are shortened, and many
// messages thinned out: the proportions stay.
import { type ProtocolVersion, type SessionPractice, type SessionRoom, type SessionStory, sessionRoom } from '#simulations';
import type { Advice } from './advise.ts';
import type { Answers } from './questions.ts';
import type { Amounts } from './roles.ts';

/** Of the session, where one is kept; `null`: none is. */
export function roomOf(advice: Pick<Advice, 'absences'>, amounts: Amounts): SessionRoom | null {
  return advice.absences === 0 ? null : sessionRoom({ ...amounts, absences: advice.absences });
}

/** An absence in a run. Seconds. */
const SHORTEST_RUN_SECONDS = 60;
const LONGEST_RUN_SECONDS = 3_600;
/** During one absence. */
const MOST_RUN_MESSAGES = 24;
const FEWEST_RUN_MESSAGES = 4;

export interface AdvisedRun {
  readonly practice: SessionPractice;
  readonly story: SessionStory;
  /** How many seconds of the learner's one second of the run's absence stands for; 1: as they are. */
  readonly pace: number;
  /** Messages are as many as in the learner's absence. */
  readonly allMessages: boolean;
}

export function advisedRun(advice: Advice, answers: Answers, amounts: Amounts, protocolVersion: ProtocolVersion): AdvisedRun {
  const awaySeconds = Math.min(LONGEST_RUN_SECONDS, Math.max(SHORTEST_RUN_SECONDS, Math.round(amounts.awaySeconds)));
  const pace = amounts.awaySeconds / awaySeconds;
  const come = Math.round((amounts.messagesPerHour * amounts.awaySeconds) / 3_600);
  const messages = Math.min(MOST_RUN_MESSAGES, Math.max(FEWEST_RUN_MESSAGES, come));
  const usefulSeconds = Math.max(1, Math.round(amounts.usefulSeconds / pace));
  const limited = advice.senders === 'lifetime' || advice.senders === 'lifetimeAndTime';
  const room = roomOf(advice, amounts);
  const kept = advice.session === 'kept';
  const five = protocolVersion === '5.0';
  return {
    pace,
    allMessages: messages === come,
    story: {
      away: answers.away,
      awaySeconds,
      messages,
      receives: answers.receives,
      usefulSeconds: limited ? usefulSeconds : null,
      reports: answers.sends === 'mustArrive' && answers.away !== 'once',
      brokerCrashes: advice.disk === 'everyChange',
      neighbour: answers.runsOn === 'tool',
    },
    practice: {
      protocolVersion,
      cleanStart: !kept,
      sessionExpirySeconds: five && room !== null ? Math.max(room.expirySeconds, awaySeconds) : null,
      ids: 'stable',
      subscriptionQos: advice.subscription?.qos ?? null,
      subscribes: advice.subscription?.on ?? 'everyConnection',
      retained: advice.senders === 'retain',
      messageExpirySeconds: five && limited ? usefulSeconds : null,
      publishQos: advice.publishing,
      queuedMessages: advice.queue && room !== null ? room.queuedMessages : null,
      brokerExpiration: room === null ? null : room.brokerExpiration,
      disk: advice.disk === 'everyChange' ? 'everyChange' : 'memoryOnly',
    },
  };
}
