// What a host sees of a broker: types only. The standard's and mosquitto.conf's names, units last.

/** How a log line was classed by Mosquitto (`log_type` in mosquitto.conf). */
export type LogLevel = 'error' | 'warning' | 'notice' | 'information' | 'debug' | 'subscribe' | 'unsubscribe' | 'internal' | 'websockets';

/** One line of the broker's own log, without the time stamp that `log_timestamp` puts before it. */
export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
  /** The broker's clock when it wrote the line. Milliseconds since the Unix epoch. */
  readonly atMs: number;
}

/** The files of a broker: path (relative to its working directory, or absolute) to content. Text is stored as UTF-8. */
export type BrokerFiles = Readonly<Record<string, Uint8Array | string>>;

export interface BrokerOptions {
  /** The text of mosquitto.conf. Default `''`: as Mosquitto without a configuration file (one listener on port 1883). */
  readonly config?: string;
  /** The name of that configuration file, as the broker is to say it in its messages. Default `mosquitto.conf`. Needs `config`. */
  readonly configPath?: string;
  /** Words of Mosquitto's own command line besides `-c`, such as `['-v', '-p', '1884']`. Default none. A word it refuses gives `BrokerError` code `config`. */
  readonly arguments?: readonly string[];
  /** Files that the configuration names (password, ACL, persistence, included configuration). Default none. */
  readonly files?: BrokerFiles;
  /** Now, in milliseconds since the Unix epoch, as `Date.now`; fractions count; must never run backwards. Default `Date.now`. */
  readonly clock?: () => number;
  /** Fills an array with random bytes, as `crypto.getRandomValues`. Default that function. Seeded bytes make a run repeatable. */
  readonly random?: (bytes: Uint8Array) => unknown;
  /** Called for each line that the broker logs. An error thrown here goes to the caller of the method that made the broker log. */
  readonly onLog?: (line: LogLine) => void;
  /** The compiled code from {@link loadMosquitto}. Default: loaded once from beside this file and shared. */
  readonly module?: WebAssembly.Module;
  /** The most linear memory the broker may take. Past it the broker ends with `BrokerError` code `trap`. Bytes, 2 MiB to 4 GiB; default 2 GiB. */
  readonly memoryLimitBytes?: number;
}

export interface ConnectOptions {
  /** Port of the listener to connect to, 1 to 65535. Default: the first listener's. Throws `BrokerError` code `refused` where nothing listens. */
  readonly port?: number;
  /** Index into {@link Broker.listeners}, for a host on which several listen on one port. Default: by port, and by the kind of address. */
  readonly listener?: number;
  /** The client's address as the broker is to see and log it. Default `127.0.0.1`. */
  readonly address?: string;
  /** The client's port, 1 to 65535. Default: the next free one from 49152. */
  readonly remotePort?: number;
  /** How many bytes from the broker may wait for a paused reader before the broker is told `EAGAIN`. Default 65,536; at least 1. */
  readonly receiveBufferBytes?: number;
}

/** One accepted network connection: an ordered byte stream in each direction. Nothing in it blocks. */
export interface Connection {
  readonly port: number;
  readonly address: string;
  /** False once either side has closed or aborted. */
  readonly open: boolean;
  /** Gives bytes to the broker, which acts on them before this returns. Ignored once closed. The array is not kept. */
  send(bytes: Uint8Array): void;
  /** Set this to receive the broker's bytes, in order; what came earlier is kept and given first. The array is the receiver's own, its `buffer` may be longer and shared. */
  onData: ((bytes: Uint8Array) => void) | null;
  /** Set this to learn, once, that the broker closed the connection (all data given first). Not called after one's own `close` or `abort`. */
  onClose: (() => void) | null;
  /** Stops reading: bytes wait here up to `receiveBufferBytes`, then in the broker's own queues. */
  pause(): void;
  /** Reads again; the broker is told that there is room. */
  resume(): void;
  /** Closes as TCP's FIN does: the broker learns it now (and publishes a will, as it would). */
  close(): void;
  /** Gone without FIN, as a pulled cable: the broker is not told and finds out by keep alive; what it sends is lost. */
  abort(): void;
}

export interface SubscriptionView {
  readonly topicFilter: string;
  readonly qos: 0 | 1 | 2;
  /** MQTT 5.0 subscription identifier; 0 where none was given. */
  readonly subscriptionIdentifier: number;
  readonly noLocal: boolean;
  readonly retainAsPublished: boolean;
  /** `$share` group, `null` for an ordinary subscription. */
  readonly shareName: string | null;
}

/** Messages that wait, and the payload bytes in them. */
export interface Backlog {
  readonly messages: number;
  readonly bytes: number;
}

/** A session as the broker holds it in its own structures, now. */
export interface SessionView {
  readonly clientId: string;
  readonly connected: boolean;
  /** The remote address of the present connection, `null` when not connected. */
  readonly address: string | null;
  readonly protocolVersion: '3.1' | '3.1.1' | '5.0';
  /** Clean start (5.0) or clean session (3.1, 3.1.1) of its last CONNECT. */
  readonly cleanStart: boolean;
  /** Session expiry as the broker applies it. Seconds; 0: ends with the connection; `null`: never. */
  readonly sessionExpirySeconds: number | null;
  /** When a session without connection will be removed. Milliseconds since the Unix epoch; `null`: connected, or never. */
  readonly expiresAtMs: number | null;
  /** Seconds; 0: off. */
  readonly keepAliveSeconds: number;
  readonly subscriptions: readonly SubscriptionView[];
  /** From the broker to the client. */
  readonly outgoing: { readonly inFlight: Backlog; readonly queued: Backlog };
  /** From the client to the broker (QoS 2 not released yet; over the in-flight limit: queued). */
  readonly incoming: { readonly inFlight: Backlog; readonly queued: Backlog };
}

export interface BrokerMetrics {
  /** Heap that Mosquitto has asked for and not given back (`$SYS/broker/heap/current`). Bytes. */
  readonly heapBytes: number;
  /** The most it ever was (`$SYS/broker/heap/maximum`). Bytes. */
  readonly heapMaximumBytes: number;
  /** Size of the instance's linear memory, which only grows. Bytes. */
  readonly memoryBytes: number;
  /** Network connections open now, with or without CONNECT. */
  readonly connections: number;
  /** Sessions the broker holds, connected or not. */
  readonly sessions: number;
  /** MQTT packets of any type, and PUBLISH packets, since start. */
  readonly packetsReceived: number;
  readonly packetsSent: number;
  readonly publishReceived: number;
  readonly publishSent: number;
  /** Messages dropped at a queue limit or as the standard allows (`$SYS/broker/publish/messages/dropped`). */
  readonly publishDropped: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** Messages in the store (`$SYS/broker/store/messages/count`) and their payload bytes. */
  readonly storedMessages: number;
  readonly storedBytes: number;
  readonly retainedMessages: number;
}

export interface ListenerView {
  readonly port: number;
  readonly protocol: 'mqtt' | 'websockets';
  /** The address it is bound to in the configuration; `null`: every address. */
  readonly bindAddress: string | null;
}

/** A running broker. Every method but the constructor's is synchronous; none blocks. After `stop` or a failure each throws `BrokerError`. */
export interface Broker {
  /** Upstream's version, `2.0.21`. */
  readonly version: string;
  readonly listeners: readonly ListenerView[];
  connect(options?: ConnectOptions): Connection;
  /**
   * One turn of Mosquitto's main loop apart from network traffic: keep-alive, session and message expiry, delayed wills, `$SYS`, autosave.
   * Call it once a second of `clock`; nothing of these happens otherwise, but that the first call of any kind in a new second
   * also looks at keep alive.
   */
  tick(): void;
  /** As SIGHUP: reads the configuration again (what upstream re-reads), from `config` when given, else from the file in use. */
  reload(config?: string): void;
  /** As SIGUSR1: writes the persistence file now, when `persistence true`. */
  save(): void;
  sessions(): SessionView[];
  metrics(): BrokerMetrics;
  /** All files as they are now, a copy. */
  files(): Record<string, Uint8Array>;
  /**
   * One file as it is now, `null` where there is none. Not a copy: it is the same array as long as the broker does not write the file
   * (a cheap way to see that it was saved), and must not be changed.
   */
  readFile(path: string): Uint8Array | null;
  /** Replaces or adds a file in the running broker (a new password file before `reload`, say). */
  writeFile(path: string, content: Uint8Array | string): void;
  /**
   * Shuts down as upstream does on SIGTERM: wills are published, persistence is written, connections close (2.0 sends no DISCONNECT then).
   * Gives the files, from which a new broker can start. The instance's memory is let go.
   */
  stop(): Record<string, Uint8Array>;
  /** As SIGKILL: gone at once, nothing written; connections close. Gives the files as they were. */
  kill(): Record<string, Uint8Array>;
}

export type BrokerErrorCode =
  /** The configuration was refused; `message` holds Mosquitto's own lines, `line` the line it named. */
  | 'config'
  /** The broker could not start for another reason; its own log lines are in `message`. */
  | 'start'
  /** No listener on that port. */
  | 'refused'
  /** The broker was stopped or killed. */
  | 'stopped'
  /** The WebAssembly instance trapped and is lost; `cause` is the engine's error. Other brokers and the host go on. */
  | 'trap'
  /** The code could not be loaded or compiled. */
  | 'load';
