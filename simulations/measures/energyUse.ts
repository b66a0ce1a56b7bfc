// What one device has used since power-on, by state. The transmitter's share is what it draws above listening, for the airtime of each packet it sent.
import { airtimeMicroseconds, CURRENT_MILLIAMPS, energyMillijoules, TRANSMIT_MILLIAMPS } from '../devices/power.ts';
import { type Microseconds, START } from '../engine/time.ts';
import type { PowerState } from '../events.ts';

export interface EnergyMillijoules {
  readonly boot: number;
  readonly associate: number;
  readonly listen: number;
  /** On top of `listen` while a packet is on the air. */
  readonly transmit: number;
  readonly total: number;
}

/** What sending a packet of so many MQTT bytes costs above listening. Millijoules. */
export function transmitMillijoules(mqttBytes: number): number {
  return energyMillijoules(TRANSMIT_MILLIAMPS - CURRENT_MILLIAMPS.listen, airtimeMicroseconds(mqttBytes));
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

  transmitted(mqttBytes: number): void {
    this.#transmit += transmitMillijoules(mqttBytes);
  }

  /** Up to `at`. Deep sleep is left out: how long it lasts is not part of the run. */
  upTo(at: Microseconds): EnergyMillijoules {
    const used = (state: PowerState): number => {
      const now = state === this.#state ? at - this.#since : 0;
      return energyMillijoules(CURRENT_MILLIAMPS[state], this.#microseconds[state] + now);
    };
    const [boot, associate, listen] = [used('boot'), used('associate'), used('listen')];
    return { boot, associate, listen, transmit: this.#transmit, total: boot + associate + listen + this.#transmit };
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
