// What stands about each client at one instant: power, its own view of the connection, the broker's view, messages under way. A fold over the events of a run.
// The broker's view is read from its packets: a CONNACK that accepts opens it, the DISCONNECT that reaches it or a connection it closed ends it.
import type { ConnectionStep, PacketSent, PowerState, RunEvent } from '../events.ts';

export interface ClientState {
  readonly client: string;
  /** `null` for clients without a power of their own (subscribers), and before the first change. */
  readonly power: PowerState | null;
  /** The client's own view: its last step. `null` before the first. */
  readonly connection: ConnectionStep['step'] | null;
  /** The broker has accepted the client and has not seen the connection end. */
  readonly served: boolean;
  /** Messages with QoS above 0 that the client has published and that are not settled. */
  readonly inFlight: number;
}

const AT_FIRST = { power: null, connection: null, served: false, inFlight: 0 } as const;
const CONNACK_CODE = 3;

function isAcceptance({ direction, type, bytes }: PacketSent): boolean {
  return direction === 'downlink' && type === 'CONNACK' && bytes[CONNACK_CODE] === 0;
}

/** Folds the events of one run, in order. */
export class ClientStates {
  readonly #states: Map<string, ClientState>;
  /** Numbers of the DISCONNECT packets on their way to the broker. */
  readonly #goodbyes = new Set<number>();

  constructor(clients: readonly string[]) {
    this.#states = new Map(clients.map((client) => [client, { client, ...AT_FIRST }]));
  }

  take(event: RunEvent): void {
    switch (event.kind) {
      case 'power':
        this.#change(event.client, { power: event.state });
        break;
      case 'connection': {
        const ended = event.step === 'lost' || event.step === 'refused';
        this.#change(event.client, { connection: event.step, ...(ended ? { served: false } : {}) });
        break;
      }
      case 'message': {
        const inFlight = this.#states.get(event.client)?.inFlight ?? 0;
        this.#change(event.client, { inFlight: event.step === 'published' ? inFlight + 1 : Math.max(0, inFlight - 1) });
        break;
      }
      case 'packetSent':
        if (isAcceptance(event)) this.#change(event.client, { served: true });
        if (event.type === 'DISCONNECT' && event.direction === 'uplink') this.#goodbyes.add(event.packet);
        break;
      case 'packetArrived':
        if (this.#goodbyes.delete(event.packet)) this.#change(event.client, { served: false });
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
    for (const packet of this.#goodbyes) copy.#goodbyes.add(packet);
    return copy;
  }

  #change(client: string, change: Partial<ClientState>): void {
    const state = this.#states.get(client);
    if (state !== undefined) this.#states.set(client, { ...state, ...change });
  }
}
