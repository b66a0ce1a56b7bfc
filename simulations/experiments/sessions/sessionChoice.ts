// One client that is away again and again, and what its way of asking for a session makes of that: as advised for its role, or as it is usually done. A peer sends it messages while
// it is away and when it is back, and gets its reports, each of which is sent into a link that has just broken. Where the role is a tool, a device is at work beside it.
// Left out: Wi-Fi, the habits of libraries, and chance; the link loses nothing of itself.
import type { ProtocolVersion, QoS } from '../../mqtt/packet.ts';
import type { LinkScenario, Scenario } from '../../scenario.ts';
import type { ConnectFields, ScriptStep } from '../../script.ts';
import { drawnIds } from './idCollisions.ts';
import { HEAP_TOPIC, LISTENER, lasting, passing, sessionScenario } from './sessionScenario.ts';

/** How client, sender and broker go about it. */
export interface SessionPractice {
  readonly protocolVersion: ProtocolVersion;
  /** Clean session in 3.1.1. */
  readonly cleanStart: boolean;
  /** 5.0. Seconds, 0 to 4,294,967,295; `null`: not sent. */
  readonly sessionExpirySeconds: number | null;
  /** `borrowed`: that of the device beside it. */
  readonly ids: 'stable' | 'newEachTime' | 'borrowed';
  /** `null`: it subscribes to nothing. */
  readonly subscriptionQos: QoS | null;
  readonly subscribes: 'everyConnection' | 'newSession';
  /** The peer sends with the retain flag. */
  readonly retained: boolean;
  /** 5.0. Of the peer's messages. Seconds, 1 to 4,294,967,295; `null`: none. */
  readonly messageExpirySeconds: number | null;
  /** Of its reports; `null`: it sends none. */
  readonly publishQos: QoS | null;
  /** `max_queued_messages`; `null`: the broker's own, 1,000. */
  readonly queuedMessages: number | null;
  /** `persistent_client_expiration`, `1h`; `null`: never. */
  readonly brokerExpiration: string | null;
  /** `everyChange`: the broker writes to disk whenever something changes. */
  readonly disk: 'memoryOnly' | 'everyChange';
}

/** What happens, whatever the practice. */
export interface SessionStory {
  /** `drops`: the cable is out. `sleeps`: it says goodbye. `long`: its program ends without. `once`: it says goodbye after a while and stays away. */
  readonly away: 'drops' | 'sleeps' | 'long' | 'once';
  /** Seconds, 30 to 14,400. */
  readonly awaySeconds: number;
  /** Sent during each of the three absences. 1 to 100. */
  readonly messages: number;
  /** `newest`: only the last one counts. */
  readonly receives: 'nothing' | 'newest' | 'each';
  /** A message older than that is stale. Seconds; `null`: never. */
  readonly usefulSeconds: number | null;
  /** It has a report under way whenever the link breaks. */
  readonly reports: boolean;
  /** The broker crashes during the second absence, and is started again. */
  readonly brokerCrashes: boolean;
  /** A device is at work beside it. */
  readonly neighbour: boolean;
}

export const CHOICE_CLIENTS = { client: 'client', peer: 'peer', neighbour: 'device', reader: 'counter reader' } as const;
export const ABSENCES = 3;
export const NEIGHBOUR_ID = 'valve-24-0A-C4-00-07-01';

const TOPIC = 'site/7/cmd';
const REPORT_TOPIC = 'site/7/state';
const LINK: LinkScenario = { delayMs: 50, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const KEEP_ALIVE_SECONDS = 60;
/** Longer than any run. */
const NO_PINGS_SECONDS = 65_535;
const FIRST_LEAVE_MS = 3_000;
/** From one return to the next leave: it subscribes after 500 ms, hears one message after 2,000 ms. */
const THERE_MS = 4_000;
const HEARS_AFTER_MS = 2_000;
const FIRST_MESSAGE_MS = 1_500;
const LAST_MESSAGE_BEFORE_RETURN_MS = 3_000;
/** Half-open connections are found by then. */
const AFTERWARDS_MS = 130_000;

export interface ChoiceMessage {
  readonly payload: string;
  readonly sentAtMs: number;
  /** When the client is there, or back, to hear it; `null`: it does not come back. */
  readonly heardFromMs: number | null;
}

/** When it leaves and comes back, the messages of the peer in their order, and the end of it all. Milliseconds. */
export function choiceTimes({ away, awaySeconds, messages }: Pick<SessionStory, 'away' | 'awaySeconds' | 'messages'>) {
  const once = away === 'once';
  const awayMs = awaySeconds * 1_000;
  const absences = Array.from({ length: ABSENCES }, (_, index) => {
    const leavesMs = FIRST_LEAVE_MS + index * (awayMs + THERE_MS);
    return { leavesMs, returnsMs: leavesMs + awayMs };
  });
  const everyMs = Math.floor((awayMs - FIRST_MESSAGE_MS - LAST_MESSAGE_BEFORE_RETURN_MS) / messages);
  const told: ChoiceMessage[] = absences.flatMap(({ leavesMs, returnsMs }, absence) => [
    ...Array.from({ length: messages }, (_, index) => {
      const sentAtMs = leavesMs + FIRST_MESSAGE_MS + index * everyMs;
      return { payload: `${absence + 1}.${index + 1}`, sentAtMs, heardFromMs: once ? sentAtMs : returnsMs };
    }),
    { payload: `now ${absence + 1}`, sentAtMs: returnsMs + HEARS_AFTER_MS, heardFromMs: once ? null : returnsMs },
  ]);
  const last = absences.at(-1)?.returnsMs ?? 0;
  const goodbyeMs = (absences[0]?.returnsMs ?? 0) - 500;
  // Who is there once hears what comes before it says goodbye.
  const messagesTold = once ? told.map((one) => (one.sentAtMs < goodbyeMs ? one : { ...one, heardFromMs: null })) : told;
  return { absences, messages: messagesTold, everyMs, goodbyeMs, endsMs: last + THERE_MS + AFTERWARDS_MS };
}

/** Clients `client`, `peer`, the counter reader and, where the story has one, `device`. */
export function sessionChoice(practice: SessionPractice, story: SessionStory): Scenario {
  const { protocolVersion } = practice;
  const times = choiceTimes(story);
  const client = (name: string) => ({ name, protocolVersion, link: LINK });
  const { peer, neighbour, reader } = CHOICE_CLIENTS;
  return sessionScenario({
    protocolVersion,
    config: configOf(practice),
    clients: [
      { ...client(CHOICE_CLIENTS.client), keepsSession: true },
      { ...client(peer), reconnect: { afterMs: 200, connect: null } },
      ...(story.neighbour ? [{ ...client(neighbour), reconnect: { afterMs: 1_000, connect: null } }] : []),
      client(reader),
    ],
    script: [
      {
        atMs: 0,
        client: peer,
        do: 'connect',
        connect: { ...lasting('peer', protocolVersion, 86_400), keepAliveSeconds: NO_PINGS_SECONDS },
      },
      ...(story.reports
        ? [{ atMs: 300, client: peer, do: 'subscribe', subscriptions: [{ topicFilter: REPORT_TOPIC, qos: 1 }] } as const]
        : []),
      ...(story.neighbour ? atWork(protocolVersion) : []),
      ...lifeOf(practice, story),
      ...(story.receives === 'nothing' ? [] : messagesOf(practice, story)),
      ...(story.brokerCrashes ? crash(times.absences[1]) : []),
      ...readsHeap(times.absences.at(-1)?.returnsMs ?? 0),
    ],
    lastsMs: times.endsMs,
  });
}

function configOf({ queuedMessages, brokerExpiration, disk }: SessionPractice): string[] {
  return [
    ...LISTENER,
    'allow_anonymous true',
    'log_type error',
    'log_type warning',
    'sys_interval 1',
    ...(queuedMessages === null ? [] : [`max_queued_messages ${queuedMessages}`]),
    ...(brokerExpiration === null ? [] : [`persistent_client_expiration ${brokerExpiration}`]),
    ...(disk === 'everyChange' ? ['persistence true', 'autosave_on_changes true', 'autosave_interval 1'] : []),
  ];
}

/** Just before the last return, when the most waits. The counters are retained: whoever subscribes is told the last ones. */
function readsHeap(beforeMs: number): readonly ScriptStep[] {
  const client = CHOICE_CLIENTS.reader;
  return [
    { atMs: beforeMs - 1_500, client, do: 'connect', connect: passing('counters') },
    { atMs: beforeMs - 1_000, client, do: 'subscribe', subscriptions: [{ topicFilter: HEAP_TOPIC, qos: 0 }] },
    { atMs: beforeMs - 500, client, do: 'disconnect' },
  ];
}

/** The device beside it: a kept session, a subscription, and it comes back whenever it is thrown out. */
function atWork(protocolVersion: ProtocolVersion): readonly ScriptStep[] {
  const client = CHOICE_CLIENTS.neighbour;
  return [
    {
      atMs: 100,
      client,
      do: 'connect',
      connect: { ...lasting(NEIGHBOUR_ID, protocolVersion, 86_400), keepAliveSeconds: NO_PINGS_SECONDS },
    },
    { atMs: 300, client, do: 'subscribe', subscriptions: [{ topicFilter: 'site/8/cmd', qos: 1 }] },
  ];
}

function lifeOf(practice: SessionPractice, story: SessionStory): readonly ScriptStep[] {
  const client = CHOICE_CLIENTS.client;
  const { absences, goodbyeMs } = choiceTimes(story);
  const ids = { ids: 2 ** 32, alphabet: '0123456789abcdef', characters: 8, prefix: 'client-', seed: 1 };
  const drawn = drawnIds({ ...ids, devices: ABSENCES + 1, protocolVersion: practice.protocolVersion });
  const arrives = (atMs: number, visit: number): ScriptStep[] => [
    { atMs, client, do: 'connect', connect: connectOf(practice, idOf(practice, drawn[visit] ?? '')) },
    ...(subscribesOn(practice, story, visit) ? [subscribe(practice, atMs + 500)] : []),
  ];
  if (story.away === 'once') return [...arrives(500, 0), { atMs: goodbyeMs, client, do: 'disconnect' }];
  return [
    ...arrives(500, 0),
    ...absences.flatMap(({ leavesMs, returnsMs }, index): ScriptStep[] => [
      ...leaves(practice, story, { leavesMs, index }),
      ...(story.away === 'drops' || story.reports ? [{ atMs: returnsMs - 100, client, do: 'plugCable' } as const] : []),
      ...arrives(returnsMs, index + 1),
    ]),
  ];
}

function idOf({ ids }: SessionPractice, drawn: string): string {
  if (ids === 'borrowed') return NEIGHBOUR_ID;
  return ids === 'newEachTime' ? drawn : 'client-24-0A-C4-00-07-02';
}

function connectOf({ protocolVersion, cleanStart, sessionExpirySeconds }: SessionPractice, clientId: string): ConnectFields {
  const connect = { clientId, cleanStart, keepAliveSeconds: KEEP_ALIVE_SECONDS };
  return protocolVersion === '5.0' && sessionExpirySeconds !== null ? { ...connect, properties: { sessionExpirySeconds } } : connect;
}

/** The script stands in for a program that reads CONNACK: with `newSession` it subscribes where no session will be found. The test compares that with the CONNACKs. */
function subscribesOn(practice: SessionPractice, story: SessionStory, visit: number): boolean {
  if (practice.subscriptionQos === null) return false;
  return practice.subscribes === 'everyConnection' || !findsSession(practice, story, visit);
}

function findsSession(
  { cleanStart, protocolVersion, sessionExpirySeconds, ids, disk }: SessionPractice,
  story: SessionStory,
  visit: number,
): boolean {
  const keeps = !cleanStart && (protocolVersion === '3.1.1' || (sessionExpirySeconds ?? 0) > 0);
  if (ids === 'newEachTime' || !keeps) return false;
  if (ids === 'borrowed') return true;
  const crashed = story.brokerCrashes && disk === 'memoryOnly' && visit === 2;
  return visit > 0 && !crashed;
}

function subscribe({ subscriptionQos }: SessionPractice, atMs: number): ScriptStep {
  return { atMs, client: CHOICE_CLIENTS.client, do: 'subscribe', subscriptions: [{ topicFilter: TOPIC, qos: subscriptionQos ?? 0 }] };
}

interface Leave {
  readonly leavesMs: number;
  readonly index: number;
}

function leaves({ publishQos }: SessionPractice, { away, reports }: SessionStory, { leavesMs, index }: Leave): ScriptStep[] {
  const client = CHOICE_CLIENTS.client;
  const goes: Record<Exclude<typeof away, 'once'>, ScriptStep[]> = {
    drops: [{ atMs: leavesMs, client, do: 'pullCable' }],
    sleeps: [{ atMs: leavesMs + 500, client, do: 'disconnect' }],
    long: [{ atMs: leavesMs + 500, client, do: 'drop' }],
  };
  if (away === 'once') return [];
  if (!reports || publishQos === null) return goes[away];
  // The report goes into a link that is dead already; the client does not know.
  return [
    { atMs: leavesMs, client, do: 'pullCable' },
    { atMs: leavesMs + 100, client, do: 'publish', topicName: REPORT_TOPIC, payload: `report ${index + 1}`, qos: publishQos },
    ...(away === 'drops' ? [] : goes[away]),
  ];
}

function messagesOf(practice: SessionPractice, story: SessionStory): readonly ScriptStep[] {
  const { retained, messageExpirySeconds, protocolVersion } = practice;
  const expires = protocolVersion === '5.0' && messageExpirySeconds !== null;
  return choiceTimes(story).messages.map(({ payload, sentAtMs }) => ({
    atMs: sentAtMs,
    client: CHOICE_CLIENTS.peer,
    do: 'publish',
    topicName: TOPIC,
    payload,
    qos: 1,
    retain: retained,
    ...(expires ? { properties: { messageExpirySeconds } } : {}),
  }));
}

function crash(absence: { readonly leavesMs: number; readonly returnsMs: number } | undefined): readonly ScriptStep[] {
  if (absence === undefined) return [];
  const atMs = Math.round((absence.leavesMs + absence.returnsMs) / 2);
  return [
    { atMs, do: 'killBroker' },
    { atMs: atMs + 1_000, do: 'startBroker' },
  ];
}
