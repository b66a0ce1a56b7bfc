// The one laboratory of the page. It starts when the first widget needs it and then serves all of them; nothing here knows what they run.
import { useSyncExternalStore } from 'react';
import type { Laboratory } from '#simulations/worker';
import { startLaboratory } from '#simulations/worker';

let started: Laboratory | null = null;

/** The page's laboratory, started by the first call. */
export function laboratory(): Laboratory {
  started ??= startLaboratory();
  return started;
}

function listen(listener: () => void): () => void {
  return laboratory().onStatus(listener);
}

/** Whether the laboratory works, and if not, why; the component is drawn anew when that changes. */
export function useLaboratoryStatus(): Laboratory['status'] {
  return useSyncExternalStore(listen, () => laboratory().status);
}
