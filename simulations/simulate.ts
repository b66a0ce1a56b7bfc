// The loop: scenario in, events out. The broker decides what happens at its end; everything else is in the scenario, chance included.

import { addressOf } from './addresses.ts';
import type { RunBroker } from './broker/runBroker.ts';
import { Esp32 } from './devices/esp32.ts';
import { Reader } from './devices/reader.ts';
import { fromMilliseconds, type Microseconds } from './engine/time.ts';
import type { RunEnded, RunEvent } from './events.ts';
import { performScript } from './performScript.ts';
import { Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import { SessionWatcher } from './sessionWatcher.ts';

/** A run that is not settled after this long in virtual time is cut: 48 hours, far more than any scenario's own messages can take. */
export const LONGEST_RUN = fromMilliseconds(48 * 3_600_000);
/** And after this many events: what a tab can hold of one run (about 1 GB). */
export const MOST_EVENTS = 3_000_000;

const TICK = fromMilliseconds(1_000);

/**
 * Runs a scenario that `checkScenario` finds no problem in, on a fresh broker, and yields its events in order; the last is `ended`.
 * The caller stops the broker. Same scenario, same events.
 */
export function* simulate(scenario: Scenario, broker: RunBroker): Generator<RunEvent, void> {
  const run = new Run(scenario, broker);
  broker.onLog = (level, text) => run.tell({ kind: 'brokerLog', at: run.now, level, text });
  const watcher = scenario.watchSessions === true ? new SessionWatcher(run) : null;
  populate(run);
  const mostEvents = scenario.mostEvents ?? MOST_EVENTS;
  let told = 0;
  for (;;) {
    for (const event of run.takeTold()) {
      told++;
      yield event;
    }
    watcher?.look();
    for (const event of run.takeTold()) yield event;
    if (run.queue.foreground === 0) return yield* ending(run, 'settled');
    if (told + run.waitingEvents >= mostEvents || run.now >= LONGEST_RUN) return yield* ending(run, 'limit');
    const next = run.queue.take();
    if (next === undefined) return yield* ending(run, 'settled');
    run.advanceTo(next.at);
    next.action();
  }
}

/** Puts everybody in place. Devices are powered on when every subscription stands, so that no message comes too early for it. */
function populate(run: Run): void {
  const { devices, subscribers } = run.scenario;
  const tick = (): void => {
    run.broker.tick();
    run.queue.at((run.now + TICK) as Microseconds, tick, { background: true });
  };
  run.queue.at(TICK, tick, { background: true });

  performScript(run);
  const chips = devices.map((device, index) => new Esp32(run, device, addressOf('device', index)));
  let awaited = subscribers.length;
  const powerOn = (): void => {
    for (const chip of chips) chip.powerOn();
  };
  if (awaited === 0) powerOn();
  for (const [index, subscriber] of subscribers.entries()) {
    new Reader(run, subscriber, addressOf('subscriber', index), () => {
      awaited--;
      if (awaited === 0) powerOn();
    }).start();
  }
}

function* ending(run: Run, reason: RunEnded['reason']): Generator<RunEvent, void> {
  yield* run.takeRest();
  yield { kind: 'ended', at: run.now, reason };
}
