// The Wi-Fi of a chip: it joins when the program runs, is told late that the access point has gone, and joins again when it is back. What takes how long: devices/wifi.ts.
import type { WifiChanged } from '../../events.ts';
import type { Wire } from '../../network/wire.ts';
import type { WifiJoin } from '../../program.ts';
import type { Run } from '../../run.ts';
import { joinPhases, SIGNAL_LOSS_NOTICED_MS } from '../wifi.ts';
import type { Lifetime } from './lifetime.ts';

export interface StationEnds {
  onJoining(): void;
  onJoined(): void;
  onLost(): void;
  say(text: string): void;
}

export class Station {
  readonly #run: Run;
  readonly #name: string;
  readonly #join: WifiJoin;
  readonly #wire: Wire;
  readonly #ends: StationEnds;
  #state: WifiChanged['state'] = 'off';
  /** There is an access point. */
  #signal = true;
  #life: Lifetime | null = null;

  constructor(run: Run, wire: Wire, { name, join }: { readonly name: string; readonly join: WifiJoin }, ends: StationEnds) {
    this.#run = run;
    this.#name = name;
    this.#join = join;
    this.#wire = wire;
    this.#ends = ends;
    wire.interrupt('radio');
  }

  get isJoined(): boolean {
    return this.#state === 'joined';
  }

  turnOn(life: Lifetime): void {
    this.#life = life;
    this.#joinNow(life);
  }

  turnOff(): void {
    this.#life = null;
    this.#wire.interrupt('radio');
    this.#enter('off');
  }

  /** The access point goes away. The chip notices when its beacons have failed to come for long enough. */
  loseSignal(): void {
    if (!this.#signal) return;
    this.#signal = false;
    this.#wire.interrupt('radio');
    this.#life?.after(SIGNAL_LOSS_NOTICED_MS, () => {
      if (this.#signal || !this.isJoined) return;
      this.#enter('lost');
      this.#ends.say('wifi: lost');
      this.#ends.onLost();
    });
  }

  regainSignal(): void {
    if (this.#signal) return;
    this.#signal = true;
    if (this.#life === null) return;
    // It had not even noticed: what stands goes on.
    if (this.isJoined) this.#wire.restore('radio');
    else this.#joinNow(this.#life);
  }

  #joinNow(life: Lifetime): void {
    this.#enter('joining');
    this.#ends.onJoining();
    if (!this.#signal) return this.#ends.say('wifi: no access point');
    const phases = joinPhases(this.#join);
    const takesMs = phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
    this.#ends.say(`wifi: ${phases.map(({ name }) => name).join(', ')}`);
    life.after(takesMs, () => {
      if (!this.#signal) return;
      this.#wire.restore('radio');
      this.#enter('joined');
      this.#ends.say(`wifi: joined after ${(takesMs / 1_000).toFixed(2)} s`);
      this.#ends.onJoined();
    });
  }

  #enter(state: WifiChanged['state']): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#run.tell({ kind: 'wifi', at: this.#run.now, client: this.#name, state });
  }
}
