import { describe, expect, it } from 'vitest';
import { connectionSteps, counterAt, logLines } from '../observe.ts';
import { eventsOf } from '../runOnBroker.test-data.ts';
import { EXPIRED_TOPIC, GONE_AT_MS, type OrphanExpirySetting, orphanExpiry } from './orphanExpiry.ts';
import { COUNTER_READER } from './sessionScenario.ts';

const LINE = 'Expiring client roamer due to timeout.';

async function outcome(
  setting: Partial<OrphanExpirySetting> & Pick<OrphanExpirySetting, 'awayHours'>,
): Promise<{ readonly present: boolean; readonly logged: boolean; readonly expired: number | null }> {
  const events = await eventsOf(orphanExpiry(setting));
  return {
    present: connectionSteps(events, 'roamer').at(-1) === 'connected 0 present',
    logged: logLines(events).includes(LINE),
    expired: counterAt(events, COUNTER_READER, EXPIRED_TOPIC, GONE_AT_MS + setting.awayHours * 3_600_000),
  };
}

const KEPT = { present: true, logged: false, expired: 0 };
const GONE = { present: false, logged: true, expired: 1 };

describe('X24 a client with clean session 0 stays away', () => {
  it.each([
    ['1h', 0.5, KEPT],
    ['1h', 2.5, GONE],
    ['1d', 23, KEPT],
    ['1d', 26, GONE],
    [null, 25, KEPT],
  ] as const)('X24 persistent_client_expiration %s, away %s h', async (persistentClientExpiration, awayHours, expected) => {
    expect(await outcome({ protocolVersion: '3.1.1', persistentClientExpiration, awayHours })).toEqual(expected);
  });

  it('X24 with 1h it is gone within three seconds of the hour', async () => {
    const events = await eventsOf(orphanExpiry({ protocolVersion: '3.1.1', persistentClientExpiration: '1h', awayHours: 2 }));
    const at = events.find((event) => event.kind === 'brokerLog' && event.text === LINE)?.at;
    expect(at).toBeGreaterThanOrEqual((GONE_AT_MS + 3_600_000) * 1_000);
    expect(at).toBeLessThan((GONE_AT_MS + 3_603_000) * 1_000);
  });

  it.each([
    [86_400, 2.5, GONE],
    [600, 0.5, GONE],
    [86_400, 0.5, KEPT],
  ] as const)(
    'X24 5.0 with an interval of %s s and 1h, away %s h: the smaller counts',
    async (sessionExpirySeconds, awayHours, expected) => {
      const setting = { protocolVersion: '5.0', persistentClientExpiration: '1h', sessionExpirySeconds, awayHours } as const;
      expect(await outcome(setting)).toEqual(expected);
    },
  );

  it.each(['2s', '30', '0h'])('X24 2.0 refuses %s at the start', async (persistentClientExpiration) => {
    await expect(outcome({ protocolVersion: '3.1.1', persistentClientExpiration, awayHours: 1 })).rejects.toThrow(
      'Invalid persistent_client_expiration duration in configuration',
    );
  });
});
