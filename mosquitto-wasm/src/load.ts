// Gets and compiles mosquitto.wasm: in Node from the file, in a page or a worker by fetch. Compiled from bytes rather than
// from the stream, so that a server that names the wrong MIME type does no harm.

import { BrokerError } from './errors.js';

/** What {@link loadMosquitto} can take the code from. */
export type MosquittoSource = URL | string | BufferSource | Response | WebAssembly.Module;

async function readFile(url: URL): Promise<BufferSource> {
  // Asked of the process rather than imported, so that no bundler tries to bring Node's modules into a page.
  const files = globalThis.process?.getBuiltinModule?.('node:fs/promises');
  if (files === undefined) throw new Error('files can be read in Node only');
  return files.readFile(url);
}

async function readResponse(response: Response): Promise<BufferSource> {
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${response.url}`);
  return response.arrayBuffer();
}

function readUrl(address: URL | string): Promise<BufferSource> {
  const url = new URL(address, globalThis.location?.href);
  return url.protocol === 'file:' ? readFile(url) : fetch(url).then(readResponse);
}

async function readBytes(source: URL | string | BufferSource | Response): Promise<BufferSource> {
  if (typeof source === 'string' || source instanceof URL) return readUrl(source);
  if (typeof Response !== 'undefined' && source instanceof Response) return readResponse(source);
  return source as BufferSource;
}

async function compile(source: MosquittoSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  try {
    return await WebAssembly.compile(await readBytes(source));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrokerError('load', `Mosquitto's code could not be loaded: ${reason}`, { cause });
  }
}

let shared: Promise<WebAssembly.Module> | undefined;

/**
 * Compiles Mosquitto's code. The result may be used for any number of brokers and be posted to workers.
 *
 * @param source where the code is: an address, its bytes, an answer of `fetch`, or a compiled module, which is given back.
 *   Default: the file that lies beside this one, compiled once and shared.
 * @throws BrokerError code `load`
 */
export function loadMosquitto(source?: MosquittoSource): Promise<WebAssembly.Module> {
  if (source !== undefined) return compile(source);
  shared ??= compile(new URL('./mosquitto.wasm', import.meta.url)).catch((error) => {
    // The next caller may find the network mended.
    shared = undefined;
    throw error;
  });
  return shared;
}
