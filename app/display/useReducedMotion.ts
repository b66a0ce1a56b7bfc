// Whether things must not move: the learner's word, or else the system's.
import { useSyncExternalStore } from 'react';
import { useDisplayPreference } from './displayPreference.ts';

const QUERY = '(prefers-reduced-motion: reduce)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia?.(QUERY);
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

const systemReduces = () => window.matchMedia?.(QUERY).matches ?? false;

export function useReducedMotion(): boolean {
  const motion = useDisplayPreference((preference) => preference.motion);
  const system = useSyncExternalStore(subscribe, systemReduces);
  return motion === 'system' ? system : motion === 'reduced';
}
