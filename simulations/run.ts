// What the parts of a run share: the agenda, the time, the broker, chance by name, and the place where events are told.

import type { RunBroker } from './broker/runBroker.ts';
import { type Appointment, EventQueue } from './engine/eventQueue.ts';
import { type RandomStream, randomStream } from './engine/random.ts';
import { later, type Microseconds, START } from './engine/time.ts';
import type { RunEvent } from './events.ts';
import type { Scenario } from './scenario.ts';

export class Run {
  readonly scenario: Scenario;
  readonly broker: RunBroker;
  readonly queue = new EventQueue();
  #now: Microseconds = START;
  #told: RunEvent[] = [];
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
    this.#told.push(event);
  }

  /** The events told since the last call, in order. */
  takeTold(): RunEvent[] {
    const told = this.#told;
    this.#told = [];
    return told;
  }
}
