// What a finished run shows, read from its events: which commands came and how long they had waited, and what the wake-ups cost.
import {
  averageMilliamps,
  batteryDays,
  type EnergyMillijoules,
  type RunEvent,
  type Scenario,
  SLEEPING_DEVICE,
  toMilliseconds,
} from '#simulations';
import type { RunView } from '#simulations/worker';

export const APP = 'app';
/** Of the battery that the lab counts with: two AA cells, roughly. Milliamp-hours. */
export const BATTERY_MILLIAMP_HOURS = 2_000;

export interface Story {
  readonly sent: number;
  readonly got: number;
  /** From the command to the device, for those that came; `null`: none did. Milliseconds. */
  readonly meanWaitMs: number | null;
  readonly wakeUps: number;
  /** Connections at which it was told that its session was there. */
  readonly found: number;
  readonly subscribes: number;
  /** Messages that the broker still has for it. */
  readonly waiting: number;
  /** The whole run; `null`: it never had power. */
  readonly energy: EnergyMillijoules | null;
  /** Over whole rounds, from one wake-up to the next; `null`: there was none. */
  readonly round: Round | null;
}

export interface Round {
  readonly awakeMs: number;
  readonly periodMs: number;
}

/** What the device's energy goes to. */
export type Cost = 'join' | 'talk' | 'sleep' | 'boot';

/** `whole`: the view of the whole run at its end. */
export function storyOf({ events, energy, broker, clients }: RunView): Story {
  const waits = commandWaits(events);
  const id = clients.find(({ client }) => client === SLEEPING_DEVICE)?.clientId;
  const own = broker.sessions.find(({ clientId }) => clientId === id);
  const connected = events.filter((event) => event.kind === 'connection' && event.client === SLEEPING_DEVICE && event.step === 'connected');
  return {
    sent: new Set(commandsOf(events).map(([payload]) => payload)).size,
    got: waits.length,
    meanWaitMs: waits.length === 0 ? null : waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    wakeUps: states(events, 'boot').length,
    found: connected.filter((event) => event.kind === 'connection' && event.sessionPresent === true).length,
    subscribes: events.filter(
      (event) =>
        event.kind === 'packetSent' && event.client === SLEEPING_DEVICE && event.direction === 'uplink' && event.type === 'SUBSCRIBE',
    ).length,
    waiting: own === undefined ? 0 : own.outgoing.inFlight.messages + own.outgoing.queued.messages,
    energy: energy.find(({ client }) => client === SLEEPING_DEVICE)?.energy ?? null,
    round: roundOf(events),
  };
}

/** Each part's share, largest first. */
export function costsOf(energy: EnergyMillijoules): readonly { readonly cost: Cost; readonly ratio: number }[] {
  const { total, boot, associate, listen, modemSleep, transmit, deepSleep } = energy;
  const parts = { join: associate, talk: listen + modemSleep + transmit, sleep: deepSleep, boot };
  return (Object.entries(parts) as [Cost, number][])
    .map(([cost, used]) => ({ cost, ratio: total === 0 ? 0 : used / total }))
    .sort((one, other) => other.ratio - one.ratio);
}

/** What it draws on average in the run, and how long the battery bears that. */
export function endurance(energy: EnergyMillijoules, durationMs: number): { readonly milliamps: number; readonly days: number } {
  const milliamps = averageMilliamps(energy.total, durationMs);
  return { milliamps, days: daysAt(milliamps) };
}

/** Whole days, as exact as the currents allow. */
export function daysAt(milliamps: number): number {
  return Math.round(batteryDays(BATTERY_MILLIAMP_HOURS, milliamps));
}

/** Seconds between two wake-ups, as the scenario has it. */
export function sleepSecondsOf({ programs = [] }: Scenario): number | null {
  const ms = programs.find(({ name }) => name === SLEEPING_DEVICE)?.sleep?.sleepMs;
  return ms === undefined ? null : ms / 1_000;
}

/** Payload and instant of each command that left the app. */
function commandsOf(events: readonly RunEvent[]): readonly (readonly [string, number])[] {
  return events.flatMap((event) => {
    if (event.kind !== 'packetSent' || event.client !== APP || event.direction !== 'uplink' || event.type !== 'PUBLISH') return [];
    const payload = /open \d+$/.exec(new TextDecoder().decode(event.bytes))?.[0];
    return payload === undefined ? [] : [[payload, toMilliseconds(event.at)] as const];
  });
}

function commandWaits(events: readonly RunEvent[]): readonly number[] {
  const sent = new Map(commandsOf(events));
  const first = new Map<string, number>();
  for (const event of events) {
    if (event.kind !== 'received' || event.client !== SLEEPING_DEVICE || event.payload === null) continue;
    if (!first.has(event.payload)) first.set(event.payload, toMilliseconds(event.at));
  }
  return [...first].flatMap(([payload, at]) => {
    const left = sent.get(payload);
    return left === undefined ? [] : [at - left];
  });
}

function states(events: readonly RunEvent[], state: 'boot' | 'deepSleep'): readonly number[] {
  return events.flatMap((event) =>
    event.kind === 'power' && event.client === SLEEPING_DEVICE && event.state === state ? [toMilliseconds(event.at)] : [],
  );
}

function roundOf(events: readonly RunEvent[]): Round | null {
  const boots = states(events, 'boot');
  const sleeps = states(events, 'deepSleep');
  const [first, last] = [boots[0], boots.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const awake = boots.slice(0, -1).reduce((sum, boot) => sum + ((sleeps.find((sleep) => sleep > boot) ?? last) - boot), 0);
  const rounds = boots.length - 1;
  return { awakeMs: awake / rounds, periodMs: (last - first) / rounds };
}
