// The page of the fleet benchmark: the laboratory in its worker, as the site has it, and a stop watch on each phase of a run.
import type { FleetScenario } from '../../fleet/fleetScenario.ts';
import { startLaboratory } from '../../worker/index.ts';

export interface TimedFleet {
  /** Wall time of each phase. Seconds. */
  readonly seconds: Readonly<Record<string, number>>;
  /** The longest task of the page's own thread meanwhile; 0 where none took 50 ms. Milliseconds. */
  readonly longestTaskMs: number;
  readonly delivered: number;
  readonly heapPeakBytes: number;
  readonly fullHeapBytes: number;
  readonly emptyHeapBytes: number;
}

/** Until what the page did last has been told. Milliseconds. */
const AFTERWARDS_MS = 500;

const laboratory = startLaboratory();

async function timeFleet(scenario: FleetScenario): Promise<TimedFleet> {
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const begun: [string, number][] = [];
  const result = await laboratory.fleet('bench', scenario, ({ phase }) => {
    if (begun.at(-1)?.[0] !== phase) begun.push([phase, performance.now()]);
  });
  const ended = performance.now();
  // A task is told of after it has ended.
  await new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));
  observer.disconnect();
  const seconds = Object.fromEntries(begun.map(([phase, at], index) => [phase, ((begun[index + 1]?.[1] ?? ended) - at) / 1_000]));
  const { delivered, heapPeakBytes, empty } = result;
  const before = result.story === 'storm' ? result.before : result.away;
  return { seconds, longestTaskMs, delivered, heapPeakBytes, fullHeapBytes: before.heapBytes, emptyHeapBytes: empty.heapBytes };
}

/** Asks and is stopped at once: how long until the page knows. Milliseconds. */
async function timeCancel(scenario: FleetScenario, afterMs: number): Promise<number> {
  const run = laboratory.fleet('bench', scenario).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const asked = performance.now();
  laboratory.cancel('bench');
  await run;
  return performance.now() - asked;
}

Object.assign(window, { timeFleet, timeCancel });
