// How the broker stands at one instant: whether it runs, and its own view of its sessions, with when that last changed. A fold over the events of a run;
// the sessions are there only where the scenario asks for them (`watchSessions`).
import type { SessionView } from 'mosquitto-wasm';
import { VIRTUAL_EPOCH_MS } from '../broker/mosquittoBroker.ts';
import { fromMilliseconds, type Microseconds, START } from '../engine/time.ts';
import type { RunEvent } from '../events.ts';

export type { SessionView };

/** A session as the broker holds it, in the run's time. */
export interface SessionStanding extends SessionView {
  /** When it last became connected, or ceased to be, or its connection went over to another client. */
  readonly since: Microseconds;
  /** When the broker will forget it; `null`: connected, or never. */
  readonly expiresAt: Microseconds | null;
}

/** A session that the broker no longer holds. */
export interface ForgottenSession {
  readonly clientId: string;
  readonly at: Microseconds;
}

export interface BrokerState {
  readonly up: boolean;
  /** When it was started or came to an end. */
  readonly since: Microseconds;
  /** In the order of their client ids. */
  readonly sessions: readonly SessionStanding[];
  /** Sessions that were there and are not any more, newest last. */
  readonly forgotten: readonly ForgottenSession[];
}

const AT_FIRST: BrokerState = { up: true, since: START, sessions: [], forgotten: [] };

function byClientId(one: SessionView, other: SessionView): number {
  return one.clientId < other.clientId ? -1 : one.clientId > other.clientId ? 1 : 0;
}

function standing(session: SessionView, before: SessionStanding | undefined, at: Microseconds): SessionStanding {
  const same = before !== undefined && before.connected === session.connected && before.address === session.address;
  const { expiresAtMs } = session;
  return {
    ...session,
    since: same ? before.since : at,
    expiresAt: expiresAtMs === null ? null : fromMilliseconds(Math.max(0, expiresAtMs - VIRTUAL_EPOCH_MS)),
  };
}

/** How the broker stands after one more event; the same object when the event does not concern it. */
export function brokerAfter(state: BrokerState, event: RunEvent): BrokerState {
  switch (event.kind) {
    case 'broker': {
      if (event.step === 'startFailed') return state;
      return { ...state, up: event.step === 'started', since: event.at };
    }
    case 'sessions': {
      const { at } = event;
      const before = new Map(state.sessions.map((session) => [session.clientId, session]));
      const sessions = event.sessions.map((session) => standing(session, before.get(session.clientId), at)).sort(byClientId);
      const held = new Set(sessions.map(({ clientId }) => clientId));
      const gone = state.sessions.filter(({ clientId }) => !held.has(clientId)).map(({ clientId }) => ({ clientId, at }));
      const forgotten = [...state.forgotten.filter(({ clientId }) => !held.has(clientId)), ...gone];
      return { ...state, sessions, forgotten };
    }
    default:
      return state;
  }
}

/** As a run finds it: started, with no session. */
export function brokerAtFirst(): BrokerState {
  return AT_FIRST;
}
