// What a finished run shows, read from its events: who was told what, what the log says, what it cost.
import type { ClientState, PacketSent, Scenario } from '#simulations';
import type { RunView } from '#simulations/worker';

/** Both that may go by one id. */
export const RIVALS: readonly string[] = ['first', 'second'];
export const WITNESS = 'witness';

/** Where the reason stands in a DISCONNECT of 5.0. [v5.0 §3.14.2.1] */
const REASON_AT = 2;

export interface Story {
  /** How often one of the two was thrown out. */
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
}

/** The two connect again whenever they are thrown out. */
export function goesOn({ clients = [] }: Scenario): boolean {
  return clients.some(({ reconnect }) => reconnect !== undefined);
}

function isGoodbye({ client, direction, type }: PacketSent): boolean {
  return RIVALS.includes(client) && direction === 'downlink' && type === 'DISCONNECT';
}

/** `whole`: the view of the whole run at its end. */
export function storyOf({ clients, events, log }: RunView): Story {
  const rivals = clients.filter(({ client }) => RIVALS.includes(client));
  const witness = clients.find(({ client }) => client === WITNESS);
  const sum = (of: (state: ClientState) => number) => rivals.reduce((total, state) => total + of(state), 0);
  const goodbyes = events.filter((event) => event.kind === 'packetSent').filter(isGoodbye);
  const accepted = events.find((event) => event.kind === 'connection' && event.client === 'second' && event.step === 'connected');
  return {
    thrownOut: sum(({ losses }) => losses),
    connects: sum(({ connects }) => connects),
    refusals: events.filter((event) => event.kind === 'connection' && event.step === 'refused').length,
    reasons: [...new Set(goodbyes.flatMap(({ bytes }) => bytes[REASON_AT] ?? []))],
    line: log.find(({ text }) => text.includes('already connected'))?.text ?? null,
    secondFoundSession: accepted?.kind === 'connection' ? accepted.sessionPresent : null,
    willPublished: witness === undefined ? null : witness.received > 0,
  };
}

export type Times = 'never' | 'once' | 'often';

export function timesOf(count: number): Times {
  return count === 0 ? 'never' : count === 1 ? 'once' : 'often';
}
