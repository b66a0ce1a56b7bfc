// A fleet's run: scenario in, snapshots on the way, result at the end. The broker decides what happens at its end; the same scenario gives the same result, in Node and in every browser.
import type { RunBroker } from '../broker/runBroker.ts';
import type { FleetEnd, FleetResult, FleetUpdate, RestResult, StormResult } from './fleetResult.ts';
import type { FleetScenario, RestScenario, StormScenario } from './fleetScenario.ts';
import { A_BREATH, FleetStage } from './fleetStage.ts';
import { Rest } from './rest.ts';
import { Storm } from './storm.ts';

const SECOND = 1_000_000;
const BEGINNING: FleetUpdate = { phase: 'sessions', done: 0, nowMs: 0, back: 0, delivered: 0, attempts: 0, heapBytes: 0 };

/** Runs a scenario that `checkFleet` finds no problem in, on a fresh broker. Yields between small pieces of work. The caller stops the broker. */
export function simulateFleet(scenario: StormScenario, broker: RunBroker): Generator<FleetUpdate, StormResult>;
export function simulateFleet(scenario: FleetScenario, broker: RunBroker): Generator<FleetUpdate, FleetResult>;
export function simulateFleet(scenario: FleetScenario, broker: RunBroker): Generator<FleetUpdate, FleetResult> {
  return scenario.story === 'storm' ? simulateStorm(scenario, broker) : simulateRest(scenario, broker);
}

function* simulateStorm(scenario: StormScenario, broker: RunBroker): Generator<FleetUpdate, StormResult> {
  const { sessions, messages, queuedEach, awaySeconds } = scenario;
  const stage = new FleetStage(scenario, broker);
  const empty = stage.standing();
  for (const done of stage.everyDevice(true)) yield { ...BEGINNING, done };
  const droppedBefore = broker.metrics()?.publishDropped ?? 0;
  stage.startPublisher();
  const all = queuedEach * (messages.shared ? 1 : sessions.devices);
  let endedBy: FleetEnd = 'settled';
  for (let sent = 0; sent < all; sent += A_BREATH) {
    stage.publish(Math.min(A_BREATH, all - sent));
    const { heapBytes } = stage.standing();
    if (heapBytes > scenario.server.memoryBytes) {
      endedBy = 'memory';
      break;
    }
    yield { ...BEGINNING, phase: 'messages', done: sent / all, heapBytes };
  }
  stage.stopPublisher();
  for (let second = 1; second <= awaySeconds; second++) {
    stage.advanceTo(second * SECOND);
    broker.tick();
    if (second % A_BREATH === 0) yield { ...BEGINNING, phase: 'messages', done: 1 };
  }
  const before = stage.standing();
  const dropped = (broker.metrics()?.publishDropped ?? 0) - droppedBefore;
  yield { ...BEGINNING, phase: 'restart', heapBytes: before.heapBytes };
  const zero = awaySeconds * SECOND;
  if (scenario.broker !== 'running') broker.halt(scenario.broker === 'stopped' ? 'stop' : 'kill');
  const storm = new Storm(scenario, broker, stage, zero);
  let after = before;
  storm.onUp = () => {
    after = stage.standing();
  };
  if (endedBy === 'settled') {
    const run = storm.run();
    for (let step = run.next(); ; step = run.next()) {
      if (step.done === true) {
        endedBy = step.value;
        break;
      }
      const { nowMs, back, delivered, attempts } = storm;
      yield { phase: 'storm', done: back / sessions.devices, nowMs, back, delivered, attempts, heapBytes: storm.heapPeakBytes };
    }
  }
  const { devices, raster, bins, lastDelivery } = storm;
  return {
    story: 'storm',
    scenario,
    endedBy,
    endsAtMs: storm.nowMs,
    empty,
    before,
    after,
    attempts: storm.attempts,
    outcomes: storm.outcomes,
    back: storm.back,
    sessionsPresent: storm.sessionsPresent,
    gaveUp: storm.gaveUp,
    halfBackMs: devices.backMs(0.5),
    mostBackMs: devices.backMs(0.95),
    allBackMs: devices.backMs(1),
    delivered: storm.delivered,
    deliveredBytes: storm.delivered * messages.payloadBytes,
    lastDeliveryMs: lastDelivery === null ? null : lastDelivery / 1_000,
    dropped,
    heapPeakBytes: storm.heapPeakBytes,
    servedInVain: storm.servedInVain,
    mostWaiting: storm.mostWaiting,
    over: bins.result(),
    raster: raster.result(),
    log: stage.log,
    brokerVersion: broker.version,
    digest: storm.digest,
  };
}

function* simulateRest(scenario: RestScenario, broker: RunBroker): Generator<FleetUpdate, RestResult> {
  const stage = new FleetStage(scenario, broker);
  const empty = stage.standing();
  for (const done of stage.everyDevice(false)) yield { ...BEGINNING, done: done / 2 };
  const sessions = stage.standing();
  for (const done of stage.everyDevice(true)) yield { ...BEGINNING, done: 0.5 + done / 2 };
  const subscribed = stage.standing();
  const rest = new Rest(scenario, broker, stage);
  const run = rest.run();
  for (;;) {
    const step = run.next();
    if (step.done === true) {
      return {
        story: 'rest',
        scenario,
        endedBy: step.value,
        endsAtMs: rest.nowMs,
        empty,
        sessions,
        subscribed,
        away: rest.away ?? stage.standing(),
        end: stage.standing(),
        sent: rest.sent,
        delivered: rest.delivered,
        dropped: rest.dropped,
        wakeUps: rest.wakeUps,
        sessionsPresent: rest.sessionsPresent,
        heapPeakBytes: rest.heapPeakBytes,
        over: rest.bins.result(),
        log: stage.log,
        brokerVersion: broker.version,
        digest: rest.digest,
      };
    }
    const { nowMs, wakeUps, delivered, heapPeakBytes } = rest;
    yield { phase: 'rest', done: nowMs / rest.lastsMs, nowMs, back: wakeUps, delivered, attempts: 0, heapBytes: heapPeakBytes };
  }
}
