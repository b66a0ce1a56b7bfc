// What became of each reading in a finished run, read from its events: who had it last, and whether the dashboard was given it.
import type { MessageStep, RunEvent, Scenario } from '#simulations';
import { toMilliseconds } from '#simulations';
import type { RunView } from '#simulations/worker';

export const SENSOR = 'sensor';
export const DASHBOARD = 'dashboard';

/**
 * `waits`: it is still with the device. `sent`: it went out once, into the void, and nobody kept a copy. `givenBack`: the library neither sent nor kept it.
 * `libraryForgot`: the library had it and gave it up. `bufferFull`: the buffer had no room for it, or dropped it for a newer one. `memoryLost`: it was in a memory whose power failed.
 */
export type Fate = 'arrived' | 'waits' | 'sent' | 'givenBack' | 'libraryForgot' | 'bufferFull' | 'memoryLost';

export const LOSSES = ['sent', 'givenBack', 'libraryForgot', 'bufferFull', 'memoryLost'] as const satisfies readonly Fate[];

export interface Story {
  readonly made: number;
  /** Made from the beginning of the outage until the sensor was connected again. */
  readonly madeMeanwhile: number;
  readonly arrivedMeanwhile: number;
  readonly fates: Readonly<Record<Fate, number>>;
  /** Copies that the dashboard was given beyond the first. */
  readonly copies: number;
  /** Each reading came after all that were made before it. */
  readonly inOrder: boolean;
  /** Most that waited in the buffer at a time. */
  readonly mostBuffered: number;
  /** From the outage to the moment when the device knew of it; `null`: it never did. Milliseconds. */
  readonly noticedAfterMs: number | null;
  /** From its return to the last reading of the outage at the dashboard; `null`: none came. Milliseconds. */
  readonly caughtUpAfterMs: number | null;
  /** The command that was sent meanwhile reached the sensor. */
  readonly gotCommand: boolean;
}

/** When the outage begins. Milliseconds; `null`: somebody has taken it out of the script. */
function outageMs({ script = [] }: Scenario): number | null {
  const first = script.find((step) => (step.do === 'loseWifi' || step.do === 'pullCable') && step.client === SENSOR);
  return first?.atMs ?? null;
}

/** `whole`: the view of the whole run at its end. */
export function storyOf({ events }: RunView, scenario: Scenario): Story {
  const from = outageMs(scenario) ?? Number.POSITIVE_INFINITY;
  const noticedAt = timeOf(events, (event) => event.kind === 'connection' && event.client === SENSOR && event.step === 'lost', from);
  const backAt = timeOf(events, (event) => event.kind === 'connection' && event.client === SENSOR && event.step === 'connected', from);
  const fates = fatesOf(events);
  const madeAt = new Map(
    events.flatMap((event) => (event.kind === 'message' && event.step === 'made' ? [[event.message, event.at / 1_000]] : [])),
  );
  const meanwhile = [...fates.keys()].filter((reading) => {
    const at = madeAt.get(reading) ?? 0;
    return at >= from && at < (backAt ?? Number.POSITIVE_INFINITY);
  });
  const got = arrivals(events);
  const numbers = got.map(({ reading }) => reading);
  const lastOfOutage = got.findLast(({ reading }) => meanwhile.includes(reading));
  return {
    made: fates.size,
    madeMeanwhile: meanwhile.length,
    arrivedMeanwhile: meanwhile.filter((reading) => fates.get(reading) === 'arrived').length,
    fates: countsOf([...fates.values()]),
    copies: numbers.length - new Set(numbers).size,
    inOrder: [...new Set(numbers)].every((reading, place, all) => reading > (all[place - 1] ?? 0)),
    mostBuffered: Math.max(0, ...events.map((event) => (event.kind === 'buffer' ? event.held : 0))),
    noticedAfterMs: noticedAt === null ? null : noticedAt - from,
    caughtUpAfterMs: backAt === null || lastOfOutage === undefined ? null : lastOfOutage.atMs - backAt,
    gotCommand: events.some((event) => event.kind === 'received' && event.client === SENSOR),
  };
}

function timeOf(events: readonly RunEvent[], wanted: (event: RunEvent) => boolean, fromMs: number): number | null {
  const found = events.find((event) => toMilliseconds(event.at) >= fromMs && wanted(event));
  return found === undefined ? null : toMilliseconds(found.at);
}

function arrivals(events: readonly RunEvent[]): readonly { readonly reading: number; readonly atMs: number }[] {
  return events.flatMap((event) => {
    if (event.kind !== 'received' || event.client !== DASHBOARD) return [];
    const reading = Number(/\d+$/.exec(event.payload ?? '')?.[0]);
    return Number.isNaN(reading) ? [] : [{ reading, atMs: toMilliseconds(event.at) }];
  });
}

/** Each reading's fate at the end, by its number. */
function fatesOf(events: readonly RunEvent[]): ReadonlyMap<number, Fate> {
  const powerFailures = new Set(
    events.flatMap((event) => (event.kind === 'power' && event.client === SENSOR && event.state === 'off' ? [event.at] : [])),
  );
  const fates = new Map<number, Fate>();
  const madeAt = new Map<number, number>();
  const buffered = new Set<number>();
  for (const event of events) {
    if (event.kind === 'buffer' && event.client === SENSOR && event.message !== null) {
      if (event.change === 'kept' || event.change === 'droppedOldest') buffered.add(event.message);
      if (event.change === 'handedOver') buffered.delete(event.message);
      if (event.change === 'droppedNewest' || event.change === 'refused') fates.set(event.message, 'bufferFull');
    }
    if (event.kind !== 'message' || event.client !== SENSOR || fates.get(event.message) === 'bufferFull') continue;
    const failed = powerFailures.has(event.at);
    switch (event.step) {
      case 'made':
        madeAt.set(event.message, event.at);
        fates.set(event.message, 'waits');
        break;
      case 'published':
        fates.set(event.message, 'waits');
        break;
      case 'sentOnce':
        fates.set(event.message, 'sent');
        break;
      case 'gaveUp':
        fates.set(event.message, failed ? 'memoryLost' : 'libraryForgot');
        break;
      case 'discarded':
        fates.set(event.message, failed ? 'memoryLost' : buffered.has(event.message) ? 'bufferFull' : libraryFate(event, madeAt));
        break;
      default:
    }
  }
  for (const { reading } of arrivals(events)) fates.set(reading, 'arrived');
  return fates;
}

/** What publish gives back, it gives back at once; what goes later, the library had kept. */
function libraryFate({ message, at }: MessageStep, madeAt: ReadonlyMap<number, number>): Fate {
  return madeAt.get(message) === at ? 'givenBack' : 'libraryForgot';
}

function countsOf(fates: readonly Fate[]): Readonly<Record<Fate, number>> {
  const counts = { arrived: 0, waits: 0, sent: 0, givenBack: 0, libraryForgot: 0, bufferFull: 0, memoryLost: 0 };
  for (const fate of fates) counts[fate]++;
  return counts;
}

export type Amount = 'none' | 'some' | 'all';

export function amountOf(got: number, of: number): Amount {
  return got === 0 ? 'none' : got < of ? 'some' : 'all';
}
