import { describe, expect, it } from 'vitest';
import { connectionSteps, logLines, packets, payloads, sessionsAt } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { takeOver } from './takeOver.ts';

const BOTH = [true, false] as const;
const cases = BOTH.flatMap((firstCleanStart) => BOTH.map((secondCleanStart) => ({ firstCleanStart, secondCleanStart })));

describe.each(cases)('first clean $firstCleanStart, second clean $secondCleanStart', ({ firstCleanStart, secondCleanStart }) => {
  it('X1 with 3.1.1 the new client is let in, the old one only sees its connection close', async () => {
    const events = await eventsOf(takeOver({ protocolVersion: '3.1.1', firstCleanStart, secondCleanStart }));
    const present = !firstCleanStart && !secondCleanStart;
    expect(connectionSteps(events, 'second')).toEqual(['connecting', present ? 'connected 0 present' : 'connected 0']);
    expect(connectionSteps(events, 'first').slice(-2)).toEqual(['connected 0', 'lost']);
    expect(packets(events, 'first', 'downlink').map(({ type }) => type)).toEqual(['CONNACK']);
    expect(logLines(events)).toContain('Client valve-07 already connected, closing old connection.');
    // The will is published where the old session ended.
    expect(payloads(events, 'witness')).toEqual(firstCleanStart || secondCleanStart ? ['gone'] : []);
    expect(sessionsAt(events, 5_000).filter(({ clientId }) => clientId === 'valve-07')).toMatchObject([{ connected: true }]);
  });

  it('X2 with 5.0 the old client is told: DISCONNECT 0x8E', async () => {
    const events = await eventsOf(takeOver({ protocolVersion: '5.0', firstCleanStart, secondCleanStart }));
    const [last] = packets(events, 'first', 'downlink').slice(-1);
    expect(last).toMatchObject({ type: 'DISCONNECT' });
    expect(last?.bytes[2]).toBe(0x8e);
    expect(connectionSteps(events, 'first').slice(-1)).toEqual(['lost']);
  });
});
