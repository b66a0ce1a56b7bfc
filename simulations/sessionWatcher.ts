// Looks at the broker's own sessions after each thing that happened, and tells them when they have changed. A session that has not is the same object as before,
// so that hundreds of them, told hundreds of times, take little room and cross to a page quickly.
import type { SessionView } from 'mosquitto-wasm';
import type { Run } from './run.ts';

interface Seen {
  readonly session: SessionView;
  readonly text: string;
}

export class SessionWatcher {
  readonly #run: Run;
  #last: readonly Seen[] = [];

  constructor(run: Run) {
    this.#run = run;
  }

  look(): void {
    const before = new Map(this.#last.map((seen) => [seen.session.clientId, seen]));
    const now = this.#run.broker.sessions().map((session): Seen => {
      const text = JSON.stringify(session);
      const known = before.get(session.clientId);
      return known?.text === text ? known : { session, text };
    });
    if (now.length === this.#last.length && now.every((seen, index) => seen === this.#last[index])) return;
    this.#last = now;
    this.#run.tell({ kind: 'sessions', at: this.#run.now, sessions: now.map(({ session }) => session) });
  }
}
