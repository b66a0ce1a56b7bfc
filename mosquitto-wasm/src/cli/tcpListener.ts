// Plain MQTT over TCP: one server for each address of a listener, one carrier for each socket.
import { createServer, type Server, type Socket } from 'node:net';
import type { Connection } from '../api.js';
import type { BindAddress } from './addresses.js';
import { type Carrier, carry } from './carry.js';

/** How long a connection that the broker closed may take to hand over its last bytes. Milliseconds. */
const LINGER_MS = 5_000;

/** What a listener needs from the program around it. */
export interface Doorway {
  /** Announces a peer to the broker; `null`: the broker is gone or will not have it. */
  connect(address: string, remotePort: number): Connection | null;
  guarded(action: () => void): void;
  warn(text: string): void;
}

export interface OpenListener {
  /** Takes no new connections. The returned promise settles when the last socket has gone. */
  close(): Promise<void>;
  /** Drops what is left. */
  destroy(): void;
}

/** Without the zone (`fe80::1%eth0`), which means something to this machine only. */
export const plainAddress = (address: string): string => address.split('%')[0] ?? address;

function serve(socket: Socket, doorway: Doorway): void {
  const { remoteAddress, remotePort } = socket;
  const connection =
    remoteAddress === undefined || remotePort === undefined ? null : doorway.connect(plainAddress(remoteAddress), remotePort);
  if (connection === null) {
    socket.destroy();
    return;
  }
  let corked = false;
  const uncork = (): void => {
    corked = false;
    socket.uncork();
  };
  const carrier: Carrier = carry(
    connection,
    {
      write: (bytes) => {
        // What one packet sets off goes out in one piece.
        if (!corked) {
          corked = true;
          socket.cork();
          process.nextTick(uncork);
        }
        return socket.write(bytes);
      },
      finish: () => {
        if (corked) uncork();
        socket.destroySoon();
        setTimeout(() => socket.destroy(), LINGER_MS).unref();
      },
    },
    doorway.guarded,
  );
  socket.on('data', carrier.receive);
  socket.on('drain', carrier.ready);
  socket.on('end', carrier.gone);
  socket.on('close', carrier.gone);
}

/**
 * Node learns of connections, closes and signals in batches, not in the order in which they happened, and of signals last.
 * A new connection waits for the next batch: who closed before it came must have left (`max_connections`),
 * and a SIGHUP sent before it must have had its effect.
 */
const afterEarlierEvents = (action: () => void): void => void setImmediate(() => setImmediate(action));

/** @throws the operating system's error when the address cannot be had */
export function listenOnTcp(options: { address: BindAddress; port: number; noDelay: boolean; doorway: Doorway }): Promise<OpenListener> {
  const { address, port, noDelay, doorway } = options;
  const sockets = new Set<Socket>();
  const server: Server = createServer({ noDelay }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A reset: 'close' follows.
    socket.on('error', () => socket.destroy());
    afterEarlierEvents(() => serve(socket, doorway));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address.host, port, ipv6Only: address.family === 6, backlog: 511 }, () => {
      server.off('error', reject);
      server.on('error', (error) => doorway.warn(`Unable to accept new connection: ${error.message}.`));
      resolve({
        close: () => new Promise((closed) => server.close(() => closed())),
        destroy: () => {
          for (const socket of sockets) socket.destroy();
        },
      });
    });
  });
}
