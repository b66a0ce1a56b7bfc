// A plain discrete-event simulation of a storm, device by device, that shares with stormCurve.ts nothing but the waits of backoff.ts: what the curve is held against where a run on the broker would take
// too long or is not needed. One processor takes 1/C s a connection, B wait for it; a device leaves after its patience and its work is done in vain.
// Left out as in the curve: jitter on the way, messages. Instants in milliseconds.
import { backoffWaitMs } from '../devices/behaviours/backoff.ts';
import { randomStream } from '../engine/random.ts';
import type { StormCurveSetting } from './stormCurve.ts';

export interface StormByDevices {
  readonly halfBackMs: number | null;
  readonly mostBackMs: number | null;
  readonly allBackMs: number | null;
  readonly attempts: number;
  readonly gaveUp: number;
}

const SYN_AGAIN_MS = 1_500;

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly device: number;
  /** When the attempt began; null: it begins now. */
  readonly begunAt: number | null;
}

export function stormByDevices(setting: StormCurveSetting, seed: number): StormByDevices {
  const { devices, connectionsPerSecond, backlog, whenFull, backoff, mostAttempts, patienceMs, downMs, noticeSpreadMs, roundTripMs } =
    setting;
  const chance = randomStream(seed, 'storm');
  const agenda: Entry[] = [];
  const failures = new Uint32Array(devices);
  const tries = new Uint32Array(devices);
  const previous = new Float64Array(devices);
  const backAt: number[] = [];
  const starts: number[] = [];
  const takes = 1_000 / connectionsPerSecond;
  let [freeAt, firstStart, order, attempts, gaveUp] = [0, 0, 0, 0, 0];
  const put = (at: number, device: number, begunAt: number | null) => push(agenda, { at, order: order++, device, begunAt });
  const fail = (at: number, device: number, tcpStood: boolean) => {
    if (mostAttempts !== null && (tries[device] ?? 0) >= mostAttempts) {
      gaveUp++;
      return;
    }
    const count = backoff.resetByTcp && tcpStood ? 1 : (failures[device] ?? 0) + 1;
    failures[device] = count;
    const wait = backoffWaitMs(backoff, { failures: count, previousMs: previous[device] ?? 0, drawn: chance.next() });
    previous[device] = wait;
    put(at + wait, device, null);
  };
  for (let device = 0; device < devices; device++) put((noticeSpreadMs * device) / devices, device, null);
  for (let entry = pop(agenda); entry !== undefined && entry.at < 86_400_000; entry = pop(agenda)) {
    const { at, device } = entry;
    const begunAt = entry.begunAt ?? at;
    if (entry.begunAt === null) {
      attempts++;
      tries[device] = (tries[device] ?? 0) + 1;
    }
    const arrives = at + roundTripMs / 2;
    if (arrives < downMs) {
      fail(at + roundTripMs, device, false);
      continue;
    }
    while (firstStart < starts.length && (starts[firstStart] ?? 0) <= arrives) firstStart++;
    const startsAt = Math.max(arrives, freeAt);
    if (startsAt > arrives && starts.length - firstStart >= backlog) {
      if (whenFull !== 'silence') fail(at + roundTripMs, device, whenFull === 'close');
      else if (at + SYN_AGAIN_MS < begunAt + patienceMs) put(at + SYN_AGAIN_MS, device, begunAt);
      else fail(begunAt + patienceMs, device, false);
      continue;
    }
    if (startsAt > arrives) starts.push(startsAt);
    freeAt = startsAt + takes;
    const back = Math.max(freeAt, arrives + roundTripMs) + roundTripMs / 2;
    if (back > begunAt + patienceMs) fail(begunAt + patienceMs, device, true);
    else backAt.push(back);
  }
  backAt.sort((one, other) => one - other);
  const share = (part: number) => backAt[Math.ceil(part * devices) - 1] ?? null;
  return { halfBackMs: share(0.5), mostBackMs: share(0.95), allBackMs: share(1), attempts, gaveUp };
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** Onto a binary heap, the earliest first. */
function push(heap: Entry[], entry: Entry): void {
  let place = heap.length;
  heap.push(entry);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent] as Entry;
    if (!isBefore(entry, above)) break;
    heap[place] = above;
    place = parent;
  }
  heap[place] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Entry, heap[child] as Entry)) child++;
    const below = heap[child] as Entry;
    if (!isBefore(below, last)) break;
    heap[place] = below;
    place = child;
  }
  heap[place] = last;
  return first;
}
