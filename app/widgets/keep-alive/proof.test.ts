// The proof of the page, without the page: the same runs on the broker, read as the panel reads them.
import { expect, it } from 'vitest';
import { deadLinkOnBroker } from '#simulations';
import { standardValues } from '../../state/knobs.ts';
import { type KeepAliveValues, KNOBS } from './knobs.ts';
import { breakOfSeed, PROOF_SEEDS, proofBreak } from './proof.ts';
import { curves, reckon } from './reckoning.ts';

const STANDARD = standardValues<KeepAliveValues>(KNOBS);

it('a setting that a page can carry is run as it is, a longer one is shortened and says so', () => {
  expect(proofBreak(STANDARD)).toEqual({ values: STANDARD, isShortened: false });
  const long = proofBreak({ ...STANDARD, keepAlive: 65_535, traffic: 'qos1', publishEvery: 1, willDelay: 86_400 });
  expect(long.isShortened).toBe(true);
  expect(long.values).toMatchObject({ keepAlive: 600, publishEvery: 15, willDelay: 600 });
});

it('each run breaks the link at a moment of its own, after the first ping', () => {
  const proof = proofBreak(STANDARD);
  const all = Array.from({ length: PROOF_SEEDS }, (_, index) => breakOfSeed(proof, index + 1));
  expect(new Set(all.map(({ pulledAfterMs }) => pulledAfterMs)).size).toBe(PROOF_SEEDS);
  for (const { pulledAfterMs } of all) expect(pulledAfterMs).toBeGreaterThan(60_000);
  expect(deadLinkOnBroker(breakOfSeed(proof, 1)).lastsMs).toBeGreaterThan(0);
});

it('PubSubClient has no 5.0, so no will delay and no QoS 1', () => {
  const told = reckon({ ...STANDARD, willDelay: 30, traffic: 'qos1' });
  expect([told.willDelay, told.qos]).toEqual([0, 0]);
  expect(reckon({ ...STANDARD, library: 'espMqtt', willDelay: 30 }).willLatest).toBe(122);
});

it('the silence of an idle link is the time between two pings, and what forgets sooner is told', () => {
  expect(reckon({ ...STANDARD, keepAlive: 300 })).toMatchObject({ silence: 300, isForgotten: false });
  expect(reckon({ ...STANDARD, keepAlive: 350 })).toMatchObject({ silence: 350, isForgotten: true });
});

it('the curves rise with the keep alive, and the bytes fall', () => {
  const { broker, device, bytes } = curves(STANDARD);
  const rises = (values: readonly number[]) => values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
  expect(rises(broker) && rises(device) && rises(bytes.map((value) => -(value ?? 0) + 1e9))).toBe(true);
});
