// How it is usually done instead, each with what goes wrong and the lab that shows it. The tests run every one that fits a role on the broker, and see the harm.
import type { ProtocolVersion, SessionPractice, SessionStory } from '#simulations';
import { type Advice, holds } from './advise.ts';
import type { Answers } from './questions.ts';
import type { RulePattern } from './rules.ts';

export type MistakeId =
  | 'borrowed-id'
  | 'memory-only'
  | 'memory-only-sender'
  | 'kept-for-values'
  | 'not-retained'
  | 'clean-receiver'
  | 'no-expiry'
  | 'clean-sender'
  | 'qos-zero'
  | 'no-lifetime'
  | 'small-queue'
  | 'new-id-each-start';

/** What is counted on the broker: more of it than with the advice, or the mistake is none. */
export type Harm = 'missed' | 'stale' | 'orphans' | 'takeOvers' | 'unsent';

export interface Mistake {
  readonly id: MistakeId;
  readonly title: string;
  readonly when: readonly RulePattern[];
  /** `null`: in both. */
  readonly version: ProtocolVersion | null;
  /** Where it does harm in a run; elsewhere it is not offered. Default: everywhere. */
  readonly harmsIn?: (story: SessionStory) => boolean;
  readonly changes: (practice: SessionPractice, story: SessionStory) => Partial<SessionPractice>;
  readonly harm: Harm;
  readonly what: string;
  /** The lab that shows it, by its address. */
  readonly lab: string;
}

const COMES_BACK = ['drops', 'sleeps', 'long'] as const;
const FOR_EVER_SECONDS = 0xffff_ffff;
const A_DAY_SECONDS = 86_400;
/** One and a half times the keep alive. */
const HALF_OPEN_SECONDS = 90;

const five = ({ protocolVersion }: SessionPractice) => protocolVersion === '5.0';
const CLEAN = { cleanStart: true, sessionExpirySeconds: null, subscribes: 'everyConnection' } as const;

/** The worst first: where several fit, the first one is shown. */
export const MISTAKES: readonly Mistake[] = [
  {
    id: 'borrowed-id',
    title: 'It uses the client id of a device',
    when: [{ runsOn: ['tool'] }],
    version: null,
    changes: () => ({ ids: 'borrowed' }),
    harm: 'takeOvers',
    what: 'The broker throws the device out. The device connects again and throws the tool out.',
    lab: 'take-over',
  },
  {
    id: 'memory-only',
    title: 'The session is kept, but the broker writes nothing to disk',
    when: [{ session: ['kept'], receives: ['each'], restart: ['mustKeep'] }],
    version: null,
    changes: () => ({ disk: 'memoryOnly' }),
    harm: 'missed',
    what: 'When the broker crashes, the session goes with it, and all that waits in it.',
    lab: 'broker-restart',
  },
  {
    id: 'memory-only-sender',
    title: 'The session is kept, but the broker writes nothing to disk',
    when: [{ session: ['kept'], receives: ['nothing', 'newest'], restart: ['mustKeep'] }],
    version: null,
    changes: () => ({ disk: 'memoryOnly' }),
    harm: 'unsent',
    what: 'When the broker crashes, the session goes with it. The message that was under way belongs to nobody, and is not sent again.',
    lab: 'broker-restart',
  },
  {
    id: 'kept-for-values',
    title: 'It keeps a session, with QoS 1',
    when: [{ session: ['clean'], receives: ['newest'], away: COMES_BACK }],
    version: null,
    changes: (practice) => ({
      cleanStart: false,
      sessionExpirySeconds: five(practice) ? A_DAY_SECONDS : null,
      subscriptionQos: 1,
      subscribes: 'newSession',
    }),
    harm: 'stale',
    what: 'All the old values wait for it, and come before the new one. When the queue is full, the newest are dropped.',
    lab: 'queue',
  },
  {
    id: 'not-retained',
    title: 'The values are sent without the retain flag',
    when: [{ receives: ['newest'], away: COMES_BACK }],
    version: null,
    changes: () => ({ retained: false }),
    harm: 'missed',
    what: 'When it comes back it knows nothing, until somebody happens to send the next value.',
    lab: 'session-lifecycle',
  },
  {
    id: 'clean-receiver',
    title: 'Clean session, as most libraries have it by themselves',
    when: [{ session: ['kept'], receives: ['each'] }],
    version: null,
    changes: () => CLEAN,
    harm: 'missed',
    what: 'The broker forgets it when its connection ends. What is sent meanwhile is for nobody, and the sender is told that all went well.',
    lab: 'session-lifecycle',
  },
  {
    id: 'no-expiry',
    title: 'Clean start 0, but no session expiry',
    when: [{ session: ['kept'], receives: ['each'] }],
    version: '5.0',
    changes: () => ({ sessionExpirySeconds: null }),
    harm: 'missed',
    what: 'In 5.0 an expiry that is left out is 0: the session ends with the connection, and clean start 0 finds nothing.',
    lab: 'session-lifecycle',
  },
  {
    id: 'clean-sender',
    title: 'Clean session: it only sends, after all',
    when: [{ session: ['kept'], receives: ['nothing', 'newest'], sends: ['mustArrive'] }],
    version: null,
    changes: () => CLEAN,
    harm: 'unsent',
    what: 'What was under way when the link broke is not sent again: the new session knows nothing of it.',
    lab: 'offline-publisher',
  },
  {
    id: 'qos-zero',
    title: 'A kept session, but subscribed with QoS 0',
    when: [{ session: ['kept'], receives: ['each'] }],
    version: null,
    changes: () => ({ subscriptionQos: 0 }),
    harm: 'missed',
    what: 'The session is kept and stays empty: QoS 0 does not wait.',
    lab: 'effective-qos',
  },
  {
    id: 'no-lifetime',
    title: 'The messages have no lifetime',
    when: [{ session: ['kept'], receives: ['each'], late: ['useless', 'dangerous'] }],
    version: '5.0',
    changes: () => ({ messageExpirySeconds: null }),
    harm: 'stale',
    what: 'Everything that waited is delivered, however old it is, and an old command looks like a new one.',
    lab: 'queue',
  },
  {
    id: 'small-queue',
    title: 'A queue for half of what comes',
    when: [{ session: ['kept'], receives: ['each'] }],
    version: null,
    // A link that has just broken is still taken for a connection, and the broker's window of 20 takes most of what comes.
    harmsIn: ({ away, awaySeconds }) => away !== 'drops' || awaySeconds >= 2 * HALF_OPEN_SECONDS,
    changes: (_, { messages }) => ({ queuedMessages: Math.max(1, Math.floor(messages / 2)) }),
    harm: 'missed',
    what: 'The broker keeps the oldest and drops the newest. Nobody is told.',
    lab: 'queue',
  },
  {
    id: 'new-id-each-start',
    title: 'A kept session, and a new random id each time',
    when: [{}],
    version: null,
    changes: (practice) => ({
      ids: 'newEachTime',
      cleanStart: false,
      sessionExpirySeconds: five(practice) ? FOR_EVER_SECONDS : null,
      brokerExpiration: null,
    }),
    harm: 'orphans',
    what: 'It never finds its session again. Each one stays behind as an orphan, and the broker keeps filling it.',
    lab: 'orphans',
  },
];

/** Those that one can make where this is the advice; never none. */
export function mistakesFor(
  answers: Answers,
  { session }: Pick<Advice, 'session'>,
  { practice, story }: { readonly practice: Pick<SessionPractice, 'protocolVersion'>; readonly story: SessionStory },
): readonly Mistake[] {
  return MISTAKES.filter(
    ({ version, when, harmsIn }) =>
      (version === null || version === practice.protocolVersion) &&
      holds(when, answers, session) &&
      (harmsIn === undefined || harmsIn(story)),
  );
}
