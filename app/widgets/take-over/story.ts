// What a finished run shows, read from its events: who was told what, what the log says, what it cost.
import type { ClientState, PacketSent, Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';

/** Both that may go by one id. */
export const RIVALS: readonly string[] = ['first', 'second'];
export const WITNESS = 'witness';

/** Where the reason stands in a DISCONNECT of 5.0. [v5.0 §3.14.2.1] */
const REASON_AT = 2;

/** What the broker writes when it lets a newcomer in. */
const TAKEN_OVER = 'already connected';

export interface Story {
  /** How often the broker threw one of the two out: by its log, or where it writes none by the connections that they lost. */
  readonly thrownOut: number;
  readonly connects: number;
  readonly refusals: number;
  /** Reason codes of the DISCONNECT packets that came to the two, most told first; empty: a bare close each time. */
  readonly reasons: readonly number[];
  /** The broker's own line about it; `null`: there is none. */
  readonly line: string | null;
  /** What the second was told about a session, at its first connection. */
  readonly secondFoundSession: boolean | null;
  /** The will of the first was published; `null`: nobody watched. */
  readonly willPublished: boolean | null;
  /** They went by one id. */
  readonly oneId: boolean;
}

/** The two connect again whenever they are thrown out. */
export function goesOn({ clients = [] }: Scenario): boolean {
  return clients.some(({ reconnect }) => reconnect !== undefined);
}

/** The first asked for a session that ends with its connection. */
export function firstEnds({ script = [], protocolVersion }: Scenario): boolean {
  const connect = script.find((step) => step.do === 'connect' && step.client === RIVALS[0]);
  if (connect?.do !== 'connect') return false;
  return protocolVersion === '5.0' ? (connect.connect.properties?.sessionExpirySeconds ?? 0) === 0 : connect.connect.cleanStart;
}

function isGoodbye({ client, direction, type }: PacketSent): boolean {
  return RIVALS.includes(client) && direction === 'downlink' && type === 'DISCONNECT';
}

/** `whole`: the view of the whole run at its end. */
export function storyOf({ clients, events, log }: RunView): Story {
  const rivals = clients.filter(({ client }) => RIVALS.includes(client));
  const witness = clients.find(({ client }) => client === WITNESS);
  const sum = (of: (state: ClientState) => number) => rivals.reduce((total, state) => total + of(state), 0);
  const lost = sum(({ losses }) => losses);
  const takeOvers = log.filter(({ text }) => text.includes(TAKEN_OVER));
  const goodbyes = events.filter((event) => event.kind === 'packetSent').filter(isGoodbye);
  const accepted = events.find((event) => event.kind === 'connection' && event.client === 'second' && event.step === 'connected');
  return {
    thrownOut: log.length === 0 ? lost : Math.min(lost, takeOvers.length),
    connects: sum(({ connects }) => connects),
    refusals: events.filter((event) => event.kind === 'connection' && event.step === 'refused').length,
    reasons: [...new Set(goodbyes.flatMap(({ bytes }) => bytes[REASON_AT] ?? []))],
    line: takeOvers[0]?.text ?? null,
    secondFoundSession: accepted?.kind === 'connection' ? accepted.sessionPresent : null,
    oneId: new Set(rivals.map(({ clientId }) => clientId)).size < rivals.length,
    willPublished: witness === undefined ? null : witness.received > 0,
  };
}

export type Times = 'never' | 'once' | 'often';

export function timesOf(count: number): Times {
  return count === 0 ? 'never' : count === 1 ? 'once' : 'often';
}
