// What one wake-up of a battery-powered ESP32 costs, in closed form, and how long its battery lasts.
//   E = U [I_boot t_boot + I_wifi t_wifi + I_rx (t_tcp + t_tls + t_connack + k RTT + t_listen) + Σ (I_tx - I_rx) t_air] + U I_sleep t_sleep
// U: 3.3 V; t_tcp and t_connack: one round trip each; t_tls: none, two (TLS 1.2) or one (TLS 1.3); k: round trips of the QoS level, 0, 1 or 2 for one message after the other.
// Left out: the computing (TLS handshakes take an ESP32 up to a second), lost packets, the battery's self-discharge and its loss of capacity in the cold and at peaks.
import { airtimeMicroseconds, TRANSMISSIONS, type WifiRate } from '../devices/airtime.ts';
import { CURRENT_MILLIAMPS, DEEP_SLEEP_MILLIAMPS, energyMillijoules, RECEIVE_MILLIAMPS, SUPPLY_VOLTS } from '../devices/power.ts';
import type { QoS } from '../scenario.ts';

const SECONDS_PER_HOUR = 3_600;
const MS_PER_HOUR = 3_600_000;
const HOURS_PER_DAY = 24;

export type Security = 'none' | 'tls12' | 'tls13';

/** Round trips of a full handshake [RFC 5246 §7.3, RFC 8446 §2]. */
const HANDSHAKE_ROUND_TRIPS: Readonly<Record<Security, number>> = { none: 0, tls12: 2, tls13: 1 };

export interface WakeUp {
  /** From power-on until the program runs. Milliseconds. */
  readonly bootMs: number;
  /** Joining the Wi-Fi: `joinMs` of the way of joining. Milliseconds. */
  readonly joinMs: number;
  /** To the broker and back. Milliseconds. */
  readonly roundTripMs: number;
  readonly security: Security;
  /** Of the message that it sends. */
  readonly qos: QoS;
  /** MQTT bytes of each packet that it sends, CONNECT and DISCONNECT among them. */
  readonly packetBytes: readonly number[];
  readonly rate: WifiRate;
  /** Awake after the last answer, to hear what waits for it. Milliseconds. */
  readonly listenMs: number;
  /** Asleep until the next wake-up. Milliseconds. */
  readonly sleepMs: number;
  /** Default: RTC timer and RTC memory. Milliamps. */
  readonly sleepMilliamps?: number;
}

export interface WakeUpEnergy {
  /** The parts. Millijoules. */
  readonly boot: number;
  readonly associate: number;
  readonly listen: number;
  readonly transmit: number;
  readonly deepSleep: number;
  readonly total: number;
  /** From one wake-up to the next. Milliseconds. */
  readonly periodMs: number;
}

/** Time with the receiver on, after the Wi-Fi is joined: t_tcp + t_tls + t_connack + k RTT + t_listen. Milliseconds. */
export function connectedMs({ roundTripMs, security, qos, listenMs }: WakeUp): number {
  return (1 + HANDSHAKE_ROUND_TRIPS[security] + 1 + qos) * roundTripMs + listenMs;
}

/** Boot 300 ms, joining 1,400 ms, RTT 50 ms, no TLS, QoS 1, 49 + 30 + 2 bytes, no listening, 10 min of sleep: 48.51 + 462 + 49.5 + 1.59 + 19.8 = 581.40 mJ. */
export function energyPerWakeUp(wakeUp: WakeUp): WakeUpEnergy {
  const { bootMs, joinMs, packetBytes, rate, sleepMs, sleepMilliamps = DEEP_SLEEP_MILLIAMPS.timer } = wakeUp;
  const used = (milliamps: number, ms: number): number => energyMillijoules(milliamps, ms * 1_000);
  const awakeMs = connectedMs(wakeUp);
  const aboveReceiving = TRANSMISSIONS[rate].milliamps - RECEIVE_MILLIAMPS.high;
  const parts = {
    boot: used(CURRENT_MILLIAMPS.boot, bootMs),
    associate: used(CURRENT_MILLIAMPS.associate, joinMs),
    listen: used(CURRENT_MILLIAMPS.listen, awakeMs),
    transmit: packetBytes.reduce((sum, bytes) => sum + energyMillijoules(aboveReceiving, airtimeMicroseconds(bytes, rate)), 0),
    deepSleep: used(sleepMilliamps, sleepMs),
  };
  const total = parts.boot + parts.associate + parts.listen + parts.transmit + parts.deepSleep;
  return { ...parts, total, periodMs: bootMs + joinMs + awakeMs + sleepMs };
}

/** Q = E / (3,600 U). Milliamp-hours of so many millijoules: 3,300 mJ are 0.278 mAh. */
export function chargeMilliampHours(millijoules: number): number {
  return millijoules / (SUPPLY_VOLTS * SECONDS_PER_HOUR);
}

/** I = Q / t. Milliamps of so many millijoules in so many milliseconds; 0 where no time has passed. */
export function averageMilliamps(millijoules: number, durationMs: number): number {
  return durationMs > 0 ? chargeMilliampHours(millijoules) / (durationMs / MS_PER_HOUR) : 0;
}

/** I = (I_1 t_1 + (T - t_1) I_2) / T: awake for t_1 of each period T. 0.17 s of 600 s at 100 mA, else 0.01 mA: 0.0383 mA. */
export function dutyMilliamps(awake: { milliamps: number; ms: number }, sleepMilliamps: number, periodMs: number): number {
  return (awake.milliamps * awake.ms + sleepMilliamps * (periodMs - awake.ms)) / periodMs;
}

/** d = C / (24 I). Days on a battery of so many milliamp-hours; without self-discharge. 2,000 mAh at 0.0383 mA: 2,174. */
export function batteryDays(capacityMilliampHours: number, milliamps: number): number {
  return capacityMilliampHours / milliamps / HOURS_PER_DAY;
}
