// The laboratory in a worker: the second door of the simulation, for pages.
import { LaboratoryClient, type WorkerLike } from './client.ts';
import type { Laboratory } from './protocol.ts';

export { LaboratoryError } from './client.ts';
export type * from './protocol.ts';

/** A laboratory on a worker of its own; the worker starts with the first run. One a page is enough: it serves any number of channels. */
export function startLaboratory(): Laboratory {
  return new LaboratoryClient(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as unknown as WorkerLike);
}
