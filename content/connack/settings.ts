// The set-ups' common ground: one valve with an id, a broker that lets everybody in.
import type { DoorstepSetting } from '#simulations';

type Fields = Exclude<DoorstepSetting['sends'], { readonly bytes: readonly number[] }>;

export const VALVE = 'valve-07';
export const OPEN = 'allow_anonymous true';

/** CONNECT of the valve, with what differs. */
export function valve(change: Partial<Fields> = {}): Fields {
  return { clientId: VALVE, cleanStart: true, keepAliveSeconds: 60, ...change };
}

export function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

/** A last will of the valve, with what differs. */
export function will(change: Partial<NonNullable<Fields['willMessage']>> = {}): Pick<Fields, 'willMessage'> {
  return { willMessage: { topicName: 'valve/07/state', payload: text('gone'), qos: 1, retain: false, ...change } };
}
