// Looks at the broker's own sessions after each thing that it had to do, and tells them when they have changed. A session that has not is the same object as before,
// so that hundreds of them, told hundreds of times, take little room and cross to a page quickly.
import type { SessionView } from 'mosquitto-wasm';
import type { Run } from './run.ts';

export class SessionWatcher {
  readonly #run: Run;
  #turns = -1;
  #last: readonly SessionView[] = [];

  constructor(run: Run) {
    this.#run = run;
  }

  look(): void {
    const { broker } = this.#run;
    if (broker.turns === this.#turns) return;
    this.#turns = broker.turns;
    const last = this.#last;
    const seen = broker.sessions();
    // The broker tells them in an order of its own, which holds while none comes or goes.
    const inPlace = seen.length === last.length && seen.every(({ clientId }, index) => clientId === last[index]?.clientId);
    const before = inPlace ? null : new Map(last.map((session) => [session.clientId, session]));
    const now = seen.map((session, index) => {
      const known = before === null ? last[index] : before.get(session.clientId);
      return known !== undefined && isSame(known, session) ? known : session;
    });
    if (inPlace && now.every((session, index) => session === last[index])) return;
    this.#last = now;
    this.#run.tell({ kind: 'sessions', at: this.#run.now, sessions: now });
  }
}

/** Of two values made of plain data. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const fields = Object.keys(one) as (keyof typeof one)[];
  return fields.length === Object.keys(other).length && fields.every((field) => isSame(one[field], other[field]));
}
