// Hands out port numbers that are free on this machine, upstream's default first in line for the tests that know no other.
import { createServer } from 'node:net';

export const DEFAULT_PORT = 1888;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)));
  });

/**
 * @param {number} count how many ports besides the default one
 * @returns {Promise<number[]>} the default port, if it is free, and `count` others above it
 */
export async function freePorts(count) {
  const found = (await isFree(DEFAULT_PORT)) ? [DEFAULT_PORT] : [];
  const wanted = found.length + count;
  for (let port = DEFAULT_PORT + 1; found.length < wanted && port < 65536; port += 1) if (await isFree(port)) found.push(port);
  return found;
}
