// The nine pairs of a publisher's and a reader's level, as they stand at an instant of the run: what has arrived, at which level, how often, at what cost. From the events.
import {
  type Microseconds,
  matrixMessage,
  matrixPublisher,
  matrixReader,
  type PacketSent,
  QOS_LEVELS,
  type QoS,
  type Received,
  type RunEvent,
} from '#simulations';
import type { RunView } from '#simulations/worker';

export interface Pair {
  readonly published: QoS;
  /** As the broker granted it. */
  readonly granted: QoS;
  /** What the reader's program was given, in order. */
  readonly arrivals: readonly Received[];
  /** Packets of the message on the publisher's link, and on the reader's; lost ones included. */
  readonly packets: { readonly publisher: number; readonly reader: number };
  /** The level that the rule says: the smaller of the two. */
  readonly rule: QoS;
}

/** Of two levels. */
export function smaller(one: QoS, other: QoS): QoS {
  return one < other ? one : other;
}

/** What the broker granted to a reader; what it asked for where no answer is known. */
export function grantOf(clients: RunView['clients'], level: QoS): QoS {
  const reader = clients.find(({ client }) => client === matrixReader(level));
  return reader?.subscriptions[0]?.qos ?? level;
}

/** Row by row: published at 0, 1, 2, and in each row read at 0, 1, 2. `whole`: the view of the whole run; what came after `at` is left out. */
export function pairsAt(whole: RunView, at: Microseconds): readonly Pair[] {
  const past = whole.events.filter((event) => event.at <= at);
  const packetsOf = (client: string, message: number) => past.filter((event) => isPacketOf(event, client, message)).length;
  return QOS_LEVELS.flatMap((published) =>
    QOS_LEVELS.map((level): Pair => {
      const message = matrixMessage(published);
      const granted = grantOf(whole.clients, level);
      return {
        published,
        granted,
        arrivals: past.filter((event) => isArrivalOf(event, matrixReader(level), message)),
        packets: { publisher: packetsOf(matrixPublisher(published), message), reader: packetsOf(matrixReader(level), message) },
        rule: smaller(published, granted),
      };
    }),
  );
}

function isPacketOf(event: RunEvent, client: string, message: number): event is PacketSent {
  return event.kind === 'packetSent' && event.client === client && event.message === message;
}

function isArrivalOf(event: RunEvent, client: string, message: number): event is Received {
  return event.kind === 'received' && event.client === client && event.payload === String(message);
}

/** The level at which a message arrived; every copy of one pair comes at the same. `null`: none has. */
export function levelOf({ arrivals }: Pair): QoS | null {
  return arrivals[0]?.qos ?? null;
}

/** It arrived, and not at the level that the rule says. */
export function breaksRule(pair: Pair): boolean {
  const level = levelOf(pair);
  return level !== null && level !== pair.rule;
}

/** The pairs by what became of their message. */
export interface Tally {
  readonly once: readonly Pair[];
  readonly repeated: readonly Pair[];
  readonly missing: readonly Pair[];
}

export function tallyOf(pairs: readonly Pair[]): Tally {
  return {
    once: pairs.filter(({ arrivals }) => arrivals.length === 1),
    repeated: pairs.filter(({ arrivals }) => arrivals.length > 1),
    missing: pairs.filter(({ arrivals }) => arrivals.length === 0),
  };
}
