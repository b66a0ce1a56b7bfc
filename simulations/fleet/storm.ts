// A reconnection storm: from instant 0 on every device tries to come back, waits as its strategy says when it cannot, and takes what waits for it when it can. The broker is the real one; what its
// machine can take is a model (server.ts). Left out: loss on the way, TLS's bytes, keep alive (it is off), and what devices would publish themselves.
import type { RunBroker } from '../broker/runBroker.ts';
import { assert } from '../engine/assert.ts';
import { Fingerprint } from '../engine/hash.ts';
import { fromMilliseconds } from '../engine/time.ts';
import { SYN_RESENT_EVERY_MS } from '../network/tcp/lwipTimer.ts';
import { Agenda } from './agenda.ts';
import { Bins } from './bins.ts';
import { ATTEMPT_OUTCOMES, type AttemptOutcome, type FleetEnd, type StormSeries } from './fleetResult.ts';
import type { StormScenario } from './fleetScenario.ts';
import type { FleetStage } from './fleetStage.ts';
import { Server, wireBytes } from './server.ts';
import { RasterKeeper, StormDevices } from './stormDevices.ts';

/** A storm that has not settled by then is cut: a day, longer than anybody waits. Microseconds. */
const LONGEST = 24 * 3_600 * 1_000_000;
/** And after so many attempts, or so many that the broker itself turned away, which cost more: some seconds of the page's time. */
const MOST_ATTEMPTS = 5_000_000;
const MOST_TURNED_AWAY = 200_000;
const TICK = 1_000_000;
const FIRST_BIN_MS = 10;
/** Entries of the agenda between two breaths. */
const ENTRIES = 2_000;
/** CONNACK leaves before the messages behind it. Bytes, in 3.1.1; 5.0 has some more. */
const CONNACK_BYTES = 4;

/** What happens to a device. `synArrives` to `saysAtBroker` at the server, the others at the device. */
const WHAT = {
  attempt: 0,
  synArrives: 1,
  connectArrives: 2,
  letIn: 3,
  messagesArrive: 4,
  saysAtServer: 5,
  saysAtBroker: 6,
  fails: 7,
} as const;
type What = (typeof WHAT)[keyof typeof WHAT];
/** An entry is a number: what happens in 3 bits, to whom in 15, in which attempt in 13. Devices beyond the last one stand for the broker. */
const DEVICE_SHIFT = 3;
const SERIAL_SHIFT = 18;
const MOST_SERIAL = 0x1fff;
const THE_BROKER = 0x7fff;

export class Storm {
  readonly devices: StormDevices;
  readonly raster: RasterKeeper;
  readonly bins = new Bins<StormSeries>(
    {
      attempts: 'sum',
      back: 'sum',
      failed: 'sum',
      delivered: 'sum',
      deliveredBytes: 'sum',
      backSoFar: 'last',
      stored: 'last',
      backlog: 'last',
      heapBytes: 'most',
    },
    FIRST_BIN_MS,
  );
  readonly outcomes: Record<AttemptOutcome, number> = { accepted: 0, down: 0, full: 0, patience: 0, broker: 0 };
  attempts = 0;
  back = 0;
  sessionsPresent = 0;
  gaveUp = 0;
  delivered = 0;
  lastDelivery: number | null = null;
  servedInVain = 0;
  mostWaiting = 0;
  heapPeakBytes = 0;
  /** How each device's attempt failed that is about to learn of it. */
  readonly #failing: Uint8Array;
  readonly #tcpStood: Uint8Array;
  readonly #scenario: StormScenario;
  readonly #broker: RunBroker;
  readonly #stage: FleetStage;
  readonly #server: Server;
  readonly #agenda = new Agenda();
  readonly #fingerprint = new Fingerprint();
  /** When the storm begins on the broker's clock. Microseconds. */
  readonly #zero: number;
  #isUp: boolean;
  /** Entries that are not the broker's own. */
  #pending = 0;
  #sampleAtMs = FIRST_BIN_MS;
  /** When the broker is up again. */
  onUp: () => void = () => undefined;

  constructor(scenario: StormScenario, broker: RunBroker, stage: FleetStage, zero: number) {
    this.#scenario = scenario;
    this.#broker = broker;
    this.#stage = stage;
    this.#zero = zero;
    this.#server = new Server(scenario.server);
    this.devices = new StormDevices(scenario);
    this.raster = new RasterKeeper(scenario.sessions.devices);
    this.#failing = new Uint8Array(scenario.sessions.devices);
    this.#tcpStood = new Uint8Array(scenario.sessions.devices);
    this.#isUp = scenario.broker === 'running';
  }

  get nowMs(): number {
    return this.#agenda.now / 1_000;
  }

  get digest(): string {
    return this.#fingerprint.toString();
  }

  /** Runs the storm. Yields between pieces of it. */
  *run(): Generator<void, FleetEnd> {
    const { sessions, noticeSpreadMs, downMs } = this.#scenario;
    for (let device = 0; device < sessions.devices; device++) {
      this.#put(fromMilliseconds((noticeSpreadMs * device) / sessions.devices), WHAT.attempt, device);
    }
    if (!this.#isUp) this.#putBroker(fromMilliseconds(downMs), WHAT.connectArrives);
    this.#putBroker(TICK, WHAT.attempt);
    for (let taken = 1; this.#pending > 0; taken++) {
      if (this.#agenda.nextAt > LONGEST) return 'time';
      if (this.attempts >= MOST_ATTEMPTS || this.outcomes.broker >= MOST_TURNED_AWAY) return 'attempts';
      this.#sampleUntil(this.#agenda.nextAt / 1_000);
      if (this.heapPeakBytes > this.#scenario.server.memoryBytes) return 'memory';
      this.#happen(this.#agenda.take());
      if (taken % ENTRIES === 0) yield;
    }
    this.#sample();
    return 'settled';
  }

  #put(at: number, what: What, device: number): void {
    this.#pending++;
    this.#agenda.put(at, ((this.devices.serial[device] ?? 0) << SERIAL_SHIFT) | (device << DEVICE_SHIFT) | what);
  }

  #putBroker(at: number, what: What): void {
    if (what !== WHAT.attempt) this.#pending++;
    this.#agenda.put(at, (THE_BROKER << DEVICE_SHIFT) | what);
  }

  #happen(entry: number): void {
    const what = (entry & 7) as What;
    const device = (entry >> DEVICE_SHIFT) & THE_BROKER;
    const now = this.#agenda.now;
    if (device === THE_BROKER) {
      this.#brokerTurns(now, what);
      return;
    }
    this.#pending--;
    const isCurrent = entry >> SERIAL_SHIFT === this.devices.serial[device];
    if (isCurrent) this.#deviceTurns(now, what, device);
    else if (what === WHAT.connectArrives) this.servedInVain++;
  }

  #brokerTurns(now: number, what: What): void {
    this.#stage.advanceTo(this.#zero + now);
    if (what === WHAT.attempt) {
      this.#broker.tick();
      this.#putBroker(now + TICK, WHAT.attempt);
      return;
    }
    this.#pending--;
    const refusal = this.#broker.restart();
    assert(refusal === null, `the broker takes the configuration that it ran with, and its own file: ${refusal}`);
    this.#isUp = true;
    this.onUp();
  }

  #deviceTurns(now: number, what: What, device: number): void {
    switch (what) {
      case WHAT.attempt:
        return this.#attempt(now, device);
      case WHAT.synArrives:
        return this.#synArrives(now, device);
      case WHAT.connectArrives:
        return this.#connectArrives(now, device);
      case WHAT.letIn:
        return this.#letIn(now, device);
      case WHAT.messagesArrive:
        return this.#messagesArrive(now, device);
      case WHAT.saysAtServer:
        return this.#put(this.#server.freeFrom(now), WHAT.saysAtBroker, device);
      case WHAT.saysAtBroker:
        return this.#saysAtBroker(now, device);
      case WHAT.fails:
        return this.#fails(now, device);
    }
  }

  #delay(device: number): number {
    return this.devices.delay[device] ?? 0;
  }

  #deadline(device: number): number {
    return (this.devices.attemptAt[device] ?? 0) + fromMilliseconds(this.#scenario.patienceMs);
  }

  #attempt(now: number, device: number): void {
    const { devices } = this;
    this.attempts++;
    devices.attempts[device] = (devices.attempts[device] ?? 0) + 1;
    devices.attemptAt[device] = now;
    this.bins.add('attempts', now / 1_000, 1);
    this.#put(now + this.#delay(device), WHAT.synArrives, device);
  }

  #synArrives(now: number, device: number): void {
    const delay = this.#delay(device);
    if (!this.#isUp) return this.#willFail(now + delay, device, 'down', false);
    const served = this.#server.admit(now);
    this.mostWaiting = Math.max(this.mostWaiting, this.#server.waitingAt(now));
    if (served === null) return this.#turnedAway(now, device);
    const arrives = Math.ceil(Math.max(served, now + this.#scenario.server.handshakeRoundTrips * 2 * delay));
    // A device that leaves before its turn does not take the work from the server.
    this.#put(arrives, WHAT.connectArrives, device);
    if (arrives + delay > this.#deadline(device)) this.#willFail(this.#deadline(device), device, 'patience', true);
  }

  #turnedAway(now: number, device: number): void {
    const delay = this.#delay(device);
    const { whenFull } = this.#scenario.server;
    if (whenFull !== 'silence') return this.#willFail(now + delay, device, 'full', whenFull === 'close');
    const again = now + fromMilliseconds(SYN_RESENT_EVERY_MS);
    if (again < this.#deadline(device)) this.#put(again, WHAT.synArrives, device);
    else this.#willFail(Math.max(now, this.#deadline(device)), device, 'full', false);
  }

  #connectArrives(now: number, device: number): void {
    const { clients, connect } = this.#stage;
    this.#stage.advanceTo(this.#zero + now);
    const delay = this.#delay(device);
    if (!clients.connect(device, connect.bytes(device))) return this.#willFail(now + delay, device, 'broker', true);
    const { taker } = clients;
    const knows = taker.sessionPresent;
    if (knows) this.sessionsPresent++;
    const told = Math.ceil(this.#server.transmit(now, wireBytes(CONNACK_BYTES)) + delay);
    if (told > this.#deadline(device)) {
      if (knows) this.sessionsPresent--;
      return this.#willFail(Math.max(now, this.#deadline(device)), device, 'patience', true);
    }
    this.#put(told, WHAT.letIn, device);
    if (knows) this.#sendBurst(now, device, told);
    else this.devices.outgoing[device] = this.#stage.subscribe?.bytes(device).slice() ?? null;
  }

  /** What the broker gave in answer to the last call goes to the device, which will answer it. */
  #sendBurst(now: number, device: number, notBefore = now): void {
    const { taker } = this.#stage.clients;
    if (!taker.hasAnswers && taker.publishes === 0) return;
    const { topicBytes } = this.#scenario.sessions;
    const { payloadBytes } = this.#scenario.messages;
    this.devices.burst[device] = taker.publishes;
    this.devices.outgoing[device] = taker.takeAnswers();
    const bytes = wireBytes(taker.publishes * (payloadBytes + topicBytes + PUBLISH_OVERHEAD_BYTES) + CONNACK_BYTES);
    const left = this.#server.transmit(this.#server.handOver(now, taker.publishes), bytes);
    const onTheAir = (bytes * 8 * 1_000_000) / this.#scenario.link.bitsPerSecond;
    this.#put(Math.ceil(Math.max(notBefore, left + this.#delay(device) + onTheAir)), WHAT.messagesArrive, device);
  }

  #letIn(now: number, device: number): void {
    const { devices } = this;
    if (devices.backAt[device] === Number.POSITIVE_INFINITY) this.back++;
    devices.backAt[device] = now;
    this.#ended(now, device, 'accepted');
    this.bins.add('back', now / 1_000, 1);
    this.bins.add('backSoFar', now / 1_000, this.back);
    // Not back to a session of its own: it has to subscribe anew.
    if (devices.outgoing[device] !== null && devices.burst[device] === 0) this.#put(now + this.#delay(device), WHAT.saysAtServer, device);
  }

  #messagesArrive(now: number, device: number): void {
    const messages = this.devices.burst[device] ?? 0;
    this.devices.burst[device] = 0;
    this.delivered += messages;
    if (messages > 0) {
      this.lastDelivery = now;
      this.bins.add('delivered', now / 1_000, messages);
      this.bins.add('deliveredBytes', now / 1_000, messages * this.#scenario.messages.payloadBytes);
    }
    this.#fingerprint.addNumber(now);
    this.#put(now + this.#delay(device), WHAT.saysAtServer, device);
  }

  #saysAtBroker(now: number, device: number): void {
    const bytes = this.devices.outgoing[device];
    this.devices.outgoing[device] = null;
    if (bytes === null || bytes === undefined) return;
    this.#stage.advanceTo(this.#zero + now);
    if (this.#stage.clients.say(device, bytes)) return this.#sendBurst(now, device);
    // The broker has closed the connection: the device comes back from the beginning.
    this.back--;
    this.devices.backAt[device] = Number.POSITIVE_INFINITY;
    this.#willFail(now + this.#delay(device), device, 'broker', true);
  }

  #willFail(at: number, device: number, outcome: AttemptOutcome, tcpStood: boolean): void {
    this.#failing[device] = ATTEMPT_OUTCOMES.indexOf(outcome);
    this.#tcpStood[device] = tcpStood ? 1 : 0;
    this.#put(at, WHAT.fails, device);
  }

  #fails(now: number, device: number): void {
    const { devices } = this;
    const outcome = ATTEMPT_OUTCOMES[this.#failing[device] ?? 0] ?? 'broker';
    this.#ended(now, device, outcome);
    this.bins.add('failed', now / 1_000, 1);
    devices.serial[device] = ((devices.serial[device] ?? 0) + 1) & MOST_SERIAL;
    devices.outgoing[device] = null;
    devices.burst[device] = 0;
    if (outcome !== 'down' && outcome !== 'full') {
      this.#stage.advanceTo(this.#zero + now);
      this.#stage.clients.close(device);
    }
    const wait = devices.waitAfterFailure(device, this.#tcpStood[device] === 1);
    if (wait === null) this.gaveUp++;
    else this.#put(now + wait, WHAT.attempt, device);
  }

  #ended(now: number, device: number, outcome: AttemptOutcome): void {
    this.outcomes[outcome]++;
    this.raster.keep(device, this.devices.attemptAt[device] ?? 0, outcome);
    this.#fingerprint.addNumber(now);
    this.#fingerprint.addNumber(device * ATTEMPT_OUTCOMES.length + ATTEMPT_OUTCOMES.indexOf(outcome));
  }

  /** Looks at the broker at the end of each bin in which something happened. */
  #sampleUntil(nextMs: number): void {
    if (nextMs < this.#sampleAtMs) return;
    this.#sample();
    this.#sampleAtMs = this.bins.endOfBin(nextMs);
  }

  #sample(): void {
    const { storedMessages, heapBytes } = this.#stage.standing();
    const at = this.nowMs;
    this.heapPeakBytes = Math.max(this.heapPeakBytes, heapBytes);
    this.bins.add('stored', at, storedMessages);
    this.bins.add('heapBytes', at, heapBytes);
    this.bins.add('backlog', at, this.#server.waitingAt(this.#agenda.now));
  }
}

/** Of a PUBLISH at QoS 1 or 2 beside topic and payload: fixed header, the topic's length, packet id. Bytes. */
const PUBLISH_OVERHEAD_BYTES = 7;
