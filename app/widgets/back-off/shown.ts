// Which runs may stand beside each other, and what there is to notice in them. No React.
import type { BackoffKind, StormResult, StormScenario } from '#simulations';

/** One run, or two that differ by the strategy alone. */
export type Shown = readonly [StormResult] | readonly [StormResult, StormResult];

/** @param isAlone there is to be nothing beside the first @returns `null`: not yet */
export function shownOf(one: StormResult | null, other: StormResult | null, isAlone: boolean): Shown | null {
  if (one === null) return null;
  if (isAlone) return [one];
  return other !== null && withoutStrategy(one.scenario) === withoutStrategy(other.scenario) ? [one, other] : null;
}

function withoutStrategy(scenario: StormScenario): string {
  return JSON.stringify({ ...scenario, backoff: { ...scenario.backoff, kind: null } });
}

/** Nearer than this nobody is first. */
const ALIKE = 1.05;

export type Winner = 'first' | 'second' | 'alike';

/** Which one has everybody back first; `null`: a run was cut before it could tell. */
export function winnerOf(one: StormResult, other: StormResult): Winner | null {
  const [a, b] = [one.allBackMs ?? Number.POSITIVE_INFINITY, other.allBackMs ?? Number.POSITIVE_INFINITY];
  const isOpen = (run: StormResult, rival: number) => run.allBackMs === null && run.endedBy !== 'settled' && rival > run.endsAtMs;
  if (isOpen(one, b) || isOpen(other, a)) return null;
  if (a === b || Math.max(a, b) / Math.min(a, b) < ALIKE) return 'alike';
  return a < b ? 'first' : 'second';
}

export type Note = 'herd' | 'gaps' | 'full' | 'equal' | 'decorrelated' | 'additive' | 'fixed' | 'none' | 'tcp' | 'tcpIdle';

/** The run took so many times as long as the machine needs for all of them: it was idle for most of it. */
const IDLE = 2;

function wasIdle({ scenario, allBackMs }: StormResult): boolean {
  const busyMs = scenario.downMs + (scenario.sessions.devices / scenario.server.connectionsPerSecond) * 1_000;
  return (allBackMs ?? Number.POSITIVE_INFINITY) > IDLE * busyMs;
}

const BY_COUNT: readonly BackoffKind[] = ['exponential', 'additive', 'full', 'equal'];

/** What can be seen in these very runs, in the order in which it is told. */
export function notesOf(shown: Shown): readonly Note[] {
  const { backoff, server } = shown[0].scenario;
  const kinds = new Set(shown.map(({ scenario }) => scenario.backoff.kind));
  const resets = backoff.resetByTcp && BY_COUNT.some((kind) => kinds.has(kind));
  const told: readonly (readonly [Note, boolean])[] = [
    ['herd', kinds.has('exponential') || kinds.has('fixed')],
    ['gaps', shown.some((run) => run.scenario.backoff.kind === 'exponential' && wasIdle(run))],
    ['additive', kinds.has('additive')],
    ['full', kinds.has('full')],
    ['equal', kinds.has('equal')],
    ['decorrelated', kinds.has('decorrelated')],
    ['fixed', kinds.has('fixed')],
    ['none', kinds.has('none')],
    ['tcp', resets && server.whenFull === 'close'],
    ['tcpIdle', resets && server.whenFull !== 'close'],
  ];
  return told.filter(([, is]) => is).map(([note]) => note);
}
