// Performs one run in slices, so that whoever shares the thread is heard in between: the same in the worker and in a test.
import { type StartBroker, startMosquitto } from '../broker/mosquittoBroker.ts';
import { addToDigest } from '../digest.ts';
import { Fingerprint } from '../engine/hash.ts';
import type { RunEnded } from '../events.ts';
import type { DeviceFigures } from '../measures/figures.ts';
import type { Scenario } from '../scenario.ts';
import { simulate } from '../simulate.ts';
import { Recording } from './recording.ts';

/** Events between two looks at the clock and the post. */
const EVENTS_PER_LOOK = 500;

export interface Pace {
  readonly startBroker: StartBroker;
  /** Called between slices; resolves when the run may go on. Rejects to end it. */
  readonly breathe: (recording: Recording) => Promise<void> | void;
}

export interface PerformedRun {
  readonly recording: Recording;
  readonly endedBy: RunEnded['reason'];
  readonly digest: string;
  readonly brokerVersion: string;
}

export async function performRun(scenario: Scenario, { startBroker, breathe }: Pace): Promise<PerformedRun> {
  const broker = startMosquitto({
    startBroker,
    config: scenario.brokerConfig,
    files: scenario.brokerFiles ?? {},
    seed: scenario.seed,
  });
  try {
    const recording = new Recording(scenario);
    const fingerprint = new Fingerprint();
    let endedBy: RunEnded['reason'] = 'settled';
    for (const event of simulate(scenario, broker)) {
      recording.add(event);
      addToDigest(fingerprint, event);
      if (event.kind === 'ended') endedBy = event.reason;
      if (recording.length % EVENTS_PER_LOOK === 0) await breathe(recording);
    }
    return { recording, endedBy, digest: fingerprint.toString(), brokerVersion: broker.version };
  } finally {
    broker.stop();
  }
}

/** Only the figures of a run: for sweeps over many seeds. */
export async function performForFigures(scenario: Scenario, pace: Pace): Promise<DeviceFigures[]> {
  const { recording } = await performRun(scenario, pace);
  return recording.figures();
}
