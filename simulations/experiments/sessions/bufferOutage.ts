// The outage of `offlinePublisher` with a buffer, as a calculator needs it: PubSubClient, which keeps nothing by itself, so that the buffer alone decides; the readings at any phase,
// and a run long enough for the buffer to empty. QoS 0, the only level at which PubSubClient publishes.
import { joinMs, SIGNAL_LOSS_NOTICED_MS } from '../../devices/wifi.ts';
import type { OfflineBufferScenario } from '../../program.ts';
import type { Scenario } from '../../scenario.ts';
import { OUTAGE_FROM_MS, offlinePublisher } from './offlinePublisher.ts';

export interface BufferOutageSetting {
  /** From one reading to the next. Milliseconds, 10 to 3,600,000. */
  readonly everyMs: number;
  /** Seconds, above the 8.5 that the chip takes to notice, to 150,000. */
  readonly outageSeconds: number;
  readonly buffer: OfflineBufferScenario;
  /** Shifts all readings by so much: decides where in the outage they fall. Milliseconds, 0 to 3,500,000. */
  readonly phaseMs: number;
  /** The run goes on so long after the Wi-Fi is back. Milliseconds. */
  readonly settleMs: number;
}

/** There and back takes 100 ms: TCP opens in one, CONNECT is answered in another. */
const CONNECTING_MS = 200;
/** When the program of `offlinePublisher` runs: started at 500 ms, booted 300 ms later. */
const RUNS_FROM_MS = 800;
/** It is connected by then, so that no reading of the start waits in the buffer. After it began to run. Milliseconds. */
const FIRST_AFTER_MS = 2_500;

/** From the moment at which the program knows that it is offline until it is connected again. Milliseconds. 30 s: 23,100. */
export function offlineMs(outageSeconds: number): number {
  return outageSeconds * 1_000 - SIGNAL_LOSS_NOTICED_MS + joinMs('knownChannel') + CONNECTING_MS;
}

export function bufferOutage({ everyMs, outageSeconds, buffer, phaseMs, settleMs }: BufferOutageSetting): Scenario {
  const scenario = offlinePublisher({ library: 'pubSubClient', qos: 0, keepsSession: true, everyMs, outageSeconds, buffer });
  const firstAfterMs = FIRST_AFTER_MS + phaseMs;
  const lastsMs = OUTAGE_FROM_MS + outageSeconds * 1_000 + settleMs;
  const count = Math.min(10_000, Math.max(1, Math.ceil((lastsMs - RUNS_FROM_MS - firstAfterMs) / everyMs)));
  const programs = (scenario.programs ?? []).map((program) =>
    program.publishing === null ? program : { ...program, publishing: { ...program.publishing, firstAfterMs, count } },
  );
  return { ...scenario, programs, lastsMs };
}
