import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../events.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { cleanSessionSequence } from './cleanSessionSequence.ts';

const sessionPresent = (events: readonly RunEvent[]): number[] =>
  events.flatMap((event) => (event.kind === 'connection' && event.step === 'connected' ? [Number(event.sessionPresent)] : []));

describe('X17 four connects in turn', () => {
  it('X17 with 3.1.1 and clean session 0, 0, 1, 0 a session is present the second time only', async () => {
    expect(sessionPresent(await eventsOf(cleanSessionSequence()))).toEqual([0, 1, 0, 0]);
  });

  it('X17 with 5.0, an interval and clean start 0, 0, 1, 0 the fourth finds the session that the third began', async () => {
    const events = await eventsOf(cleanSessionSequence({ protocolVersion: '5.0', sessionExpirySeconds: 300 }));
    expect(sessionPresent(events)).toEqual([0, 1, 0, 1]);
  });

  it('X17 with 5.0 and no interval there is never one', async () => {
    expect(sessionPresent(await eventsOf(cleanSessionSequence({ protocolVersion: '5.0' })))).toEqual([0, 0, 0, 0]);
  });

  it('X17 connecting twice, clean and then not, starts afresh and keeps what comes', async () => {
    const cleanStarts = [false, true, false, false];
    expect(sessionPresent(await eventsOf(cleanSessionSequence({ cleanStarts })))).toEqual([0, 0, 0, 1]);
  });
});
