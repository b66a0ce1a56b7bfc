// What stands about each client at one instant: power, its own view of connection and subscriptions, the broker's view of it, messages under way. A fold over the
// events of a run. The broker's view is read from its packets: a CONNACK that accepts opens it, the DISCONNECT that reaches it or a connection it closed ends it.
import { type Microseconds, START } from '../engine/time.ts';
import type { BufferChanged, ConnectionStep, PacketSent, PowerState, RunEvent, WifiChanged } from '../events.ts';
import { decode } from '../mqtt/decode.ts';
import type { Packet, ProtocolVersion, QoS } from '../mqtt/packet.ts';

/** A client of the run. */
export interface ClientDescription {
  readonly name: string;
  /** That it dials from, as the broker sees it in `sessions`. */
  readonly address: string;
  readonly protocolVersion: ProtocolVersion;
}

/** A subscription that the broker granted to a client. */
export interface GrantedSubscription {
  readonly topicFilter: string;
  readonly qos: QoS;
}

export interface ClientState {
  readonly client: string;
  /** That it dials from: tells which of several clients with one client id holds a session's connection. */
  readonly address: string;
  /** Of its last CONNECT; `null` before the first. */
  readonly clientId: string | null;
  /** `null` for clients without a power of their own (subscribers), and before the first change. */
  readonly power: PowerState | null;
  /** `null` for clients that have none, and before the first change. */
  readonly wifi: WifiChanged['state'] | null;
  /** Messages that wait in a program's own buffer, and those that it has lost. */
  readonly buffered: number;
  readonly bufferLost: number;
  /** The client's own view: its last step. `null` before the first. */
  readonly connection: ConnectionStep['step'] | null;
  /** When that step came. */
  readonly connectionSince: Microseconds;
  /** What the last CONNACK that accepted it said; `null` before the first. */
  readonly sessionPresent: boolean | null;
  /** Those that it made and the broker granted, in any connection so far, and that it has not taken back. */
  readonly subscriptions: readonly GrantedSubscription[];
  readonly cable: 'in' | 'out';
  /** The broker has accepted the client and has not seen the connection end. */
  readonly served: boolean;
  /** Messages with QoS above 0 that the client has published and that are not settled. */
  readonly inFlight: number;
  /** Messages that a scripted client was given, every copy counted. */
  readonly received: number;
  /** How often it was accepted, and how often its connection was lost. */
  readonly connects: number;
  readonly losses: number;
  /** On its link in both directions, vanished ones included; bytes of MQTT. */
  readonly packets: number;
  readonly bytes: number;
}

const AT_FIRST = {
  clientId: null,
  power: null,
  wifi: null,
  buffered: 0,
  bufferLost: 0,
  connection: null,
  connectionSince: START,
  sessionPresent: null,
  subscriptions: [],
  cable: 'in',
  served: false,
  inFlight: 0,
  received: 0,
  connects: 0,
  losses: 0,
  packets: 0,
  bytes: 0,
} as const;
const CONNACK_CODE = 3;
const LARGEST_GRANT = 2;

/** Requests by the packet that carries them or the id that their answer will bear. */
type Pending = Map<string, Extract<Packet, { readonly type: 'SUBSCRIBE' | 'UNSUBSCRIBE' }>>;

function isAcceptance({ direction, type, bytes }: PacketSent): boolean {
  return direction === 'downlink' && type === 'CONNACK' && bytes[CONNACK_CODE] === 0;
}

/** Folds the events of one run, in order. */
export class ClientStates {
  readonly #states: Map<string, ClientState>;
  readonly #versions: Map<string, ProtocolVersion>;
  /** Numbers of the DISCONNECT packets on their way to the broker. */
  readonly #goodbyes = new Set<number>();
  /** SUBACK and UNSUBACK packets on their way to a client. */
  readonly #grants = new Map<number, PacketSent>();
  readonly #pending: Pending = new Map();

  constructor(clients: readonly ClientDescription[]) {
    this.#states = new Map(clients.map(({ name, address }) => [name, { client: name, address, ...AT_FIRST }]));
    this.#versions = new Map(clients.map(({ name, protocolVersion }) => [name, protocolVersion]));
  }

  take(event: RunEvent): void {
    switch (event.kind) {
      case 'power':
        this.#change(event.client, { power: event.state });
        break;
      case 'connection':
        this.#connection(event);
        break;
      case 'message': {
        const inFlight = this.#states.get(event.client)?.inFlight ?? 0;
        if (event.step !== 'made' && event.step !== 'discarded') {
          this.#change(event.client, { inFlight: event.step === 'published' ? inFlight + 1 : Math.max(0, inFlight - 1) });
        }
        break;
      }
      case 'packetSent':
        this.#sent(event);
        break;
      case 'packetArrived':
        if (this.#goodbyes.delete(event.packet)) this.#change(event.client, { served: false });
        this.#granted(event.packet);
        break;
      case 'received':
        this.#change(event.client, { received: (this.#states.get(event.client)?.received ?? 0) + 1 });
        break;
      case 'cable':
        this.#change(event.client, { cable: event.state });
        break;
      case 'wifi':
        this.#change(event.client, { wifi: event.state });
        break;
      case 'buffer':
        this.#buffer(event);
        break;
      default:
    }
  }

  /** As of the last event taken, in the order of the constructor's list. */
  snapshot(): readonly ClientState[] {
    return [...this.#states.values()];
  }

  clone(): ClientStates {
    const copy = new ClientStates([]);
    for (const [client, state] of this.#states) copy.#states.set(client, state);
    for (const [client, version] of this.#versions) copy.#versions.set(client, version);
    for (const packet of this.#goodbyes) copy.#goodbyes.add(packet);
    for (const [packet, sent] of this.#grants) copy.#grants.set(packet, sent);
    for (const [key, request] of this.#pending) copy.#pending.set(key, request);
    return copy;
  }

  #buffer({ client, change, held }: BufferChanged): void {
    const before = this.#states.get(client);
    if (before === undefined) return;
    const lost = change === 'forgotten' ? before.buffered : change === 'kept' || change === 'handedOver' ? 0 : 1;
    this.#change(client, { buffered: held, bufferLost: before.bufferLost + lost });
  }

  #connection({ client, step, at, sessionPresent }: ConnectionStep): void {
    const before = this.#states.get(client);
    if (before === undefined) return;
    const ended = step === 'lost' || step === 'refused';
    this.#change(client, {
      connection: step,
      connectionSince: at,
      ...(ended ? { served: false } : {}),
      ...(step === 'connected' ? { sessionPresent, connects: before.connects + 1 } : {}),
      ...(step === 'lost' ? { losses: before.losses + 1 } : {}),
    });
  }

  #sent(event: PacketSent): void {
    const before = this.#states.get(event.client);
    if (before === undefined) return;
    this.#change(event.client, { packets: before.packets + 1, bytes: before.bytes + event.bytes.length });
    if (isAcceptance(event)) this.#change(event.client, { served: true });
    switch (event.type) {
      case 'DISCONNECT':
        if (event.direction === 'uplink') this.#goodbyes.add(event.packet);
        break;
      case 'CONNECT': {
        const packet = this.#decoded(event);
        if (packet?.type === 'CONNECT') this.#change(event.client, { clientId: packet.clientId });
        break;
      }
      case 'SUBSCRIBE':
      case 'UNSUBSCRIBE': {
        const packet = this.#decoded(event);
        if (packet?.type === 'SUBSCRIBE' || packet?.type === 'UNSUBSCRIBE') this.#pending.set(keyOf(event), packet);
        break;
      }
      case 'SUBACK':
      case 'UNSUBACK':
        this.#grants.set(event.packet, event);
        break;
      default:
    }
  }

  #granted(number: number): void {
    const event = this.#grants.get(number);
    if (event === undefined) return;
    this.#grants.delete(number);
    const request = this.#pending.get(keyOf(event));
    const before = this.#states.get(event.client)?.subscriptions ?? [];
    if (request === undefined) return;
    this.#pending.delete(keyOf(event));
    if (request.type === 'UNSUBSCRIBE') {
      this.#change(event.client, { subscriptions: before.filter(({ topicFilter }) => !request.topicFilters.includes(topicFilter)) });
      return;
    }
    const answer = this.#decoded(event);
    if (answer?.type !== 'SUBACK') return;
    const granted = request.subscriptions.flatMap(({ topicFilter }, index): GrantedSubscription[] => {
      const code = answer.reasonCodes[index] ?? LARGEST_GRANT + 1;
      return code > LARGEST_GRANT ? [] : [{ topicFilter, qos: code as QoS }];
    });
    const kept = before.filter(({ topicFilter }) => !granted.some((grant) => grant.topicFilter === topicFilter));
    this.#change(event.client, { subscriptions: [...kept, ...granted] });
  }

  #decoded({ client, bytes }: PacketSent): Packet | null {
    const result = decode(bytes, this.#versions.get(client) ?? '3.1.1');
    return result.ok ? result.packet : null;
  }

  #change(client: string, change: Partial<ClientState>): void {
    const state = this.#states.get(client);
    if (state !== undefined) this.#states.set(client, { ...state, ...change });
  }
}

function keyOf({ client, packetId }: PacketSent): string {
  return `${client} ${packetId}`;
}
