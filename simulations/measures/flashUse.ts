// What the programs' buffers in flash have done to it: each message kept is written, each that leaves is struck out. Folded over the run's events; devices/flashWear.ts has
// the model.
import { FlashWear, type FlashWearFigures } from '../devices/flashWear.ts';
import { recordBytes } from '../devices/program/readings.ts';
import type { BufferChanged, RunEvent } from '../events.ts';
import type { Scenario } from '../scenario.ts';

export interface ClientFlash {
  /** Name of the program. */
  readonly client: string;
  /** Length of one record in its buffer. */
  readonly recordBytes: number;
  readonly wear: FlashWearFigures;
}

interface Log {
  readonly recordBytes: number;
  readonly wear: FlashWear;
}

export class FlashUse {
  readonly #logs: ReadonlyMap<string, Log>;

  private constructor(logs: ReadonlyMap<string, Log>) {
    this.#logs = logs;
  }

  static of({ programs = [] }: Scenario): FlashUse {
    const logs = new Map<string, Log>();
    for (const { name, offlineBuffer, publishing } of programs) {
      if (offlineBuffer?.place !== 'flash' || publishing === null) continue;
      const length = recordBytes(publishing);
      logs.set(name, { recordBytes: length, wear: new FlashWear(length) });
    }
    return new FlashUse(logs);
  }

  add(event: RunEvent): void {
    const log = event.kind === 'buffer' ? this.#logs.get(event.client) : undefined;
    if (event.kind === 'buffer' && log !== undefined) change(log.wear, event.change);
  }

  /** In the scenario's order. */
  figures(): ClientFlash[] {
    return [...this.#logs].map(([client, { recordBytes: length, wear }]) => ({ client, recordBytes: length, wear: wear.figures }));
  }

  clone(): FlashUse {
    return new FlashUse(new Map([...this.#logs].map(([client, log]) => [client, { ...log, wear: log.wear.clone() }])));
  }
}

function change(wear: FlashWear, what: BufferChanged['change']): void {
  if (what === 'kept' || what === 'droppedOldest') wear.kept();
  if (what === 'handedOver' || what === 'droppedOldest') wear.removed();
}
