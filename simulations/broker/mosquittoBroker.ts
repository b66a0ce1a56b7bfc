// The in-page Mosquitto as a run's broker: its clock is the run's clock, its chance comes from the run's seed.
import type { Broker, BrokerOptions } from 'mosquitto-wasm';
import { randomStream } from '../engine/random.ts';
import { type Microseconds, START, toMilliseconds } from '../engine/time.ts';
import type { RunBroker } from './runBroker.ts';

/** Where virtual time starts on the broker's calendar: 2026-01-01T00:00:00Z. Milliseconds since the Unix epoch. */
export const VIRTUAL_EPOCH_MS = 1_767_225_600_000;

export type CreateBroker = (options: BrokerOptions) => Promise<Broker>;

export interface MosquittoBrokerOptions {
  /** `createBroker` of `mosquitto-wasm`, with its compiled module bound where that is at hand. */
  readonly createBroker: CreateBroker;
  /** mosquitto.conf. Rejects with the broker's own message when it refuses it. */
  readonly config: string;
  readonly seed: number;
}

/** Starts Mosquitto for one run. What it logs while starting is given as soon as `onLog` is set. */
export async function startMosquitto({ createBroker, config, seed }: MosquittoBrokerOptions): Promise<RunBroker> {
  let now: Microseconds = START;
  let listener: RunBroker['onLog'] = null;
  const early: { level: string; text: string }[] = [];
  const chance = randomStream(seed, 'broker');
  const broker = await createBroker({
    config,
    clock: () => VIRTUAL_EPOCH_MS + toMilliseconds(now),
    random: (bytes) => chance.fill(bytes),
    onLog: ({ level, text }) => {
      if (listener === null) early.push({ level, text });
      else listener(level, text);
    },
  });
  return {
    version: broker.version,
    advanceTo: (instant) => {
      now = instant;
    },
    tick: () => broker.tick(),
    connect: (address) => {
      try {
        return broker.connect({ address });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'refused') return null;
        throw error;
      }
    },
    get onLog() {
      return listener;
    },
    set onLog(next) {
      listener = next;
      if (next !== null) for (const { level, text } of early.splice(0)) next(level, text);
    },
    stop: () => {
      listener = null;
      broker.kill();
    },
  };
}
