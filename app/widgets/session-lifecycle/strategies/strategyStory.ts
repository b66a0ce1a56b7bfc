// What became of the five strategies in a finished run, read from its events: which commands each was given, and what it left at the broker.
import { type RunEvent, type Scenario, STRATEGIES, type Strategy } from '#simulations';
import type { RunResult, RunView } from '#simulations/worker';

const LATE = 'late ';
const STALE = 'stale ';
const BETWEEN = 'between';

export interface StrategyStory {
  readonly strategy: Strategy;
  /** Different commands of the first gap, after which it reconnected: still wanted. */
  readonly late: number;
  /** Different commands of the second, after which it started anew: meant for the program before. */
  readonly stale: number;
  /** It heard the command that was sent when it had reconnected. */
  readonly heardAgain: boolean;
  /** What it was told of its session at the reconnection; `null`: it did not come back. */
  readonly foundAtReconnection: boolean | null;
  /** Sessions under ids that it no longer uses, and the messages in them. */
  readonly leftSessions: number;
  readonly leftMessages: number;
}

/** The scenario is the one of the five strategies. */
export function isOfStrategies({ programs = [] }: Scenario): boolean {
  return programs.length > 0;
}

/** It got what it still wanted, nothing that was for somebody else, and left nothing behind. */
export function isClean({ late, stale, heardAgain, leftSessions }: StrategyStory, commands: number): boolean {
  return late === commands && stale === 0 && heardAgain && leftSessions === 0;
}

export type WhyStrategyLost = 'noExpiry' | 'wiped' | 'notBack' | 'other';

/** Why a program that lost commands of the first gap did so. */
export function whyLost({ strategy, foundAtReconnection }: StrategyStory, { scenario }: Pick<RunResult, 'scenario'>): WhyStrategyLost {
  const program = scenario.programs?.find(({ name }) => name === strategy);
  if (foundAtReconnection === null) return 'notBack';
  if (foundAtReconnection || program === undefined) return 'other';
  if (program.protocolVersion === '5.0' && (program.sessionExpirySeconds ?? 0) === 0) return 'noExpiry';
  return program.library === 'mosquittoSub' || program.cleanStart === true ? 'wiped' : 'other';
}

/** `whole`: the view of the whole run at its end. */
export function strategyStories({ events, broker, clients }: RunView): readonly StrategyStory[] {
  const ids = idsOf(events);
  return STRATEGIES.map((strategy) => {
    const payloads = new Set(
      events.flatMap((event) => (event.kind === 'received' && event.client === strategy ? [event.payload ?? ''] : [])),
    );
    const count = (start: string) => [...payloads].filter((payload) => payload.startsWith(start)).length;
    const inUse = clients.find(({ client }) => client === strategy)?.clientId;
    const left = broker.sessions.filter(({ clientId }) => clientId !== inUse && ids.get(strategy)?.has(clientId) === true);
    const waiting = left.map(({ outgoing }) => outgoing.inFlight.messages + outgoing.queued.messages);
    return {
      strategy,
      late: count(LATE),
      stale: count(STALE),
      heardAgain: payloads.has(BETWEEN),
      foundAtReconnection: foundAfterLoss(events, strategy),
      leftSessions: left.length,
      leftMessages: waiting.reduce((sum, one) => sum + one, 0),
    };
  });
}

/** Every client id that a client has used, from the broker's own log. */
function idsOf(events: readonly RunEvent[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const event of events) {
    if (event.kind !== 'packetSent' || event.type !== 'CONNECT') continue;
    const id = /^CONNECT "([^"]*)"/.exec(event.summary)?.[1];
    if (id === undefined) continue;
    const known = ids.get(event.client) ?? new Set();
    ids.set(event.client, known.add(id));
  }
  return ids;
}

/** What the first CONNACK after the first loss said. */
function foundAfterLoss(events: readonly RunEvent[], client: string): boolean | null {
  let lost = false;
  for (const event of events) {
    if (event.kind !== 'connection' || event.client !== client) continue;
    if (event.step === 'lost') lost = true;
    if (lost && event.step === 'connected') return event.sessionPresent;
  }
  return null;
}
