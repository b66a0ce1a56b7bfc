// How long a link can be dead before somebody notices, where nobody says goodbye: no FIN, no reset, packets just vanish.
//   broker: floor(1.5 K) + u - a     device: (p + q) K - c     will: broker + (D > 0 ? D + 1 : 0)
// D: will delay, in 5.0; K: keep alive; u: 0 to 1 s, since Mosquitto 2.0 counts whole seconds and looks once a second (src/keepalive.c, keepalive__check()); a: age of the device's last packet at the
// break; p, q: shares of K after which the library pings and gives up; c: age of what it counts from. [v3.1.1 §3.1.2.10] [v5.0 §3.1.2.10]
// Left out: the time on the way, TCP's own patience (minutes), and a Wi-Fi that tells the chip that it is gone (8.5 s, devices/wifi.ts).
// Worked example: K = 60 s, an idle device with PubSubClient (p = q = 1): the broker notices after 30 to 91 s, 60.5 on average; the device after 60 to 120 s, 90 on average.
import { type KeepAliveSetting, keepAliveTimetable, type PingHabits } from './keepAliveTimetable.ts';
import type { Spread } from './spread.ts';

export interface Detection extends Spread {
  /** Over all moments at which the link can break. */
  readonly earliest: number;
  readonly latest: number;
}

export interface DeadLink {
  /** Seconds from the break. */
  readonly broker: Detection;
  readonly device: Detection;
  /** PINGREQs of a day. */
  readonly pingsPerDay: number;
}

/** Of the broker's clock. Seconds. */
const TICK_SECONDS = 1;
const SECONDS_PER_DAY = 86_400;

/** After so many seconds without a packet Mosquitto closes, at the earliest; at the latest one second later. 10: 15. */
export function brokerPatience(keepAliveSeconds: number): number {
  return Math.floor(keepAliveSeconds * 1.5);
}

export function deadLink(habits: PingHabits, setting: KeepAliveSetting): DeadLink {
  const { sent, counted, pingsPerSecond } = keepAliveTimetable(habits, setting);
  const patience = brokerPatience(setting.keepAliveSeconds);
  const whole = (habits.pingAfterShare + habits.pingAnswerShare) * setting.keepAliveSeconds;
  return {
    broker: {
      mean: patience + TICK_SECONDS / 2 - sent.mean,
      standardDeviation: Math.sqrt(sent.variance + TICK_SECONDS ** 2 / 12),
      earliest: patience - sent.longest,
      latest: patience + TICK_SECONDS,
    },
    device: {
      mean: whole - counted.mean,
      standardDeviation: Math.sqrt(counted.variance),
      earliest: whole - counted.longest,
      latest: whole,
    },
    pingsPerDay: pingsPerSecond * SECONDS_PER_DAY,
  };
}

/**
 * From the moment at which the broker notices until it publishes the will. Seconds. Mosquitto 2.0 compares whole seconds and waits until the delay is exceeded
 * (src/will_delay.c, will_delay__check()): 0: 0, 5: 6.
 */
export function willWaitsSeconds(willDelaySeconds: number): number {
  return willDelaySeconds > 0 ? willDelaySeconds + TICK_SECONDS : 0;
}

/** The longest keep alive with which the broker notices within so many seconds, whole; `null`: none does. 91: 60. */
export function keepAliveForDetection(withinSeconds: number): number | null {
  const longest = Math.floor((2 * withinSeconds) / 3);
  for (let seconds = Math.min(65_535, longest); seconds >= 1 && seconds > longest - 3; seconds--)
    if (brokerPatience(seconds) + TICK_SECONDS <= withinSeconds) return seconds;
  return null;
}
