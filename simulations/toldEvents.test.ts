import { expect, it } from 'vitest';
import { fromMicroseconds } from './engine/time.ts';
import type { RunEvent } from './events.ts';
import { ToldEvents } from './toldEvents.ts';

const event = (at: number): RunEvent => ({ kind: 'brokerLog', at: fromMicroseconds(at), level: 'notice', text: '' });
const instants = (events: readonly RunEvent[]) => events.map(({ at }) => at);

it('tells what is known, and keeps what comes after a place until it is filled', () => {
  const told = new ToldEvents();
  told.tell(event(1));
  const fill = told.reserve(() => event(0));
  told.tell(event(3));
  expect(instants(told.take())).toEqual([1]);
  expect(instants(told.take())).toEqual([]);
  expect(told.waiting).toBe(2);
  fill(event(2));
  expect(instants(told.take())).toEqual([2, 3]);
  expect(told.waiting).toBe(0);
});

it('waits for the first of several places', () => {
  const told = new ToldEvents();
  const [first, second] = [told.reserve(() => event(0)), told.reserve(() => event(0))];
  second(event(2));
  expect(told.take()).toEqual([]);
  first(event(1));
  expect(instants(told.take())).toEqual([1, 2]);
});

it('at the end tells what is left, places as their owners would have it', () => {
  const told = new ToldEvents();
  told.reserve(() => event(7));
  const fill = told.reserve(() => event(0));
  fill(event(8));
  told.tell(event(9));
  expect(instants(told.takeAll())).toEqual([7, 8, 9]);
  expect(told.takeAll()).toEqual([]);
});
