// Port numbers for the tests. Two runs on one machine must not meet: each claims a block of ports for as long as it lasts,
// by listening on the block's first port, and takes turns at upstream's default port, which one test insists on.
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export const DEFAULT_PORT = 1888;
/** Whoever listens here may use the default port. */
const DEFAULT_PORT_LOCK = 1887;
/** Below the ports that operating systems give to clients. */
const BLOCKS = { first: 20_000, size: 50, count: 200 };
const LOCK_TRIES = 600;
const LOCK_PAUSE_MS = 200;

/** @returns {Promise<(() => Promise<void>) | null>} lets the port go again; `null`: somebody has it */
function hold(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, exclusive: true }, () => {
      server.unref();
      resolve(() => new Promise((closed) => server.close(() => closed())));
    });
  });
}

async function isFree(port) {
  const release = await hold(port);
  await release?.();
  return release !== null;
}

/**
 * @param {number} count how many ports, up to 49
 * @returns {Promise<{ ports: number[], release: () => Promise<void> }>}
 * @throws when every block is taken
 */
export async function claimPorts(count) {
  for (let block = 0; block < BLOCKS.count; block += 1) {
    const first = BLOCKS.first + block * BLOCKS.size;
    const release = await hold(first);
    if (release === null) continue;
    const ports = [];
    for (let port = first + 1; ports.length < count && port < first + BLOCKS.size; port += 1) if (await isFree(port)) ports.push(port);
    if (ports.length === count) return { ports, release };
    await release();
  }
  throw new Error('no free ports for the tests');
}

/**
 * Waits for its turn at the default port.
 * @returns {Promise<(() => Promise<void>) | null>} ends the turn; `null`: another program has the port and keeps it
 */
export async function claimDefaultPort() {
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    const release = await hold(DEFAULT_PORT_LOCK);
    if (release !== null) {
      if (await isFree(DEFAULT_PORT)) return release;
      await release();
    }
    await delay(LOCK_PAUSE_MS);
  }
  return null;
}
