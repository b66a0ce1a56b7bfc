// The router's view of the address: the path in the hash without what follows its `?`, which belongs to the page that is shown.
import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** `#/widgets/a?loss=20` is `/widgets/a`; no hash is `/`. */
export function pathInHash(): string {
  const path = window.location.hash.slice(1).split('?')[0] ?? '';
  return path.startsWith('/') ? path : `/${path}`;
}

/** Goes to a path, parameters allowed: `/widgets/a?loss=20`. */
export function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) {
    const page = new URL(window.location.href);
    page.hash = to;
    window.location.replace(page.href);
  } else {
    window.location.hash = to;
  }
}

export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, pathInHash), navigate];
}
// wouter's links ask the hook how a path is written in `href`.
useHashLocation.hrefs = (path: string) => `#${path}`;
