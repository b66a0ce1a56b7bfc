// PubSubClient, the usual library of Arduino sketches: 3.1.1, publishes at QoS 0, keeps nothing, comes back only when the sketch says so.
import type { ClientHabits } from './habits.ts';

const ALWAYS_CLEAN = { first: true, again: true } as const;

export const pubSubClient: ClientHabits = {
  name: 'PubSubClient',
  version: '2.8.0',
  protocolVersions: ['3.1.1'],
  publishQos: 0,
  subscribeQos: 1,
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  sessionExpirySeconds: () => null,
  receiveMaximum: null,
  keepAliveSeconds: 15,
  clientId: { make: () => '', keepsAssigned: false },
  reconnectWaitMs: null,
  comesBack: { afterRefusal: false, afterFailedStart: false },
  resubscribes: 'never',
  pingAfterShare: 1,
  pingAnswerShare: 1,
  pingCountsFrom: 'silence',
  tcpTimeoutMs: 3_000,
  connackTimeoutMs: 15_000,
  outbox: {
    keepsOffline: { 0: false, 1: false, 2: false },
    resendsOnReconnect: 'never',
    keptGoOut: 'oneByOne',
    marksDuplicates: false,
    resendsAfterMs: null,
    expiresAfterMs: null,
    inFlightLimit: null,
    honoursReceiveMaximum: false,
  },
  largestPacketBytes: 256,
  facts: [],
};
