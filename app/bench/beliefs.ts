// The broker's sessions beside what the clients believe, and where the two differ. It only compares; what it compares is told by the run.
import type { BrokerState, ClientState, Microseconds, SessionStanding } from '#simulations';
import type { RunView } from '#simulations/worker';

/** Something that a client and the broker do not agree on. */
export type Difference =
  /** The client believes that it is connected; the broker, for this reason, does not. `since`: from when on; `null` where nothing tells. */
  | {
      readonly kind: 'believesConnected';
      readonly because: 'brokerDown' | 'closed' | 'takenOver' | 'forgotten' | 'unknown';
      readonly since: Microseconds | null;
    }
  /** The broker believes that the client is connected; the client is not. */
  | { readonly kind: 'heldForConnected'; readonly since: Microseconds }
  /** The client made this subscription, and the broker's session does not have it. */
  | { readonly kind: 'lacksSubscription'; readonly topicFilter: string }
  /** The broker's session has this subscription, and the client never made it. */
  | { readonly kind: 'keepsSubscription'; readonly topicFilter: string };

export interface ClientBelief {
  readonly state: ClientState;
  /** The session's connection is this client's. */
  readonly holdsConnection: boolean;
  readonly differences: readonly Difference[];
}

/** All that is known under one client id. */
export interface SessionRow {
  readonly clientId: string;
  /** `null`: the broker holds none. */
  readonly session: SessionStanding | null;
  /** When the broker forgot the session; `null` while there is one, and where there was none. */
  readonly forgottenAt: Microseconds | null;
  /** The clients that go by this id, in the run's order. */
  readonly clients: readonly ClientBelief[];
}

function connectionDifference(state: ClientState, session: SessionStanding | null, forgottenAt: Microseconds | null, broker: BrokerState) {
  const holds = session?.connected === true && session.address === state.address;
  if (state.connection === 'connected' && !holds) {
    const believes = { kind: 'believesConnected' } as const;
    if (!broker.up) return { ...believes, because: 'brokerDown', since: broker.since } as const;
    if (session?.connected === true) return { ...believes, because: 'takenOver', since: session.since } as const;
    if (session !== null) return { ...believes, because: 'closed', since: session.since } as const;
    if (forgottenAt !== null) return { ...believes, because: 'forgotten', since: forgottenAt } as const;
    return { ...believes, because: 'unknown', since: null } as const;
  }
  // Between CONNACK's sending and its coming both are right: only an older connection counts.
  const opening = state.connection === 'connecting' && holds && session.since >= state.connectionSince;
  if (state.connection !== 'connected' && holds && !opening) return { kind: 'heldForConnected', since: state.connectionSince } as const;
  return null;
}

function beliefOf(
  state: ClientState,
  session: SessionStanding | null,
  forgottenAt: Microseconds | null,
  broker: BrokerState,
): ClientBelief {
  const holdsConnection = session?.connected === true && session.address === state.address;
  const held = session?.subscriptions ?? [];
  const differences: Difference[] = [];
  const ofConnection = connectionDifference(state, session, forgottenAt, broker);
  if (ofConnection !== null) differences.push(ofConnection);
  for (const { topicFilter } of state.subscriptions)
    if (!held.some((kept) => kept.topicFilter === topicFilter)) differences.push({ kind: 'lacksSubscription', topicFilter });
  // Between SUBSCRIBE's coming and SUBACK's: the client has asked, but knows nothing yet. That passes, and is no memory of another time.
  if (holdsConnection && state.connection === 'connected' && state.sessionPresent === true)
    for (const { topicFilter } of held)
      if (!state.subscriptions.some((made) => made.topicFilter === topicFilter))
        differences.push({ kind: 'keepsSubscription', topicFilter });
  return { state, holdsConnection, differences };
}

/** One row for each client id that the broker remembers or a client uses, in the order of the ids. */
export function sessionRows({ broker, clients }: Pick<RunView, 'broker' | 'clients'>): readonly SessionRow[] {
  const ids = new Set<string>(broker.sessions.map(({ clientId }) => clientId));
  for (const { clientId } of clients) if (clientId !== null && clientId !== '') ids.add(clientId);
  return [...ids].sort().map((clientId) => {
    const session = broker.sessions.find((held) => held.clientId === clientId) ?? null;
    const forgottenAt = session === null ? (broker.forgotten.find((gone) => gone.clientId === clientId)?.at ?? null) : null;
    // An empty id gets its name from the broker: then the address tells whose session it is.
    const own = clients.filter((state) => state.clientId === clientId || (state.clientId === '' && state.address === session?.address));
    return { clientId, session, forgottenAt, clients: own.map((state) => beliefOf(state, session, forgottenAt, broker)) };
  });
}
