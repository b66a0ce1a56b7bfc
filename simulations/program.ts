// Programs: clients with a will of their own. A program is written with a client library, whose habits it has, runs on an ESP32 or a computer, and deals with what happens:
// it starts, joins the network, connects, subscribes, publishes, comes back, keeps messages while it is offline, sleeps. Its parts stand in devices/, one file each.
import type { WillMessage } from './mqtt/packet.ts';
import type { LinkScenario, ProtocolVersion, QoS } from './scenario.ts';

/** The client libraries whose habits are known; one file each in devices/clients. */
export type ClientLibrary = 'pubSubClient' | 'espMqtt' | 'pahoPython' | 'mosquittoSub' | 'mqttJs';

/** The client ids that sketches make from the factory MAC address; devices/identity.ts tells them and their traps. */
export type MacForm = 'wholeMac' | 'efuseReversed' | 'lastThreeBytes' | 'firstThreeBytes';

/** Where a program has its client id from. */
export type ClientIdRule =
  | { readonly from: 'fixed'; readonly text: string }
  /** Stable, unique to the chip or not, as the form has it. Only on an ESP32. */
  | { readonly from: 'mac'; readonly prefix: string; readonly form: MacForm }
  /** Drawn anew; `hexDigits` 1 to 16. */
  | { readonly from: 'random'; readonly prefix: string; readonly hexDigits: number; readonly drawn: 'everyStart' | 'everyConnection' }
  /** What the library does where the program gives none. */
  | { readonly from: 'library' };

/** When a program connects again after a connection was lost or could not be made. */
export type ReconnectRule =
  /** As the library does by itself; one that does not reconnect leaves it at that. */
  | { readonly kind: 'library' }
  | { readonly kind: 'never' }
  /** In the next turn of the loop: 10 ms. */
  | { readonly kind: 'now' }
  /** Milliseconds, 1 to 3,600,000. */
  | { readonly kind: 'fixed'; readonly waitMs: number }
  /**
   * Wait number n, from 0: base · 2ⁿ, at most the cap; of that the jitter draws. `none`: all of it. `full`: evenly from 0 to it. `equal`: half of it and evenly up to it.
   * `baseMs` 1 to 3,600,000; `capMs` from the base to 3,600,000. The count starts anew when a CONNACK has accepted.
   */
  | { readonly kind: 'backoff'; readonly baseMs: number; readonly capMs: number; readonly jitter: 'none' | 'full' | 'equal' };

/** Where messages wait that the device wants to send while it has no connection. */
export interface OfflineBufferScenario {
  /** `ram` is empty after every start. `rtc` outlives deep sleep, not a loss of power. `flash` outlives everything and wears. */
  readonly place: 'ram' | 'rtc' | 'flash';
  /** Messages, 1 to 10,000. */
  readonly slots: number;
  readonly whenFull: 'dropOldest' | 'dropNewest' | 'refuse';
  /** On the return one message goes out every so many milliseconds, 0 (all at once) to 60,000, oldest first. */
  readonly drainEveryMs: number;
}

/** What a program publishes, again and again. */
export interface PublishingScenario {
  readonly topicName: string;
  /** `{n}` stands for the number of the message, from 1. */
  readonly payload: string;
  /** What it asks for; a library that cannot do it publishes at the highest that it can. */
  readonly qos: QoS;
  readonly retain?: boolean;
  /** From the first moment at which the program runs to the first message, and from one to the next. Milliseconds, 0 and 10 to 3,600,000. Messages are made with and without a connection. */
  readonly firstAfterMs: number;
  readonly everyMs: number;
  /** In the whole run, restarts included. 1 to 10,000. */
  readonly count: number;
}

/** Deep sleep on a timer: the chip starts anew at each wake-up, with nothing but RTC memory and flash. */
export interface SleepScenario {
  /** From the moment at which the device has nothing left to do, or `awakeAtMostMs` is over. Milliseconds, 1,000 to 86,400,000. */
  readonly sleepMs: number;
  /** Awake after the connection stands, to hear what waits for it. Milliseconds, 0 to 600,000. */
  readonly listenMs: number;
  /** From the start, boot counted; then it sleeps whatever is open. Milliseconds, 1,000 to 600,000. */
  readonly awakeAtMostMs: number;
  /** DISCONNECT before sleep; else the connection is simply left. */
  readonly saysGoodbye: boolean;
}

export interface ProgramScenario {
  /** Unique among all clients of the run. */
  readonly name: string;
  readonly protocolVersion: ProtocolVersion;
  readonly link: LinkScenario;
  readonly library: ClientLibrary;
  /** An ESP32 boots, joins the Wi-Fi and uses energy; a computer is there at once. */
  readonly runsOn: { readonly hardware: 'computer' } | { readonly hardware: 'esp32'; readonly macAddress: string; readonly join: WifiJoin };
  readonly clientId: ClientIdRule;
  /** Clean session (3.1.1), clean start (5.0). `library`: as the library does where the program says nothing. */
  readonly cleanStart: boolean | 'library';
  /** 5.0. Seconds, 0 to 4,294,967,295; `null`: the program says nothing. */
  readonly sessionExpirySeconds: number | null;
  /** Seconds, 0 to 65,535; `null`: the library's own. */
  readonly keepAliveSeconds: number | null;
  readonly willMessage?: WillMessage;
  /** At each start, before its first connection: connects once with clean session, disconnects, and so wipes what an earlier program left. */
  readonly wipesAtStart: boolean;
  readonly subscriptions: readonly { readonly topicFilter: string; readonly qos: QoS }[];
  /**
   * When it subscribes. `everyConnection`; `newSession`: when CONNACK says that no session was there; `everyStart`: on the first connection of each start;
   * `once`: on the very first connection, and never again (a flag in flash).
   */
  readonly subscribes: 'everyConnection' | 'newSession' | 'everyStart' | 'once';
  readonly publishing: PublishingScenario | null;
  readonly reconnect: ReconnectRule;
  readonly offlineBuffer: OfflineBufferScenario | null;
  readonly sleep: SleepScenario | null;
  /** First start. Milliseconds since the start of the run, 0 to 48 hours. */
  readonly startsAtMs: number;
}

/** How an ESP32 joins its Wi-Fi: devices/wifi.ts has the times. */
export type WifiJoin = 'fullScan' | 'knownChannel' | 'everythingKept';
