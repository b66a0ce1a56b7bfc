// A finished or running run as the laboratory keeps it: its events in order, figures along the way, and the questions that a page asks of them.
import { clientsOfScenario } from '../addresses.ts';
import { type Microseconds, START } from '../engine/time.ts';
import type { BrokerLogged, RunEvent, SerialLine } from '../events.ts';
import { type BrokerState, brokerAfter, brokerAtFirst } from '../measures/brokerState.ts';
import { ClientStates } from '../measures/clientStates.ts';
import { type DeviceFigures, FiguresFold } from '../measures/figures.ts';
import { FlashUse } from '../measures/flashUse.ts';
import { ProgramEnergy } from '../measures/programEnergy.ts';
import type { Scenario } from '../scenario.ts';
import type { RunView, StepTarget, ViewRequest } from './protocol.ts';

/** Figures are kept every so many events, so that going to any instant folds no more than these again. */
const EVENTS_PER_CHECKPOINT = 2_000;
/** The broker's table is dear to fold where sessions are many, so it is kept more often: every so many of its own events. */
const BROKER_EVENTS_PER_CHECKPOINT = 16;
/** Most events in one view: what a picture can show, and then some. */
export const MOST_VIEWED_EVENTS = 4_000;
export const MOST_LOG_LINES = 500;

/** How everything stood after some event. */
interface Standing {
  readonly devices: readonly FiguresFold[];
  readonly clients: ClientStates;
  readonly energy: ProgramEnergy;
  readonly flash: FlashUse;
}

export class Recording {
  readonly #events: RunEvent[] = [];
  readonly #log: BrokerLogged[] = [];
  readonly #serial: SerialLine[] = [];
  readonly #losses: Microseconds[] = [];
  readonly #checkpoints: Standing[] = [];
  readonly #brokerEvents: RunEvent[] = [];
  readonly #brokerCheckpoints: BrokerState[] = [];
  readonly #standing: Standing;
  #broker = brokerAtFirst();
  /** Longest time that a packet was under way: how far before a window its packets may have started. */
  #longestPassage = 0;

  constructor(scenario: Scenario) {
    this.#standing = {
      devices: scenario.devices.map((device) => new FiguresFold(device)),
      clients: new ClientStates(clientsOfScenario(scenario)),
      energy: ProgramEnergy.of(scenario),
      flash: FlashUse.of(scenario),
    };
  }

  get length(): number {
    return this.#events.length;
  }

  get now(): Microseconds {
    return this.#events.at(-1)?.at ?? START;
  }

  get events(): readonly RunEvent[] {
    return this.#events;
  }

  add(event: RunEvent): void {
    if (this.#events.length % EVENTS_PER_CHECKPOINT === 0) this.#checkpoints.push(copyOf(this.#standing));
    this.#events.push(event);
    addTo(this.#standing, event);
    this.#addToBroker(event);
    if (event.kind === 'brokerLog') this.#log.push(event);
    if (event.kind === 'serial') this.#serial.push(event);
    if (event.kind === 'packetLost') this.#losses.push(event.at);
    if (event.kind === 'packetSent') this.#longestPassage = Math.max(this.#longestPassage, event.endsAt - event.at);
  }

  #addToBroker(event: RunEvent): void {
    const next = brokerAfter(this.#broker, event);
    if (next === this.#broker) return;
    if (this.#brokerEvents.length % BROKER_EVENTS_PER_CHECKPOINT === 0) this.#brokerCheckpoints.push(this.#broker);
    this.#brokerEvents.push(event);
    this.#broker = next;
  }

  /** When packets vanished, in order. */
  get losses(): readonly Microseconds[] {
    return this.#losses;
  }

  figures(): DeviceFigures[] {
    return this.#standing.devices.map((fold) => fold.figures(this.now));
  }

  /** After all events up to and including `at`. */
  #standingAt(at: Microseconds): Standing {
    const end = firstAfter(this.#events, at);
    const checkpoint = Math.min(Math.floor(end / EVENTS_PER_CHECKPOINT), this.#checkpoints.length - 1);
    const standing = copyOf(this.#checkpoints[checkpoint] ?? this.#standing);
    for (const event of this.#events.slice(checkpoint * EVENTS_PER_CHECKPOINT, end)) addTo(standing, event);
    return standing;
  }

  #brokerAt(at: Microseconds): BrokerState {
    const end = firstAfter(this.#brokerEvents, at);
    const checkpoint = Math.min(Math.floor(end / BROKER_EVENTS_PER_CHECKPOINT), this.#brokerCheckpoints.length - 1);
    const since = this.#brokerCheckpoints[checkpoint];
    if (since === undefined) return this.#broker;
    return this.#brokerEvents.slice(checkpoint * BROKER_EVENTS_PER_CHECKPOINT, end).reduce(brokerAfter, since);
  }

  view({ at, from, to, logLines, tables = true }: Omit<ViewRequest, 'runId'>): RunView {
    const start = firstAfter(this.#events, (from - this.#longestPassage - 1) as Microseconds);
    const end = firstAfter(this.#events, to);
    const touching = this.#events
      .slice(start, end)
      .filter((event) => event.at >= from || (event.kind === 'packetSent' && event.endsAt >= from))
      .filter(({ kind }) => tables || kind !== 'sessions');
    const lines = Math.min(logLines, MOST_LOG_LINES);
    const lastLines = <Line extends BrokerLogged | SerialLine>(log: readonly Line[]): Line[] => {
      const end = firstAfter(log, at);
      return log.slice(Math.max(0, end - lines), end);
    };
    const { devices, clients, energy, flash } = this.#standingAt(at);
    return {
      at,
      figures: devices.map((fold) => fold.figures(at)),
      clients: clients.snapshot(),
      energy: energy.upTo(at),
      flash: flash.figures(),
      broker: this.#brokerAt(at),
      events: nearest(touching, at),
      log: lastLines(this.#log),
      serial: lastLines(this.#serial),
    };
  }

  /** The instant of the nearest event of a kind strictly after or before `from`. */
  step(from: Microseconds, direction: 'forward' | 'back', target: StepTarget): Microseconds | null {
    const wanted = (event: RunEvent | undefined): event is RunEvent => event !== undefined && isTarget(event, target);
    if (direction === 'forward') {
      for (let index = firstAfter(this.#events, from); index < this.#events.length; index++) {
        const event = this.#events[index];
        if (wanted(event)) return event.at;
      }
      return null;
    }
    for (let index = firstAfter(this.#events, (from - 1) as Microseconds) - 1; index >= 0; index--) {
      const event = this.#events[index];
      if (wanted(event)) return event.at;
    }
    return null;
  }
}

function copyOf({ devices, clients, energy, flash }: Standing): Standing {
  return { devices: devices.map((fold) => fold.clone()), clients: clients.clone(), energy: energy.clone(), flash: flash.clone() };
}

function addTo(standing: Standing, event: RunEvent): void {
  for (const fold of standing.devices) fold.add(event);
  standing.clients.take(event);
  standing.energy.add(event);
  standing.flash.add(event);
}

function isTarget(event: RunEvent, target: StepTarget): boolean {
  switch (target) {
    case 'event':
      return event.kind !== 'brokerLog' && event.kind !== 'sessions' && event.kind !== 'serial';
    case 'packet':
      return event.kind === 'packetSent';
    case 'loss':
      return event.kind === 'packetLost';
    case 'delivery':
      return event.kind === 'delivered' || event.kind === 'received';
    case 'error':
      return isError(event);
  }
}

function isError(event: RunEvent): boolean {
  switch (event.kind) {
    case 'connection':
      return event.step === 'refused' || event.step === 'lost';
    case 'message':
      return event.step === 'refused' || event.step === 'gaveUp' || event.step === 'discarded';
    case 'buffer':
      return event.change !== 'kept' && event.change !== 'handedOver';
    case 'broker':
      return event.step === 'killed' || event.step === 'startFailed';
    default:
      return false;
  }
}

/** Index of the first entry after `at`, by halving: entries are in order of time. */
function firstAfter(entries: readonly { readonly at: Microseconds }[], at: Microseconds): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** At most `MOST_VIEWED_EVENTS` of them, around `at`. */
function nearest(events: readonly RunEvent[], at: Microseconds): RunEvent[] {
  if (events.length <= MOST_VIEWED_EVENTS) return [...events];
  const centre = firstAfter(events, at);
  const start = Math.max(0, Math.min(centre - MOST_VIEWED_EVENTS / 2, events.length - MOST_VIEWED_EVENTS));
  return events.slice(start, start + MOST_VIEWED_EVENTS);
}
