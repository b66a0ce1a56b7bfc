// A fleet at rest: messages come for devices that are away, second by second; each device comes back at its own time, takes what waits, and goes again. Left out: the way between device and broker,
// which takes no time here, and the limits of the broker's machine: in an hour's rest neither counts.
import type { RunBroker } from '../broker/runBroker.ts';
import { Fingerprint } from '../engine/hash.ts';
import { Bins } from './bins.ts';
import type { BrokerStanding, FleetEnd, RestSeries } from './fleetResult.ts';
import type { RestScenario } from './fleetScenario.ts';
import type { FleetStage } from './fleetStage.ts';

const SECOND_MS = 1_000;
const HOUR_SECONDS = 3_600;
const FIRST_BIN_MS = 1_000;
/** Heap above which a tab is no longer safe. Bytes. */
export const MOST_HEAP_BYTES = 1_200_000_000;
/** Messages and visits between two breaths, ticks counted a little. */
const WORK = 500;
const A_TICK = 5;
const A_VISIT = 20;

export class Rest {
  readonly bins = new Bins<RestSeries>(
    { sent: 'sum', delivered: 'sum', stored: 'last', sessions: 'last', heapBytes: 'most' },
    FIRST_BIN_MS,
  );
  readonly lastsMs: number;
  nowMs = 0;
  sent = 0;
  delivered = 0;
  dropped = 0;
  wakeUps = 0;
  sessionsPresent = 0;
  heapPeakBytes = 0;
  away: BrokerStanding | null = null;
  readonly #scenario: RestScenario;
  readonly #broker: RunBroker;
  readonly #stage: FleetStage;
  readonly #fingerprint = new Fingerprint();

  constructor(scenario: RestScenario, broker: RunBroker, stage: FleetStage) {
    this.#scenario = scenario;
    this.#broker = broker;
    this.#stage = stage;
    this.lastsMs = scenario.awaySeconds * Math.max(1, scenario.wakes) * SECOND_MS;
  }

  get digest(): string {
    return this.#fingerprint.toString();
  }

  /** Runs it; the publisher has gone at the end. Yields between pieces of it. */
  *run(): Generator<void, FleetEnd> {
    const { wakes, awaySeconds, wakeSpreadSeconds, sessions } = this.#scenario;
    const { devices } = sessions;
    this.#stage.startPublisher();
    const droppedBefore = this.#broker.metrics()?.publishDropped ?? 0;
    let published = 0;
    let visited = 0;
    let work = 0;
    const visits = wakes * devices;
    for (let second = 1; second * SECOND_MS <= this.lastsMs; second++) {
      this.nowMs = second * SECOND_MS;
      this.#stage.advanceTo(second * 1_000_000);
      this.#broker.tick();
      work += A_TICK;
      for (const due = this.#messagesBy(second); published < due; ) {
        const messages = Math.min(WORK, due - published);
        this.#publish(messages);
        published += messages;
        work += messages;
        if (work >= WORK) {
          work = 0;
          yield;
        }
      }
      while (visited < visits && this.#visitAt(visited, devices, awaySeconds, wakeSpreadSeconds) <= second) {
        if (visited % devices === 0) this.#roundBegins();
        this.#visit(visited % devices);
        visited++;
        work += A_VISIT;
        if (work >= WORK) {
          work = 0;
          yield;
        }
      }
      if (this.#isLastOfBin(second)) this.#sample();
      if (this.heapPeakBytes > MOST_HEAP_BYTES) return this.#leave(droppedBefore, 'memory');
      if (work >= WORK) {
        work = 0;
        yield;
      }
    }
    return this.#leave(droppedBefore, 'settled');
  }

  #leave(droppedBefore: number, reason: FleetEnd): FleetEnd {
    this.#sample();
    this.away ??= this.#stage.standing();
    this.dropped = (this.#broker.metrics()?.publishDropped ?? 0) - droppedBefore;
    this.#stage.stopPublisher();
    return reason;
  }

  /** The first device of the fleet is about to wake: now the most is waiting. */
  #roundBegins(): void {
    this.#sample();
    this.away ??= this.#stage.standing();
  }

  /** Messages that have been sent by then: of a shared one, itself; else one for each device in turn. */
  #messagesBy(second: number): number {
    const { messagesPerHour, messages, sessions } = this.#scenario;
    if (sessions.subscriptionsEach === 0) return 0;
    return Math.floor((messagesPerHour * second * (messages.shared ? 1 : sessions.devices)) / HOUR_SECONDS);
  }

  #publish(messages: number): void {
    this.#stage.publish(messages);
    const copies = this.#scenario.messages.shared ? messages * this.#scenario.sessions.devices : messages;
    this.sent += copies;
    this.bins.add('sent', this.nowMs, copies);
  }

  /** The `index`-th visit of all: each device in turn, spread so that the last one of a round comes when the time away is over. Seconds. */
  #visitAt(index: number, devices: number, awaySeconds: number, spreadSeconds: number): number {
    const round = Math.floor(index / devices) + 1;
    return round * awaySeconds - spreadSeconds * (1 - ((index % devices) + 1) / devices);
  }

  #visit(device: number): void {
    const visit = this.#stage.visit(device);
    this.wakeUps++;
    if (visit === null) return;
    if (visit.sessionPresent) this.sessionsPresent++;
    this.delivered += visit.taken;
    this.bins.add('delivered', this.nowMs, visit.taken);
    this.#fingerprint.addNumber(this.nowMs);
    this.#fingerprint.addNumber(visit.taken);
  }

  #isLastOfBin(second: number): boolean {
    return (second + 1) * SECOND_MS >= this.bins.endOfBin(second * SECOND_MS);
  }

  #sample(): void {
    const { sessions, storedMessages, heapBytes } = this.#stage.standing();
    this.heapPeakBytes = Math.max(this.heapPeakBytes, heapBytes);
    this.bins.add('stored', this.nowMs, storedMessages);
    this.bins.add('sessions', this.nowMs, sessions);
    this.bins.add('heapBytes', this.nowMs, heapBytes);
  }
}
