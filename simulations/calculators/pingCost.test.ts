import { expect, it } from 'vitest';
import { packets } from '../experiments/observe.ts';
import { eventsOf } from '../experiments/runOnBroker.test-data.ts';
import { deadLinkOnBroker } from '../experiments/sessions/deadLink.ts';
import { ProgramEnergy } from '../measures/programEnergy.ts';
import type { Scenario } from '../scenario.ts';
import { PING_BYTES, pingMillijoules, stayingMillijoulesPerDay } from './pingCost.ts';

it('the worked example', () => {
  expect(PING_BYTES).toBe(124);
  expect(pingMillijoules(50).toFixed(2)).toBe('9.28');
});

it('grows with the way by what listening draws above dozing', () => {
  for (const roundTripMs of [0, 10, 50, 200, 2_000])
    expect(pingMillijoules(roundTripMs + 100) - pingMillijoules(roundTripMs)).toBeCloseTo((3.3 * 51 * 100) / 1_000, 6);
});

it('is little beside a day in the Wi-Fi', () => {
  expect(stayingMillijoulesPerDay()).toBeCloseTo(3.3 * 49 * 86_400, 3);
});

it('agrees with what a chip uses in a run, less the bare acknowledgement, which the run does not count', async () => {
  const HOUR_MS = 3_600_000;
  const used = async (keepAliveSeconds: number) => {
    const base = deadLinkOnBroker({ keepAliveSeconds });
    const programs = (base.programs ?? []).map((program) => ({
      ...program,
      runsOn: { hardware: 'esp32', macAddress: '24:0a:c4:00:00:07', join: 'knownChannel' } as const,
      link: { ...program.link, delayMs: 25 },
    }));
    const scenario: Scenario = {
      ...base,
      programs,
      script: base.script?.filter(({ do: what }) => what !== 'pullCable') ?? [],
      lastsMs: HOUR_MS,
    };
    const events = await eventsOf(scenario);
    const fold = ProgramEnergy.of(scenario);
    for (const event of events) fold.add(event);
    return {
      total: fold.upTo((HOUR_MS * 1_000) as never)[0]?.energy.total ?? Number.NaN,
      pings: packets(events, 'sensor', 'uplink', 'PINGREQ').length,
    };
  };
  const often = await used(15);
  const seldom = await used(900);
  const each = (often.total - seldom.total) / (often.pings - seldom.pings);
  const bareAcknowledgement = (3.3 * 140 * (192 + 8 * 92)) / 1_000_000;
  expect(each / (pingMillijoules(50) - bareAcknowledgement)).toBeCloseTo(1, 2);
});
