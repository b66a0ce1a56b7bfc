// What the broker weighs and how long one instance takes to start.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createBroker, loadMosquitto } from 'mosquitto-wasm';
import { type Figure, median } from './figure.ts';

const STARTS = 51;

export async function sizeFigures(): Promise<Figure[]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('mosquitto-wasm/mosquitto.wasm'));
  const brotli = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const module = await loadMosquitto(wasm);
  const starts: number[] = [];
  for (let index = 0; index < STARTS; index++) {
    const started = performance.now();
    const broker = await createBroker({ config: 'listener 1883\nallow_anonymous true\n', module });
    starts.push(performance.now() - started);
    broker.kill();
  }
  return [
    { name: 'mosquitto.wasm, brotli', value: brotli / 1_000, unit: 'kB', aim: '<= 100' },
    { name: 'mosquitto.wasm, gzip', value: gzipSync(wasm).length / 1_000, unit: 'kB', aim: null },
    { name: 'start of a broker, median', value: median(starts), unit: 'ms', aim: '<= 10' },
  ];
}
