// Opens this machine's ports for the listeners of a running broker, by upstream's rules for what may fail.
import type { ListenerView } from '../api.js';
import { AddressProblem, addressesOf, type BindAddress } from './addresses.js';
import type { HostSettings } from './configuration.js';
import { describeNetworkError, isMissingFamily } from './networkErrors.js';
import { type Doorway, listenOnTcp, type OpenListener } from './tcpListener.js';

/** A port that could not be had; the message is what Mosquitto prints. */
export class ListenProblem extends Error {}

export interface Opening {
  readonly listeners: readonly ListenerView[];
  readonly settings: HostSettings | null;
  /** A doorway to one listener of the broker, by its index. */
  doorwayTo(index: number): Doorway;
  warn(text: string): void;
}

async function open(options: { listener: ListenerView; address: BindAddress; noDelay: boolean; doorway: Doorway }): Promise<OpenListener> {
  const { listener, address, noDelay, doorway } = options;
  const listen = listener.protocol === 'mqtt' ? listenOnTcp : (await import('./webSocketListener.js')).listenOnWebSocket;
  return listen({ address, port: listener.port, noDelay, doorway });
}

/**
 * Opens every listener.
 * Without any listener in the configuration, upstream opens the loopback addresses of both families and is content with one of them;
 * else each address must be had, save those of a family that the machine does not have.
 * @throws ListenProblem; what was open by then is closed
 */
export async function openListeners({ listeners, settings, doorwayTo, warn }: Opening): Promise<OpenListener[]> {
  const opened: OpenListener[] = [];
  const localOnly = settings?.localOnly ?? true;
  const failures: string[] = [];
  for (const [index, listener] of listeners.entries()) {
    const said = localOnly ? undefined : settings?.listeners[index];
    // Nagle's algorithm holds small packets back for an acknowledgement: tens of milliseconds for nothing. Only an explicit `false` turns it on.
    const noDelay = settings?.tcpNoDelay ?? true;
    try {
      for (const address of await addressesOf(listener.bindAddress, said)) {
        try {
          opened.push(await open({ listener, address, noDelay, doorway: doorwayTo(index) }));
        } catch (error) {
          if (!isMissingFamily(error, listener.bindAddress === null) && !localOnly) throw error;
          failures.push(describeNetworkError(error));
          warn(`Warning: ${describeNetworkError(error)}`);
        }
      }
    } catch (error) {
      await closeAll(opened);
      throw new ListenProblem(error instanceof AddressProblem ? error.message : `Error: ${describeNetworkError(error)}`);
    }
  }
  if (opened.length === 0) throw new ListenProblem(`Error: ${failures.at(-1) ?? 'Unable to start any listening sockets, exiting.'}`);
  return opened;
}

/** Closes listeners with the connections that are left on them. */
export async function closeAll(listeners: readonly OpenListener[]): Promise<void> {
  const closed = listeners.map((listener) => listener.close());
  for (const listener of listeners) listener.destroy();
  await Promise.all(closed);
}
