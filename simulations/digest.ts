// The fingerprint of a run: over every field of every event, in order. Equal runs have equal fingerprints, wherever they ran.
import { Fingerprint } from './engine/hash.ts';
import type { RunEvent } from './events.ts';

export function addToDigest(fingerprint: Fingerprint, event: RunEvent): void {
  for (const value of Object.values(event) as unknown[]) {
    if (typeof value === 'number') fingerprint.addNumber(value);
    else if (typeof value === 'string') fingerprint.addText(value);
    else if (typeof value === 'boolean') fingerprint.addNumber(value ? 1 : 0);
    else if (value === null) fingerprint.addNumber(-1);
    else if (value instanceof Uint8Array) fingerprint.addBytes(value);
    else fingerprint.addText(JSON.stringify(value));
  }
}

/** The fingerprint of a whole run: 16 hex digits. */
export function digest(events: Iterable<RunEvent>): string {
  const fingerprint = new Fingerprint();
  for (const event of events) addToDigest(fingerprint, event);
  return fingerprint.toString();
}
