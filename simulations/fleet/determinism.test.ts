// The same storm in Node as in every browser: e2e/reconnectStorm.spec.ts finds this very fingerprint on the page.
import { expect, it } from 'vitest';
import { COURSE_BACKOFF, reconnectStorm } from '../experiments/fleet/reconnectStorm.ts';
import { fleetResult } from './fleetOnBroker.test-data.ts';

it('the page’s first storm has the fingerprint that it has in a browser', async () => {
  const result = await fleetResult(reconnectStorm({ backoff: { ...COURSE_BACKOFF, kind: 'full' } }));
  expect(result.digest).toBe('5ffe5a5844eeb402');
});
