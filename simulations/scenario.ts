// Scenario: everything that decides a run, the seed included. The same scenario gives the same events, everywhere.
import type { ProtocolVersion, QoS } from './mqtt/packet.ts';
import type { ProgramScenario } from './program.ts';
import type { ScriptedClientScenario, ScriptStep } from './script.ts';

export type { ProtocolVersion, QoS };

/** What loss takes: whole packets, for good, or TCP segments, which are sent again. */
export type LossModel = 'vanishingPackets' | 'tcp';

/** One path between a client and the broker, the same in both directions. */
export interface LinkScenario {
  /** One-way delay. Milliseconds, 0 to 10,000. */
  readonly delayMs: number;
  /** Largest extra delay, drawn evenly between 0 and this for each packet; order is kept, as on TCP. Milliseconds, 0 to 10,000. */
  readonly jitterMs: number;
  /** Share that is lost in each direction, 0 to 0.95: of packets or of segments, as `transport` says. */
  readonly lossRatio: number;
  /** Line rate. Bits per second; `null`: so fast that sending takes no time. At least 1,000. */
  readonly rateBitsPerSecond: number | null;
  /**
   * What loss takes. `vanishingPackets`, the default: whole MQTT packets, for good, sparing what sets up and ends a connection (CONNECT, CONNACK, SUBSCRIBE, SUBACK,
   * PINGREQ, PINGRESP, DISCONNECT); a teaching model. `tcp`: segments, which are sent again until they arrive or the connection dies.
   */
  readonly transport?: LossModel;
}

/** A virtual ESP32 that wakes, connects, publishes its messages and goes back to sleep. */
export interface DeviceScenario {
  /** Name of the device in events and on the screen; unique among devices and subscribers. */
  readonly name: string;
  /** Its MAC address, from which its client id is made. Six bytes, `24:0a:c4:00:00:01`. */
  readonly macAddress: string;
  readonly link: LinkScenario;
  readonly qos: QoS;
  readonly topicName: string;
  /** 1 to 1,000. */
  readonly messages: number;
  /** Time from one message to the next. Milliseconds, 1 to 60,000. */
  readonly publishIntervalMs: number;
  /** 15 to 1,000: the message's number, padded. */
  readonly payloadBytes: number;
  /**
   * Time without an answer after which a packet is sent again. Milliseconds, 1 to 60,000. Not part of MQTT: its senders resend only after a reconnect
   * [v3.1.1 MQTT-4.4.0-1]. So it is for vanishing packets only; on TCP there is no such timer, and `attempts` does not count.
   */
  readonly resendAfterMs: number;
  /** How often a PUBLISH, and then a PUBREL, is sent at most. 1 to 50. */
  readonly attempts: number;
  /** Messages with QoS above 0 under way at the same time, 1 to 65,535. Default 20. */
  readonly inFlightLimit: number;
}

/** A client at the broker's side of the story: it subscribes, receives, acknowledges. */
export interface SubscriberScenario {
  readonly name: string;
  readonly clientId: string;
  readonly topicFilter: string;
  /** The QoS that it asks for. */
  readonly qos: QoS;
  readonly link: LinkScenario;
}

export interface Scenario {
  /** Names the run: every chance in it comes from here. Whole number, 0 to 4,294,967,295. */
  readonly seed: number;
  readonly protocolVersion: ProtocolVersion;
  /** mosquitto.conf of the broker. */
  readonly brokerConfig: string;
  readonly devices: readonly DeviceScenario[];
  readonly subscribers: readonly SubscriberScenario[];
  /** Clients that do what `script` says. Default none. */
  readonly clients?: readonly ScriptedClientScenario[];
  /** Clients with a will of their own: a client library's habits on an ESP32 or a computer. Default none. */
  readonly programs?: readonly ProgramScenario[];
  /** What happens at set times, in any order; steps at the same instant in the order given. Default nothing. */
  readonly script?: readonly ScriptStep[];
  /** Files that mosquitto.conf names (password, access list): path to text. Default none. */
  readonly brokerFiles?: Readonly<Record<string, string>>;
  /** Tell the broker's own view of its sessions whenever it changes. Default `false`: it costs time where much happens. */
  readonly watchSessions?: boolean;
  /** The run is cut after so many events. 1 to 3,000,000; default 3,000,000, about 1 GB: what a tab can hold of one run. */
  readonly mostEvents?: number;
  /** The run goes on at least this long, so that time can do its work (expiry, keep alive). Milliseconds, 0 to 48 hours. Default 0. */
  readonly lastsMs?: number;
}

/** A learner's mistake: where it is in the scenario (`devices.0.link.lossRatio`) and what is wrong, in plain words. */
export interface Problem {
  readonly path: string;
  readonly problem: string;
}
