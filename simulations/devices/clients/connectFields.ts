// What a client library writes into CONNECT: its habits, and over them what the program has asked for. [v3.1.1 §3.1] [v5.0 §3.1]
import type { ProtocolVersion, WillMessage } from '../../mqtt/packet.ts';
import type { ConnectFields } from '../../script.ts';
import type { ClientHabits } from './habits.ts';

/** What the program asks its library for. */
export interface ConnectWish {
  readonly protocolVersion: ProtocolVersion;
  /** `library`: the program says nothing about it. */
  readonly cleanStart: boolean | 'library';
  /** 5.0. Seconds, 0 to 4,294,967,295; `null`: the program gives none. */
  readonly sessionExpirySeconds: number | null;
  /** Seconds, 0 to 65,535; `null`: the library's own. */
  readonly keepAliveSeconds: number | null;
  readonly willMessage?: WillMessage;
}

/**
 * The fields of CONNECT. What is of 5.0 alone is left out in 3.1.1, as the libraries do.
 * @param clientId empty: the broker is to assign one
 * @param connection connections since the program has started that a CONNACK has answered, even with a refusal; 0 for the first
 */
export function connectFields(habits: ClientHabits, wish: ConnectWish, clientId: string, connection: number): ConnectFields {
  const cleanStart = cleanFlag(habits, wish, connection);
  return {
    clientId,
    cleanStart,
    keepAliveSeconds: wish.keepAliveSeconds ?? habits.keepAliveSeconds,
    ...(wish.willMessage === undefined ? {} : { willMessage: wish.willMessage }),
    ...(wish.protocolVersion === '5.0' ? propertiesOf(habits, wish, cleanStart) : {}),
  };
}

/** What a program says of the flag holds for all its connections; only where it says nothing can a library tell the first from the next. */
function cleanFlag(habits: ClientHabits, { cleanStart, protocolVersion }: ConnectWish, connection: number): boolean {
  if (cleanStart !== 'library') return cleanStart;
  const { first, again } = habits.cleanStart[protocolVersion];
  return connection === 0 ? first : again;
}

function propertiesOf(habits: ClientHabits, wish: ConnectWish, cleanStart: boolean): Pick<ConnectFields, 'properties'> {
  const sessionExpirySeconds = wish.sessionExpirySeconds ?? habits.sessionExpirySeconds(cleanStart);
  const { receiveMaximum } = habits;
  if (sessionExpirySeconds === null && receiveMaximum === null) return {};
  return {
    properties: {
      ...(sessionExpirySeconds === null ? {} : { sessionExpirySeconds }),
      ...(receiveMaximum === null ? {} : { receiveMaximum }),
    },
  };
}
