import { beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '#simulations';
import { createChannels } from './channels.ts';

const scenario = (seed: number): Scenario => ({ seed, protocolVersion: '5.0', brokerConfig: '', devices: [], subscribers: [] });

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const channels = createChannels<number, string>();
const state = () => channels.now('a');

beforeEach(() => channels.forget());

describe('a channel', () => {
  it('is idle until something is asked', () => {
    expect(state()).toMatchObject({ state: 'idle', result: null, failure: null });
  });

  it('tells updates and then the result', async () => {
    const work = deferred<string>();
    let tell: (update: number) => void = () => undefined;
    const done = channels.start('a', scenario(1), (onUpdate) => {
      tell = onUpdate;
      return work.promise;
    });
    expect(state().state).toBe('running');
    tell(7);
    expect(state().update).toBe(7);
    work.resolve('done');
    await done;
    expect(state()).toMatchObject({ state: 'finished', result: 'done' });
  });

  it('keeps the last result while a newer run is under way, and when that one is cancelled', async () => {
    await channels.start('a', scenario(1), async () => 'first');
    const work = deferred<string>();
    const done = channels.start('a', scenario(2), () => work.promise);
    expect(state()).toMatchObject({ state: 'running', result: 'first' });
    work.reject(Object.assign(new Error('stopped'), { code: 'cancelled' }));
    await done;
    expect(state()).toMatchObject({ state: 'cancelled', result: 'first', failure: null });
  });

  it('lets the newest question win, whatever comes back from older ones', async () => {
    const old = deferred<string>();
    const oldDone = channels.start('a', scenario(1), () => old.promise);
    const newer = deferred<string>();
    const newerDone = channels.start('a', scenario(2), () => newer.promise);
    old.reject(Object.assign(new Error('a newer run'), { code: 'cancelled' }));
    await oldDone;
    expect(state().state).toBe('running');
    newer.resolve('second');
    await newerDone;
    expect(state()).toMatchObject({ state: 'finished', result: 'second' });
  });

  it('tells two questions about the same scenario apart', async () => {
    const twice = scenario(1);
    const old = deferred<string>();
    const oldDone = channels.start('a', twice, () => old.promise);
    const newer = deferred<string>();
    const newerDone = channels.start('a', twice, () => newer.promise);
    old.reject(Object.assign(new Error('a newer run'), { code: 'cancelled' }));
    await oldDone;
    expect(state().state).toBe('running');
    newer.resolve('second');
    await newerDone;
    expect(state().result).toBe('second');
  });

  it('says why a run failed, and with what the scenario was wrong', async () => {
    const problems = [{ path: 'devices.0.messages', problem: 'too many' }];
    await channels.start('a', scenario(1), () => Promise.reject(Object.assign(new Error('no'), { code: 'scenario', problems })));
    expect(state()).toMatchObject({ state: 'failed', failure: { code: 'scenario', message: 'no', problems } });
  });

  it('takes an unknown failure for the run’s own', async () => {
    await channels.start('a', scenario(1), () => Promise.reject('odd'));
    expect(state().failure).toEqual({ code: 'run', message: 'odd', problems: [] });
  });

  it('does not mix channels', async () => {
    await channels.start('b', scenario(1), async () => 'b');
    expect(state().state).toBe('idle');
  });
});
