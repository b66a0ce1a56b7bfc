// Getting the code: from a file, from addresses, from bytes, in a worker; and what is said when there is none.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { brotliCompressSync } from 'node:zlib';
import { createBroker, loadMosquitto } from 'mosquitto-wasm';
import { describe, expect, it } from 'vitest';

const url = new URL(import.meta.resolve('mosquitto-wasm/mosquitto.wasm'));
const read = () => readFile(fileURLToPath(url));

describe('the code', () => {
  it('is loaded once from beside the library where nothing else is said', async () => {
    expect(await loadMosquitto()).toBe(await loadMosquitto());
  });

  it.each([
    ['a file’s address', () => url],
    ['a file’s address as text', () => url.href],
    ['an address to fetch', async () => `data:application/octet-stream;base64,${(await read()).toString('base64')}`],
    ['bytes', read],
    ['an ArrayBuffer', async () => Uint8Array.from(await read()).buffer],
    // A server may well call it something else than application/wasm.
    ['an answer of another type', async () => new Response(await read(), { headers: { 'content-type': 'text/plain' } })],
    ['a compiled module', async () => WebAssembly.compile(await read())],
  ])('is taken from %s', async (_what, source) => {
    const broker = await createBroker({ module: await loadMosquitto(await source()) });
    expect(broker.stop()).toEqual({});
  });

  it('can be posted to a worker', async () => {
    const worker = new Worker(
      `import { parentPort, workerData } from 'node:worker_threads';
       const { createBroker } = await import(workerData.library);
       const broker = await createBroker({ module: workerData.module });
       parentPort.postMessage(broker.version);`,
      { eval: true, workerData: { library: import.meta.resolve('mosquitto-wasm'), module: await loadMosquitto() } },
    );
    expect(await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))).toBe('2.0.21');
    await worker.terminate();
  });

  it('is at most 100 KB with brotli', async () => {
    expect(brotliCompressSync(await read()).length).toBeLessThan(100_000);
  });
});

describe('code that cannot be had', () => {
  it.each([
    ['no such file', new URL('file:///nowhere/mosquitto.wasm')],
    ['no address', 'not an address'],
    ['nothing to fetch', 'data:nonsense'],
    ['no WebAssembly', new Uint8Array([1, 2, 3, 4])],
    ['an answer that is an error', new Response('gone', { status: 404 })],
  ])('%s', async (_what, source) => {
    const error = { name: 'BrokerError', code: 'load', cause: expect.anything(), message: expect.stringContaining('could not be loaded') };
    await expect(loadMosquitto(source)).rejects.toMatchObject(error);
  });
});
