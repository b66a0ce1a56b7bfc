// What the programs on ESP32s have used, each since its first power-on, sleep counted: folded over the run's events. A program on a computer is not asked.
import type { Microseconds } from '../engine/time.ts';
import type { RunEvent } from '../events.ts';
import type { Scenario } from '../scenario.ts';
import { type EnergyMillijoules, EnergyUse } from './energyUse.ts';

export interface ClientEnergy {
  /** Name of the program. */
  readonly client: string;
  readonly energy: EnergyMillijoules;
}

export class ProgramEnergy {
  readonly #uses: ReadonlyMap<string, EnergyUse>;

  private constructor(uses: ReadonlyMap<string, EnergyUse>) {
    this.#uses = uses;
  }

  static of({ programs = [] }: Scenario): ProgramEnergy {
    const onChips = programs.filter(({ runsOn }) => runsOn.hardware === 'esp32');
    return new ProgramEnergy(new Map(onChips.map(({ name }) => [name, new EnergyUse()])));
  }

  add(event: RunEvent): void {
    switch (event.kind) {
      case 'power':
        this.#uses.get(event.client)?.enter(event.state, event.at);
        return;
      case 'packetSent':
        if (event.direction === 'uplink') this.#uses.get(event.client)?.transmitted(event.bytes.length);
        return;
      case 'segmentResent':
        if (event.direction === 'uplink') this.#uses.get(event.client)?.transmitted(event.carried);
        return;
      default:
        return;
    }
  }

  /** As of `at`, which must not lie before the last event added; in the scenario's order. */
  upTo(at: Microseconds): ClientEnergy[] {
    return [...this.#uses].map(([client, use]) => ({ client, energy: use.upTo(at, 'counted') }));
  }

  clone(): ProgramEnergy {
    return new ProgramEnergy(new Map([...this.#uses].map(([client, use]) => [client, use.clone()])));
  }
}
