// MQTT.js, for Node and browsers.
import type { RandomStream } from '../../engine/random.ts';
import type { ClientHabits } from './habits.ts';

const ALWAYS_CLEAN = { first: true, again: true } as const;
const ID_DIGITS = 8;

export const mqttJs: ClientHabits = {
  name: 'MQTT.js',
  version: '5.16.0',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 2,
  subscribeQos: 2,
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  keepAliveSeconds: 60,
  clientId: { make: (chance) => `mqttjs_${hexDigits(chance)}`, keepsAssigned: false },
  reconnectWaitMs: () => 1_000,
  comesBack: { afterRefusal: false, afterFailedStart: true },
  resubscribes: 'withoutSession',
  pingAfterShare: 1,
  pingAnswerShare: 0.5,
  pingCountsFrom: 'answers',
  tcpTimeoutMs: 30_000,
  connackTimeoutMs: 30_000,
  outbox: {
    keepsOffline: { 0: true, 1: true, 2: true },
    resendsOnReconnect: 'always',
    keptGoOut: 'oneByOne',
    marksDuplicates: false,
    resendsAfterMs: null,
    expiresAfterMs: null,
    inFlightLimit: null,
    honoursReceiveMaximum: false,
  },
  largestPacketBytes: null,
  facts: [],
};

function hexDigits(chance: RandomStream): string {
  return Array.from({ length: ID_DIGITS }, () => Math.floor(chance.next() * 16).toString(16)).join('');
}
