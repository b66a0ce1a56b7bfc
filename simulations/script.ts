// The script of a scenario: clients that do as they are told, and what is told to them and to the broker, each at its instant.
import type { ConnectPacket, Packet, ProtocolVersion, PublishPacket, Subscription } from './mqtt/packet.ts';
import type { LinkScenario } from './scenario.ts';

/** What a client puts into CONNECT. */
export type ConnectFields = Omit<ConnectPacket, 'type'>;

/**
 * A client without a will of its own. It answers as MQTT asks (acknowledgements, pings at the keep alive it gave) and, unless `keepsSession` says so, keeps no session
 * state: after a reconnect it resends nothing by itself, and takes a QoS 2 message that is sent again for a new one.
 */
export interface ScriptedClientScenario {
  /** Unique among all clients, devices and subscribers. */
  readonly name: string;
  readonly protocolVersion: ProtocolVersion;
  readonly link: LinkScenario;
  /** Connects again whenever a connection was lost or refused. Default: stays away. */
  readonly reconnect?: {
    /** Milliseconds, 1 to 3,600,000. */
    readonly afterMs: number;
    /** `null`: as the time before. */
    readonly connect: ConnectFields | null;
  };
  /**
   * Holds the session state that MQTT asks of a client: on the return to a session that the broker has kept it sends again what is unanswered, and of a QoS 2 message that
   * comes again the program does not hear. It is lost with the power. Default `false`.
   */
  readonly keepsSession?: boolean;
}

interface ClientStep {
  /** Name of a scripted client. */
  readonly client: string;
}

interface HardwareStep {
  /** Name of a scripted client or a program. */
  readonly client: string;
}

export type ScriptAction =
  /** Opens a connection and sends CONNECT. A connection that still stands is dropped first. */
  | (ClientStep & { readonly do: 'connect'; readonly connect: ConnectFields })
  /** The same with these bytes where CONNECT belongs (up to 100,000, each 0 to 255): for what a well-behaved client would not send first. */
  | (ClientStep & { readonly do: 'open'; readonly bytes: readonly number[] })
  | (ClientStep & { readonly do: 'subscribe'; readonly subscriptions: readonly Subscription[] })
  | (ClientStep & { readonly do: 'unsubscribe'; readonly topicFilters: readonly string[] })
  | (ClientStep & {
      readonly do: 'publish';
      readonly topicName: string;
      /** `{n}` stands for the number of the message, from `first`. */
      readonly payload: string;
      readonly qos: 0 | 1 | 2;
      readonly retain?: boolean;
      /** How many, 1 to 10,000. Default 1. */
      readonly count?: number;
      /** Number of the first, 0 to 1,000,000,000. Default 1. */
      readonly first?: number;
      /** From one to the next. Milliseconds, 0 to 3,600,000; default 0: all at once. */
      readonly everyMs?: number;
      readonly properties?: NonNullable<PublishPacket['properties']>;
    })
  /** Any packet that the encoder makes, as it is: for what a well-behaved client would not send. */
  | (ClientStep & { readonly do: 'send'; readonly packet: Packet })
  /** Any bytes, up to 100,000, each 0 to 255: for what is no packet at all. */
  | (ClientStep & { readonly do: 'sendBytes'; readonly bytes: readonly number[] })
  /** DISCONNECT, then FIN. */
  | (ClientStep & { readonly do: 'disconnect'; readonly reasonCode?: number; readonly sessionExpirySeconds?: number })
  /** The connection ends without DISCONNECT, and the broker is told by TCP: the program crashed, or was restarted. */
  | (ClientStep & { readonly do: 'drop' })
  /** The connection breaks on its way (a router or proxy resets it): both ends are told, and the client takes it for lost. Without effect while the cable is out. */
  | (HardwareStep & { readonly do: 'cutConnection' })
  /** From now on nothing crosses the link in either direction, and nobody is told. */
  | (HardwareStep & { readonly do: 'pullCable' })
  | (HardwareStep & { readonly do: 'plugCable' })
  /** The access point goes away or comes back: nothing crosses meanwhile, and the client is told at once, by its own Wi-Fi, that its connection is lost. The broker is not. */
  | (HardwareStep & { readonly do: 'loseWifi' })
  | (HardwareStep & { readonly do: 'restoreWifi' })
  /** The power fails: from now on the client is not there, without a word to anybody. A scripted client does nothing that it is told until the power is back. */
  | (HardwareStep & { readonly do: 'powerOff' })
  /** It starts anew. A scripted client connects as the last time, when it ever had; it subscribes to nothing by itself. */
  | (HardwareStep & { readonly do: 'powerOn' })
  /** The chip is reset, or the computer's program started anew. RAM is lost; a chip's connection is simply left, a computer's is closed by its system. A scripted client is a chip here. */
  | (HardwareStep & { readonly do: 'restart' })
  /** `false`: it acknowledges nothing and sends no pings, as a frozen program. */
  | (ClientStep & { readonly do: 'answer'; readonly answers: boolean })
  /** As SIGTERM, SIGKILL, a new start from the files that the last one left, SIGUSR1, SIGHUP. */
  | { readonly do: 'stopBroker' | 'killBroker' | 'startBroker' | 'saveBroker' }
  | { readonly do: 'reloadBroker'; readonly config?: string };

export const HARDWARE_ACTIONS = [
  'cutConnection',
  'pullCable',
  'plugCable',
  'loseWifi',
  'restoreWifi',
  'powerOff',
  'powerOn',
  'restart',
] as const;

/** What befalls the hardware or the link of a client, whatever it is. */
export type HardwareAction = Extract<ScriptAction, { readonly do: (typeof HARDWARE_ACTIONS)[number] }>;

export function isHardwareAction(action: ScriptAction): action is HardwareAction {
  return (HARDWARE_ACTIONS as readonly string[]).includes(action.do);
}

/** `atMs`: milliseconds since the start of the run, 0 to 48 hours. A script has at most 10,000 steps. */
export type ScriptStep = ScriptAction & { readonly atMs: number };
