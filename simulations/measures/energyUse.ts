// What one device has used since power-on, by state. The transmitter's share is what it draws above the receiver, for the airtime of each packet it sent.
import { airtimeMicroseconds, TRANSMIT_MILLIAMPS } from '../devices/airtime.ts';
import { CURRENT_MILLIAMPS, energyMillijoules } from '../devices/power.ts';
import { type Microseconds, START } from '../engine/time.ts';
import type { PowerState } from '../events.ts';

/** The parts of a device's energy: its states, and sending. */
export type EnergyPart = Exclude<PowerState, 'off'> | 'transmit';

/** Each part, and all together. `transmit`: on top of the state while a packet is on the air. */
export type EnergyMillijoules = Readonly<Record<EnergyPart | 'total', number>>;

/** In the order of a wake-up, sleep last. */
export const ENERGY_PARTS = [
  'boot',
  'associate',
  'listen',
  'modemSleep',
  'transmit',
  'lightSleep',
  'deepSleep',
  'hibernation',
] as const satisfies readonly EnergyPart[];

/** Whether the chip's sleep counts. `leftOut`: how long it lasts is not part of the run, as in an experiment of one wake-up. */
export type SleepCounting = 'counted' | 'leftOut';

/** What sending a packet of so many MQTT bytes costs above the state that the device is in, at 1 Mbit/s. Millijoules. */
export function transmitMillijoules(mqttBytes: number, state: PowerState = 'listen'): number {
  return energyMillijoules(TRANSMIT_MILLIAMPS - CURRENT_MILLIAMPS[state], airtimeMicroseconds(mqttBytes));
}

export class EnergyUse {
  #state: PowerState = 'off';
  #since: Microseconds = START;
  #transmit = 0;
  readonly #microseconds = { off: 0, boot: 0, associate: 0, listen: 0, modemSleep: 0, lightSleep: 0, deepSleep: 0, hibernation: 0 };

  enter(state: PowerState, at: Microseconds): void {
    this.#microseconds[this.#state] += at - this.#since;
    this.#state = state;
    this.#since = at;
  }

  /** A dozing radio wakes up to send: then all of the current above the dozing counts. */
  transmitted(mqttBytes: number): void {
    const dozes = this.#state === 'modemSleep' || this.#state === 'lightSleep';
    this.#transmit += transmitMillijoules(mqttBytes, dozes ? this.#state : 'listen');
  }

  /** Up to `at`, which must not lie before the last change of state. */
  upTo(at: Microseconds, sleep: SleepCounting = 'leftOut'): EnergyMillijoules {
    const used = (state: PowerState): number => {
      const now = state === this.#state ? at - this.#since : 0;
      return energyMillijoules(CURRENT_MILLIAMPS[state], this.#microseconds[state] + now);
    };
    const asleep = (state: PowerState): number => (sleep === 'counted' ? used(state) : 0);
    const parts = {
      boot: used('boot'),
      associate: used('associate'),
      listen: used('listen'),
      modemSleep: used('modemSleep'),
      transmit: this.#transmit,
      lightSleep: used('lightSleep'),
      deepSleep: asleep('deepSleep'),
      hibernation: asleep('hibernation'),
    };
    return { ...parts, total: ENERGY_PARTS.reduce((sum, part) => sum + parts[part], 0) };
  }

  clone(): EnergyUse {
    const copy = new EnergyUse();
    copy.#state = this.#state;
    copy.#since = this.#since;
    copy.#transmit = this.#transmit;
    Object.assign(copy.#microseconds, this.#microseconds);
    return copy;
  }
}
