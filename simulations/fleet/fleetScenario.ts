// What decides a fleet's run: a thousand light clients and more on the same real broker, in the same virtual time. Two stories: a storm (all come back at once to a server that can
// take so many) and a rest (all are away, messages wait for them, they wake and take them). The checker is checkFleet.ts.
import type { BackoffRule } from '../devices/behaviours/backoff.ts';
import type { ProtocolVersion } from '../scenario.ts';

/** What one tab can take of light clients. */
export const MOST_FLEET_DEVICES = 20_000;
/** The shortest topic: `fleet/00042/in/00`. Longer ones are filled up. */
export const SHORTEST_TOPIC_BYTES = 17;
export const LONGEST_TOPIC_BYTES = 200;

/** The sessions of the fleet, all alike but for their names. */
export interface FleetSessions {
  readonly protocolVersion: ProtocolVersion;
  /** 1 to 20,000. */
  readonly devices: number;
  /** Each to a topic of its own. 0 to 50; with none, nothing waits. */
  readonly subscriptionsEach: number;
  /** Length of each topic, 17 to 200. */
  readonly topicBytes: number;
  /** Session Expiry Interval. Seconds, 1 to 4,294,967,294; `null`: never ends. 5.0 only; 3.1.1 has none but the broker's own. */
  readonly sessionExpirySeconds: number | null;
}

/** What is sent to the fleet while it is away. */
export interface FleetMessages {
  /** Bytes, 0 to 10,000. */
  readonly payloadBytes: number;
  readonly qos: 1 | 2;
  /** One message for all of them, which the broker stores once; else each device gets messages of its own. */
  readonly shared: boolean;
  /** Message Expiry Interval. Seconds, 1 to 4,294,967,294; `null`: none. Publisher and broker speak 5.0 about it, the sessions may be 3.1.1. */
  readonly expirySeconds: number | null;
}

/** What the broker's machine can take, in virtual time. A model with these parameters: how fast the broker in the page is says nothing about the learner's server. */
export interface ServerModel {
  /** What TCP, TLS and CONNECT cost its processor, as how many of them fill a second. 1 to 1,000,000. */
  readonly connectionsPerSecond: number;
  /** The same for a message handed over to a client and acknowledged. 1 to 10,000,000. The one processor does both. */
  readonly messagesPerSecond: number;
  /** Connections that may wait for their turn. 0 to 65,535; Mosquitto asks the system for 100. */
  readonly backlog: number;
  /** What becomes of one that comes when as many wait. `refuse`: TCP is refused. `close`: TCP is accepted and closed (a proxy that is full). `silence`: no answer at all, as Linux does. */
  readonly whenFull: 'refuse' | 'close' | 'silence';
  /** Round trips before CONNECT can be sent: 1 TCP, 2 with TLS 1.3, 3 with TLS 1.2. */
  readonly handshakeRoundTrips: number;
  /** What leaves it, for all connections together. Bits per second, 10,000 to 100,000,000,000. */
  readonly linkBitsPerSecond: number;
  /** Beyond it the system ends the broker, and the run. Bytes of the broker's heap as counted here, with pointers of 32 bits. */
  readonly memoryBytes: number;
}

/** A device's way to the server, the same for all but for the jitter. */
export interface FleetLink {
  /** One way. Milliseconds, 0 to 10,000. */
  readonly delayMs: number;
  /** Each device's own delay is up to so much longer. Milliseconds, 0 to 10,000. */
  readonly jitterMs: number;
  /** Bits per second, 1,000 to 10,000,000,000. */
  readonly bitsPerSecond: number;
}

interface FleetRunScenario {
  /** Names the run. Whole number, 0 to 4,294,967,295. */
  readonly seed: number;
  /** mosquitto.conf. */
  readonly brokerConfig: string;
  readonly sessions: FleetSessions;
  readonly messages: FleetMessages;
}

/** All devices are away, so many messages wait for each, the broker goes down; from instant 0 on everybody tries to come back. */
export interface StormScenario extends FleetRunScenario {
  readonly story: 'storm';
  /** Waiting for each device when the storm begins. 0 to 1,000. */
  readonly queuedEach: number;
  /** From the last of them to the storm: time for what expires. Seconds, 0 to 172,800. */
  readonly awaySeconds: number;
  /** `running`: only the way to it was gone. `stopped`: ended as by SIGTERM, so that it saves where persistence is on. `killed`: without. It is started again after `downMs`. */
  readonly broker: 'running' | 'stopped' | 'killed';
  /** From instant 0 until it runs again. Milliseconds, 0 to 3,600,000. */
  readonly downMs: number;
  /** Devices learn that they may try evenly over so long; 0: all at the same instant, as where a reset tells them. Milliseconds, 0 to 3,600,000. */
  readonly noticeSpreadMs: number;
  readonly backoff: BackoffRule;
  /** After so many attempts a device gives up. 1 to 1,000,000; `null`: never. */
  readonly mostAttempts: number | null;
  /** From an attempt until a device no longer waits for CONNACK. Milliseconds, 100 to 600,000. */
  readonly patienceMs: number;
  readonly server: ServerModel;
  readonly link: FleetLink;
}

/** The fleet is away, messages come for it one by one, it comes back, takes them and goes again. */
export interface RestScenario extends FleetRunScenario {
  readonly story: 'rest';
  /** Messages for each device per hour, evenly. 0 to 3,600,000. */
  readonly messagesPerHour: number;
  /** Seconds, 0 to 2,592,000 (30 days). */
  readonly awaySeconds: number;
  /** How often they come back. 0: they stay away, and the run ends when their time is over. 0 to 10,000; 172,800,000 virtual seconds in all. */
  readonly wakes: number;
  /** Wake-ups are spread evenly over so long, device by device; 0: all at once. Seconds, 0 to `awaySeconds`. */
  readonly wakeSpreadSeconds: number;
}

export type FleetScenario = StormScenario | RestScenario;
