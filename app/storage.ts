// The only way to the browser's storage. Where it is blocked, full or missing, everything still works and is forgotten with the page.

const memory = new Map<string, string>();
const PREFIX = 'session-lab:';

// Even reading `window.localStorage` throws where a site may keep nothing (blocked cookies, sandboxed frames).
function store(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** What was kept under the key, or `null`. Never throws. */
export function recall(key: string): string | null {
  const known = memory.get(key);
  if (known !== undefined) return known;
  try {
    return store()?.getItem(PREFIX + key) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a value, for this page at least. Never throws. */
export function remember(key: string, value: string): void {
  memory.set(key, value);
  try {
    store()?.setItem(PREFIX + key, value);
  } catch {
    // Full or blocked: the copy in memory serves until the page closes.
  }
}
