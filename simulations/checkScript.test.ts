import { describe, expect, it } from 'vitest';
import { checkScenario } from './checkScenario.ts';
import { QOS_DELIVERY_DEFAULTS, qosDeliveryScenario } from './experiments/qosDelivery.ts';
import { takeOver } from './experiments/sessions/takeOver.ts';
import type { Scenario } from './scenario.ts';
import type { ConnectFields, ScriptedClientScenario, ScriptStep } from './script.ts';

const good = takeOver({ protocolVersion: '3.1.1', firstCleanStart: false, secondCleanStart: false });
const link = { delayMs: 10, jitterMs: 0, lossRatio: 0, rateBitsPerSecond: null };
const connect: ConnectFields = { clientId: 'pump', cleanStart: true, keepAliveSeconds: 60 };
const client = (name: string, change: Partial<ScriptedClientScenario> = {}): ScriptedClientScenario => ({
  name,
  protocolVersion: '3.1.1',
  link,
  ...change,
});
const crowd = (size: number) => Array.from({ length: size }, (_, index) => client(`client ${index}`));
/** One client `old` that speaks 3.1.1, one `new` that speaks 5.0, and one step. */
const withStep = (step: ScriptStep): Scenario => ({
  ...good,
  clients: [client('old'), client('new', { protocolVersion: '5.0' })],
  script: [step],
});
const at = { atMs: 0, client: 'old' } as const;
const message = { ...at, do: 'publish', topicName: 'a', payload: '{n}', qos: 1 } as const;

describe('script checker', () => {
  it('lets pass what the script can do, ends of the ranges included', () => {
    const steps: ScriptStep[] = [
      { ...at, do: 'connect', connect: { ...connect, keepAliveSeconds: 65_535, userName: 'u', password: Uint8Array.of(1) } },
      { ...at, client: 'new', do: 'connect', connect: { ...connect, clientId: '', properties: { sessionExpirySeconds: 0xffff_ffff } } },
      { ...at, do: 'subscribe', subscriptions: [{ topicFilter: 'a/#', qos: 2 }] },
      { ...at, do: 'unsubscribe', topicFilters: ['+'] },
      { ...message, count: 10_000, first: 0, everyMs: 3_600_000, retain: true },
      { ...message, client: 'new', qos: 0, properties: { messageExpirySeconds: 1 } },
      { ...at, do: 'send', packet: { type: 'PUBREL', packetId: 9 } },
      { ...at, do: 'sendBytes', bytes: [0, 255] },
      { ...at, do: 'open', bytes: [0, 255] },
      { ...at, do: 'disconnect' },
      { ...at, client: 'new', do: 'disconnect', reasonCode: 4, sessionExpirySeconds: 60 },
      { ...at, do: 'drop' },
      { ...at, do: 'pullCable' },
      { ...at, do: 'plugCable' },
      { ...at, do: 'answer', answers: false },
      { atMs: 48 * 3_600_000, do: 'stopBroker' },
      { atMs: 0, do: 'killBroker' },
      { atMs: 0, do: 'startBroker' },
      { atMs: 0, do: 'saveBroker' },
      { atMs: 0, do: 'reloadBroker' },
      { atMs: 0, do: 'reloadBroker', config: '' },
    ];
    for (const step of steps) expect(checkScenario(withStep(step))).toEqual([]);
    expect(checkScenario({ ...good, clients: crowd(50), script: [], lastsMs: 48 * 3_600_000, brokerFiles: { passwords: '' } })).toEqual([]);
    expect(checkScenario({ ...good, clients: [client('a', { reconnect: { afterMs: 1, connect: null } })], script: [] })).toEqual([]);
  });

  it.each<[string, Scenario]>([
    ['clients', { ...good, clients: crowd(51), script: [] }],
    ['clients', { ...good, clients: [client('twin'), client('twin')], script: [] }],
    ['clients', { ...qosDeliveryScenario(QOS_DELIVERY_DEFAULTS), clients: [client('qos1')] }],
    ['clients.0.name', { ...good, clients: [client('')], script: [] }],
    ['clients.0.link.delayMs', { ...good, clients: [client('a', { link: { ...link, delayMs: -1 } })], script: [] }],
    ['clients.0.reconnect.afterMs', { ...good, clients: [client('a', { reconnect: { afterMs: 0, connect: null } })], script: [] }],
    [
      'clients.0.reconnect.connect',
      {
        ...good,
        clients: [client('a', { reconnect: { afterMs: 1, connect: { ...connect, properties: { receiveMaximum: 1 } } } })],
        script: [],
      },
    ],
    ['lastsMs', { ...good, lastsMs: 48 * 3_600_000 + 1 }],
    ['brokerFiles.passwords', { ...good, brokerFiles: { passwords: 1 as never } }],
    ['brokerFiles.', { ...good, brokerFiles: { '': 'text' } }],
    ['watchSessions', { ...good, watchSessions: 'yes' as never }],
  ])('names the place of a mistake: %s', (path, scenario) => {
    const [problem] = checkScenario(scenario);
    expect(problem?.path).toBe(path);
    expect(problem?.problem).toMatch(/must|needs/);
  });

  it.each<[string, ScriptStep]>([
    ['script.0.atMs', { ...message, atMs: -1 }],
    ['script.0.atMs', { atMs: 48 * 3_600_000 + 1, do: 'saveBroker' }],
    ['script.0.do', { ...at, do: 'dance' as 'drop' }],
    ['script.0.client', { ...message, client: 'nobody' }],
    ['script.0.connect.keepAliveSeconds', { ...at, do: 'connect', connect: { ...connect, keepAliveSeconds: 65_536 } }],
    ['script.0', { ...at, do: 'connect', connect: { ...connect, password: Uint8Array.of(1) } }],
    ['script.0', { ...at, do: 'connect', connect: { ...connect, clientId: 'x'.repeat(65_536) } }],
    ['script.0', { ...at, do: 'connect', connect: { ...connect, properties: { sessionExpirySeconds: 1 } } }],
    ['script.0.connect.willMessage.topicName', willTo('a/+')],
    ['script.0.subscriptions', { ...at, do: 'subscribe', subscriptions: [] }],
    ['script.0.subscriptions.0.topicFilter', { ...at, do: 'subscribe', subscriptions: [{ topicFilter: 'a#', qos: 0 }] }],
    ['script.0', { ...at, do: 'subscribe', subscriptions: [{ topicFilter: 'a', qos: 0, noLocal: true }] }],
    ['script.0.topicFilters.0', { ...at, do: 'unsubscribe', topicFilters: ['a/#/b'] }],
    ['script.0.topicName', { ...message, topicName: 'a/#' }],
    ['script.0.count', { ...message, count: 0 }],
    ['script.0.count', { ...message, count: 10_001 }],
    ['script.0.count', { ...message, count: 1.5 }],
    ['script.0.first', { ...message, first: -1 }],
    ['script.0.everyMs', { ...message, everyMs: Number.NaN }],
    ['script.0', { ...message, properties: { messageExpirySeconds: 1 } }],
    ['script.0', { ...message, client: 'new', properties: { topicAlias: 0 } }],
    ['script.0.packet.type', { ...at, do: 'send', packet: { type: 'HELLO' } as never }],
    ['script.0', { ...at, do: 'send', packet: { type: 'PUBACK', packetId: 0 } }],
    ['script.0.bytes.1', { ...at, do: 'sendBytes', bytes: [0, 256] }],
    ['script.0.bytes.0', { ...at, do: 'open', bytes: [-1] }],
    ['script.0', { ...at, do: 'disconnect', sessionExpirySeconds: 1 }],
    ['script.0.answers', { ...at, do: 'answer', answers: 1 as never }],
    ['script.0.config', { atMs: 0, do: 'reloadBroker', config: 1 as never }],
  ])('names the place of a mistake in a step: %s', (path, step) => {
    const [problem] = checkScenario(withStep(step));
    expect(problem?.path).toBe(path);
    expect(problem?.problem).toMatch(/must|needs/);
  });

  it('takes at most 10,000 steps', () => {
    const script = Array.from({ length: 10_001 }, (): ScriptStep => ({ atMs: 0, do: 'saveBroker' }));
    expect(checkScenario({ ...good, script })).toEqual([{ path: 'script', problem: 'must be at most 10000 steps' }]);
    expect(checkScenario({ ...good, script: script.slice(1) })).toEqual([]);
  });
});

function willTo(topicName: string): ScriptStep {
  const willMessage = { topicName, payload: new Uint8Array(), qos: 0, retain: false } as const;
  return { ...at, do: 'connect', connect: { ...connect, willMessage } };
}
