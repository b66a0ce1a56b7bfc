// What a run's steps say that one of each thing takes, beside the formula. No React.
import type { FleetMemory, RestResult } from '#simulations';

export interface MeasuredItem {
  readonly key: 'session' | 'subscription' | 'message' | 'copy' | 'all';
  /** How many of them the step was divided by. */
  readonly count: number;
  /** Bytes each; of `all`, together. */
  readonly measured: number;
  readonly reckoned: number;
}

/** Things of which there are none are left out. */
export function measuredItems({ scenario, empty, sessions, subscribed, away }: RestResult, formula: FleetMemory): readonly MeasuredItem[] {
  const { devices, subscriptionsEach } = scenario.sessions;
  const subscriptions = devices * subscriptionsEach;
  const copies = formula.sessionsLeft * formula.kept;
  const each = (key: MeasuredItem['key'], count: number, measured: number, reckoned: number): readonly MeasuredItem[] =>
    count === 0 ? [] : [{ key, count, measured: measured / count, reckoned: reckoned / count }];
  // Sessions that have ended by then were there in the first steps all the same.
  const alive = formula.sessionsLeft === 0 ? 0 : 1;
  return [
    ...each('session', devices * alive, sessions.heapBytes - empty.heapBytes, formula.sessionBytes),
    ...each('subscription', subscriptions * alive, subscribed.heapBytes - sessions.heapBytes, formula.subscriptionBytes),
    ...each(scenario.messages.shared ? 'copy' : 'message', copies, away.heapBytes - subscribed.heapBytes, formula.messageBytes),
    { key: 'all', count: devices, measured: away.heapBytes - empty.heapBytes, reckoned: formula.bytes },
  ];
}
