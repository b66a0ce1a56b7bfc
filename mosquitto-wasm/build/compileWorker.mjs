// One compiler in a thread of its own: receives the file tree once, then one source file a message, and answers with the object file.

import { parentPort, workerData } from 'node:worker_threads';
import { clang } from './toolchain.mjs';

const { tree } = /** @type {{ tree: import('./toolchain.mjs').Tree }} */ (workerData);

parentPort?.on('message', async (/** @type {{ path: string, args: string[] }} */ { path, args }) => {
  try {
    const output = await clang([...args, '-c', path, '-o', 'out.o'], tree);
    parentPort?.postMessage({ path, object: output['out.o'] });
  } catch (error) {
    parentPort?.postMessage({ path, problem: error instanceof Error ? error.message : String(error) });
  }
});
