// What the parts of a run share: the agenda, the time, the broker, chance by name, and the place where events are told.

import type { RunBroker } from './broker/runBroker.ts';
import { type Appointment, EventQueue } from './engine/eventQueue.ts';
import { type RandomStream, randomStream } from './engine/random.ts';
import { later, type Microseconds, START } from './engine/time.ts';
import type { RunEvent } from './events.ts';
import type { Scenario } from './scenario.ts';
import { ToldEvents } from './toldEvents.ts';

export class Run {
  readonly scenario: Scenario;
  readonly broker: RunBroker;
  readonly queue = new EventQueue();
  #now: Microseconds = START;
  readonly #told = new ToldEvents();
  #packets = 0;
  readonly #deviceByTopic: ReadonlyMap<string, string>;

  constructor(scenario: Scenario, broker: RunBroker) {
    this.scenario = scenario;
    this.broker = broker;
    this.#deviceByTopic = new Map(scenario.devices.map(({ topicName, name }) => [topicName, name]));
  }

  get now(): Microseconds {
    return this.#now;
  }

  advanceTo(instant: Microseconds): void {
    this.#now = instant;
    this.broker.advanceTo(instant);
  }

  /** @param options `background`: does not keep the run going */
  after(delay: Microseconds, action: () => void, options: { readonly background?: boolean } = {}): Appointment {
    return this.queue.at(later(this.#now, delay), action, options);
  }

  random(name: string): RandomStream {
    return randomStream(this.scenario.seed, name);
  }

  nextPacketNumber(): number {
    return this.#packets++;
  }

  deviceOfTopic(topicName: string): string | null {
    return this.#deviceByTopic.get(topicName) ?? null;
  }

  tell(event: RunEvent): void {
    this.#told.tell(event);
  }

  /** Keeps the place of an event that happens now and whose fields are known later. @param atEnd what is told when the run ends before */
  reserve(atEnd: () => RunEvent): (event: RunEvent) => void {
    return this.#told.reserve(atEnd);
  }

  /** Events that wait for a reserved place to be filled. */
  get waitingEvents(): number {
    return this.#told.waiting;
  }

  /** The events told since the last call, in order, as far as they are known. */
  takeTold(): readonly RunEvent[] {
    return this.#told.take();
  }

  /** The rest, when the run is over. */
  takeRest(): RunEvent[] {
    return this.#told.takeAll();
  }
}
