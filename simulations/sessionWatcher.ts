// Looks at the broker's own sessions after each thing that happened, and tells them when they have changed.
import type { Run } from './run.ts';

export class SessionWatcher {
  readonly #run: Run;
  #last = '[]';

  constructor(run: Run) {
    this.#run = run;
  }

  look(): void {
    const sessions = this.#run.broker.sessions();
    const seen = JSON.stringify(sessions);
    if (seen === this.#last) return;
    this.#last = seen;
    this.#run.tell({ kind: 'sessions', at: this.#run.now, sessions });
  }
}
