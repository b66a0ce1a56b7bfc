// Every setting at the ends of its documented range makes a scenario that may be run.
import { expect, it } from 'vitest';
import { checkScenario } from '../../checkScenario.ts';
import type { Scenario } from '../../scenario.ts';
import { accessList } from './accessList.ts';
import { brokerRestart } from './brokerRestart.ts';
import { bufferOutage } from './bufferOutage.ts';
import { cleanSessionSequence } from './cleanSessionSequence.ts';
import { connectionLimit } from './connectionLimit.ts';
import { deadLinkOnBroker } from './deadLink.ts';
import { effectiveQos } from './effectiveQos.ts';
import { emergencyStop } from './emergencyStop.ts';
import { expiredMessagesKeepPlace } from './expiredMessagesKeepPlace.ts';
import { expiryAtDisconnect } from './expiryAtDisconnect.ts';
import { expiryLeftOut } from './expiryLeftOut.ts';
import { frozenClient } from './frozenClient.ts';
import { keepAliveLimit } from './keepAliveLimit.ts';
import { memoryPerSession } from './memoryPerSession.ts';
import { messageExpiry } from './messageExpiry.ts';
import { mosquittoSubReconnect } from './mosquittoSubReconnect.ts';
import { orphanExpiry } from './orphanExpiry.ts';
import { orphans } from './orphans.ts';
import { pingPong } from './pingPong.ts';
import { qosChance } from './qosChance.ts';
import { qosMatrix } from './qosMatrix.ts';
import { qosTwoBurst } from './qosTwoBurst.ts';
import { queueLimit } from './queueLimit.ts';
import { restartAmidReadings } from './restartAmidReadings.ts';
import { sessionExpiry } from './sessionExpiry.ts';
import { silentSubscriber } from './silentSubscriber.ts';
import { sleepingSubscriber } from './sleepingSubscriber.ts';
import { type WaitingBatch, waitingMessages } from './waitingMessages.ts';
import { willDelivery } from './willDelivery.ts';

const NEVER = 0xffff_ffff;
const HOUR_MS = 3_600_000;
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

const MANY_WAIT: WaitingBatch = {
  name: 'open',
  messages: 1_000,
  qos: 2,
  payloadBytes: 10_000,
  lifetimeSeconds: 3_600,
  afterMs: HOUR_MS,
  everyMs: 0,
};

const ends: Readonly<Record<string, readonly Scenario[]>> = {
  pingPong: [
    pingPong({ protocolVersion: '3.1.1', reconnectAfterMs: 1, lastsMs: 1_000, distinctIds: false }),
    pingPong({ protocolVersion: '5.0', reconnectAfterMs: HOUR_MS, lastsMs: HOUR_MS, distinctIds: true }),
  ],
  keepAliveLimit: [
    keepAliveLimit({ protocolVersion: '3.1.1', keepAliveSeconds: 0, longestSeconds: 0, lastsMs: 1_000 }),
    keepAliveLimit({ protocolVersion: '5.0', keepAliveSeconds: 65_535, longestSeconds: 65_535, lastsMs: HOUR_MS }),
  ],
  bufferOutage: [
    bufferOutage({
      everyMs: 10,
      outageSeconds: 9,
      buffer: { place: 'rtc', slots: 1, whenFull: 'refuse', drainEveryMs: 0 },
      phaseMs: 0,
      settleMs: 0,
    }),
    bufferOutage({
      everyMs: HOUR_MS,
      outageSeconds: 150_000,
      buffer: { place: 'flash', slots: 10_000, whenFull: 'dropOldest', drainEveryMs: 60_000 },
      phaseMs: 3_500_000,
      settleMs: HOUR_MS,
    }),
  ],
  deadLink: [
    deadLinkOnBroker({ keepAliveSeconds: 5, publishEveryMs: 1_000, startsAtMs: 0, pulledAfterMs: 3_000 }),
    deadLinkOnBroker({
      library: 'mqttJs',
      protocolVersion: '5.0',
      keepAliveSeconds: 3_600,
      publishEveryMs: HOUR_MS,
      qos: 2,
      willDelaySeconds: 3_600,
      startsAtMs: 60_000,
      pulledAfterMs: 3 * HOUR_MS,
    }),
  ],
  connectionLimit: [
    connectionLimit({ protocolVersion: '3.1.1', limit: 1, oneLeaves: true }),
    connectionLimit({ protocolVersion: '5.0', limit: 40, oneLeaves: true }),
  ],
  queueLimit: [
    queueLimit({ protocolVersion: '3.1.1', queueLimit: 0, messages: 1, subscriberIs: 'away', inFlightLimit: 1 }),
    queueLimit({ protocolVersion: '5.0', queueLimit: 10_000, messages: 5_000, subscriberIs: 'silent', inFlightLimit: 65_535 }),
  ],
  qosTwoBurst: [
    qosTwoBurst({ protocolVersion: '3.1.1', messages: 1, window: 1, inFlight: 0 }),
    qosTwoBurst({ protocolVersion: '3.1.1', messages: 1_000, window: 1, inFlight: 1 }),
    qosTwoBurst({ protocolVersion: '5.0', messages: 1_000, window: 1_000, inFlight: 65_535 }),
  ],
  waitingMessages: [
    waitingMessages({ queuedMessages: 0, inFlight: 0, valveIs: 'silent', batches: [], awayMs: 0 }),
    waitingMessages({
      protocolVersion: '5.0',
      queuedMessages: 65_535,
      queuedBytes: 1_000_000_000,
      inFlight: 65_535,
      persistentClientExpiration: '1d',
      subscriptionQos: 2,
      sessionExpirySeconds: 0,
      batches: [MANY_WAIT],
      awayMs: 47 * HOUR_MS,
    }),
  ],
  messageExpiry: [
    messageExpiry({ subscriberVersion: '3.1.1', lifetimesSeconds: [1], awayMs: 0 }),
    messageExpiry({ subscriberVersion: '5.0', lifetimesSeconds: times(100, 3_600), awayMs: HOUR_MS }),
  ],
  expiredMessagesKeepPlace: [
    expiredMessagesKeepPlace({ subscriberVersion: '3.1.1', queueLimit: 0, stale: 1, fresh: 1, lifetimeSeconds: 1 }),
    expiredMessagesKeepPlace({ subscriberVersion: '5.0', queueLimit: 10_000, stale: 1_000, fresh: 1_000, lifetimeSeconds: 3_600 }),
  ],
  sessionExpiry: [
    sessionExpiry({ expirySeconds: 0, absencesMs: [] }),
    sessionExpiry({ expirySeconds: 3_600, absencesMs: times(40, HOUR_MS) }),
  ],
  expiryLeftOut: [expiryLeftOut({ protocolVersion: '5.0', expirySeconds: NEVER, cleanStart: true, ends: 'disconnect' })],
  expiryAtDisconnect: [expiryAtDisconnect({ atConnectSeconds: NEVER, atDisconnectSeconds: NEVER })],
  cleanSessionSequence: [
    cleanSessionSequence({ cleanStarts: [true] }),
    cleanSessionSequence({ protocolVersion: '5.0', cleanStarts: times(100, false), sessionExpirySeconds: NEVER }),
  ],
  effectiveQos: [
    effectiveQos({ protocolVersion: '3.1.1', upgradeOutgoingQos: false, messages: 1 }),
    effectiveQos({ protocolVersion: '5.0', upgradeOutgoingQos: true, messages: 500 }),
  ],
  qosChance: [
    qosChance({ protocolVersion: '3.1.1', upgradeOutgoingQos: false, lossRatio: 0, seed: 0 }),
    qosChance({ protocolVersion: '5.0', upgradeOutgoingQos: true, lossRatio: 0.25, seed: NEVER }),
  ],
  qosMatrix: [
    qosMatrix({ protocolVersion: '3.1.1', upgradeOutgoingQos: false, publisherCut: 'publish', readerCut: 'complete' }),
    qosMatrix({ protocolVersion: '5.0', upgradeOutgoingQos: true, publisherCut: 'complete', readerCut: 'publish' }),
  ],
  sleepingSubscriber: [
    sleepingSubscriber({ protocolVersion: '3.1.1', qos: 0, queueQos0Messages: false }),
    sleepingSubscriber({ protocolVersion: '5.0', qos: 2, queueQos0Messages: true }),
  ],
  silentSubscriber: [
    silentSubscriber({ protocolVersion: '3.1.1', silentSeconds: 1 }),
    silentSubscriber({ protocolVersion: '5.0', silentSeconds: 80 }),
  ],
  emergencyStop: [
    emergencyStop({ protocolVersion: '3.1.1', story: 'keptSession', delayMs: 1 }),
    emergencyStop({ protocolVersion: '5.0', story: 'newSessionAfterPubrel', delayMs: 100 }),
  ],
  orphans: [
    orphans({ protocolVersion: '3.1.1', clientIds: 'stable', starts: 1, messages: 0, payloadBytes: 4, hexDigits: 1, seed: 0 }),
    orphans({
      protocolVersion: '5.0',
      clientIds: 'random',
      starts: 1_000,
      messages: 1_000,
      payloadBytes: 10_000,
      sessionExpirySeconds: NEVER,
    }),
  ],
  orphanExpiry: [
    orphanExpiry({ protocolVersion: '3.1.1', persistentClientExpiration: null, awayHours: 0.01 }),
    orphanExpiry({ protocolVersion: '5.0', persistentClientExpiration: '1y', sessionExpirySeconds: NEVER, awayHours: 47 }),
  ],
  brokerRestart: [
    brokerRestart({ protocolVersion: '3.1.1', persistence: false, end: 'kill', autosaveInterval: 0, runsOnSeconds: 1 }),
    brokerRestart({
      protocolVersion: '5.0',
      persistence: true,
      end: 'saveThenKill',
      autosaveInterval: 86_400,
      runsOnSeconds: 86_400,
    }),
  ],
  restartAmidReadings: [
    restartAmidReadings({ persistence: false, autosaveInterval: 0, end: 'kill', readings: 1 }),
    restartAmidReadings({
      protocolVersion: '5.0',
      autosaveInterval: 86_400,
      autosaveOnChanges: true,
      end: 'saveThenKill',
      signalAfter: 500,
      beganWithCleanStart: true,
      readings: 500,
    }),
  ],
  willDelivery: [
    willDelivery({ keepAliveSeconds: 0, backAfterSeconds: 1, willQos: 0 }),
    willDelivery({
      protocolVersion: '5.0',
      ending: 'disconnectWithWill',
      keepAliveSeconds: 3_600,
      backAfterSeconds: 3_600,
      sessionExpirySeconds: 3_600,
      willDelaySeconds: 3_600,
      willQos: 2,
      willRetain: true,
    }),
  ],
  frozenClient: [
    frozenClient({ protocolVersion: '3.1.1', keepAliveSeconds: 0, connectsAtMs: 0, lastsSeconds: 1, pingsAfterSeconds: 1 }),
    frozenClient({
      protocolVersion: '5.0',
      keepAliveSeconds: 10_000,
      connectsAtMs: 60_000,
      lastsSeconds: 86_400,
      pingsAfterSeconds: 86_400,
    }),
  ],
  memoryPerSession: [
    memoryPerSession({ protocolVersion: '3.1.1', sessions: 1, subscriptionsEach: 0, messagesEach: 0, payloadBytes: 3 }),
    memoryPerSession({ protocolVersion: '5.0', sessions: 1_000, subscriptionsEach: 20, messagesEach: 15, payloadBytes: 1_000 }),
  ],
  accessList: [accessList({ protocolVersion: '3.1.1', qos: 0, accessList: '' }), accessList({ protocolVersion: '5.0', qos: 2 })],
  mosquittoSubReconnect: [
    mosquittoSubReconnect({ keepsSession: false, sessionExpirySeconds: 0 }),
    mosquittoSubReconnect({ keepsSession: true, sessionExpirySeconds: NEVER }),
  ],
};

it.each(Object.entries(ends))('%s can be run with every setting at the ends of its range', (_, scenarios) => {
  for (const scenario of scenarios) expect(checkScenario(scenario)).toEqual([]);
});

it('what only 5.0 can say is a problem with its place in 3.1.1', () => {
  const scenario = expiryLeftOut({ protocolVersion: '3.1.1', expirySeconds: 300, cleanStart: false, ends: 'drop' });
  expect(checkScenario(scenario).map(({ path }) => path)).toEqual(['script.0', 'script.3']);
});
