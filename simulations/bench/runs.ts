// A whole run of the QoS experiment, 3 x 1,000 messages at 20 % loss, in Node.
import { loadMosquitto, startBroker } from 'mosquitto-wasm';
import { QOS_DELIVERY_DEFAULTS, qosDeliveryScenario } from '../experiments/qosDelivery.ts';
import { performRun } from '../worker/performRun.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 5;

export async function runFigures(): Promise<Figure[]> {
  const module = await loadMosquitto();
  const scenario = qosDeliveryScenario({ ...QOS_DELIVERY_DEFAULTS, messages: 1_000 });
  const seconds: number[] = [];
  let events = 0;
  for (let index = 0; index < RUNS; index++) {
    const started = performance.now();
    const { recording } = await performRun(scenario, {
      startBroker: (options) => startBroker({ ...options, module }),
      breathe: () => undefined,
    });
    seconds.push((performance.now() - started) / 1_000);
    events = recording.length;
  }
  return [
    { name: 'run of 3 x 1,000 messages at 20 % loss, Node', value: median(seconds), unit: 's', aim: '<= 1' },
    { name: 'events in it', value: events, unit: '', aim: null },
  ];
}
