// All keys that are explained, in the order of the list, and those that are none.
import { DELIVERY_KEYS } from './deliveryKeys.ts';
import { DISK_KEYS } from './diskKeys.ts';
import { DOOR_KEYS } from './doorKeys.ts';
import type { ConfKey, NoKey } from './key.ts';
import { NOT_KEYS } from './notKeys.ts';
import { QUEUE_KEYS } from './queueKeys.ts';
import { REPORT_KEYS } from './reportKeys.ts';
import { TIME_KEYS } from './timeKeys.ts';

export const CONF_KEYS: readonly ConfKey[] = [...QUEUE_KEYS, ...TIME_KEYS, ...DISK_KEYS, ...DOOR_KEYS, ...DELIVERY_KEYS, ...REPORT_KEYS];

export function confKey(name: string): ConfKey | null {
  return CONF_KEYS.find((key) => key.name === name) ?? null;
}

export function noKey(name: string): NoKey | null {
  return NOT_KEYS.find((key) => key.name === name) ?? null;
}
