// One stretch of a program's life: what it has planned is forgotten when it ends, at once and without a trace.
import type { Appointment } from '../../engine/eventQueue.ts';
import { fromMilliseconds } from '../../engine/time.ts';
import type { Run } from '../../run.ts';

export class Lifetime {
  readonly #run: Run;
  readonly #planned = new Set<Appointment>();
  #over = false;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Plans `action`; a program's plans do not keep a run going. Without effect when the life is over. */
  after(delayMs: number, action: () => void): Appointment | null {
    if (this.#over) return null;
    const appointment = this.#run.after(
      fromMilliseconds(delayMs),
      () => {
        this.#planned.delete(appointment);
        action();
      },
      { background: true },
    );
    this.#planned.add(appointment);
    return appointment;
  }

  cancel(appointment: Appointment | null): void {
    if (appointment === null || !this.#planned.delete(appointment)) return;
    this.#run.queue.cancel(appointment);
  }

  end(): void {
    this.#over = true;
    for (const appointment of this.#planned) this.#run.queue.cancel(appointment);
    this.#planned.clear();
  }
}
