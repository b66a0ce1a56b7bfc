import { describe, expect, it } from 'vitest';
import { type LearnerStep, MOST_STEPS, readSteps, writeSteps } from './learnerSteps.ts';

const ALL: readonly LearnerStep[] = [
  { atMs: 0, client: 'device', do: 'pullCable' },
  { atMs: 4_200, client: 'device', do: 'plugCable' },
  { atMs: 4_201, client: 'device', do: 'loseWifi' },
  { atMs: 4_202, client: 'device', do: 'restoreWifi' },
  { atMs: 5_000, client: 'device', do: 'powerOff' },
  { atMs: 5_000, client: 'device', do: 'powerOn' },
  { atMs: 6_000, do: 'killBroker' },
  { atMs: 7_000, do: 'startBroker' },
  { atMs: 8_000, do: 'stopBroker' },
];

describe('the steps in an address', () => {
  it('can be read by people, and mean the same when read again', () => {
    expect(writeSteps([ALL[1] as LearnerStep, ALL[6] as LearnerStep])).toBe('4200-cable-device-in.6000-broker-killed');
    expect(readSteps(writeSteps(ALL))).toEqual({ steps: ALL, corrections: [] });
  });

  it('keep any name of a client', () => {
    const steps: readonly LearnerStep[] = ['a-b', 'c.d', 'é %', '-'].map((client) => ({ atMs: 1, client, do: 'pullCable' }));
    expect(readSteps(writeSteps(steps)).steps).toEqual(steps);
  });

  it('are in the order of their instants', () => {
    expect(readSteps('7000-broker-killed.10-cable-a-out').steps.map(({ atMs }) => atMs)).toEqual([10, 7_000]);
  });

  it('are none where there is nothing', () => {
    expect([writeSteps([]), readSteps(null), readSteps('')]).toEqual([
      null,
      { steps: [], corrections: [] },
      { steps: [], corrections: [] },
    ]);
  });

  it.each([
    'x',
    '10',
    '10-cable-a',
    '10-cable-a-off',
    '10-broker-eaten',
    '-1-broker-killed',
    '1e3-broker-killed',
    '10-cable--out',
    '172800001-broker-killed',
    '10-cable-%E0-out',
  ])('leave out “%s” and say so, and keep the rest', (bad) => {
    expect(readSteps(`${bad}.7000-broker-killed`)).toEqual({
      steps: [{ atMs: 7_000, do: 'killBroker' }],
      corrections: [{ parameter: 'steps', given: bad, used: null, why: 'notAStep' }],
    });
  });

  it('are at most fifty', () => {
    const { steps, corrections } = readSteps(Array.from({ length: 52 }, (_, second) => `${second}-broker-killed`).join('.'));
    expect(steps).toHaveLength(MOST_STEPS);
    expect(corrections).toEqual([{ parameter: 'steps', given: '50-broker-killed.51-broker-killed', used: null, why: 'tooManySteps' }]);
  });
});
