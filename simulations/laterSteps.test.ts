// What the switches of the stage rest on: with a step more in its script, a run is the same up to the step's instant, event for event and byte for byte.
import { expect, it } from 'vitest';
import { eventsOf } from './experiments/runOnBroker.test-data.ts';
import { lifecycle } from './experiments/sessions/lifecycle.ts';
import { pingPong } from './experiments/sessions/pingPong.ts';
import type { Scenario } from './scenario.ts';
import type { ScriptAction } from './script.ts';

const lossy = { delayMs: 20, jitterMs: 15, lossRatio: 0.2, rateBitsPerSecond: 100_000, transport: 'tcp' } as const;
const overLossyTcp = (scenario: Scenario): Scenario => ({
  ...scenario,
  clients: (scenario.clients ?? []).map((client) => ({ ...client, link: lossy })),
});
const setting = { protocolVersion: '5.0', reconnectAfterMs: 200, lastsMs: 6_000, distinctIds: false } as const;
const scenarios: readonly (readonly [string, Scenario, string])[] = [
  ['a session and its device', lifecycle({ end: 'cable' }), 'device'],
  ['the ping-pong', pingPong(setting), 'first'],
  ['the ping-pong over TCP with loss', overLossyTcp(pingPong(setting)), 'first'],
];
const actionsOn = (client: string): readonly ScriptAction[] => [
  { client, do: 'pullCable' },
  { client, do: 'powerOff' },
  { do: 'killBroker' },
  { do: 'stopBroker' },
];
const cases = scenarios.flatMap(([name, scenario, client]) =>
  actionsOn(client).flatMap((action) => [1, 1_053, 3_501].map((atMs) => [name, action.do, atMs, scenario, action] as const)),
);

it.each(cases)('%s is the same before %s at %d ms', async (_, __, atMs, scenario, action) => {
  const before = async (run: Scenario) => (await eventsOf(run)).filter(({ at }) => at < atMs * 1_000);
  const changed: Scenario = {
    ...scenario,
    script: [...(scenario.script ?? []), { ...action, atMs }],
    lastsMs: (scenario.lastsMs ?? 0) + 10_000,
  };
  const told = await before(changed);
  // What is under way then is told with its sending; its end may be another.
  const asKnown = (events: typeof told) =>
    events.map((event) => (event.kind === 'packetSent' && event.endsAt >= atMs * 1_000 ? { ...event, endsAt: null, lost: null } : event));
  expect(asKnown(told)).toEqual(asKnown(await before(scenario)));
  expect(told.length).toBeGreaterThan(atMs === 1 ? 0 : 5);
});
