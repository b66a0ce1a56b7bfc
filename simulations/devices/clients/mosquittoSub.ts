// mosquitto_sub, the subscriber on the command line that comes with Mosquitto.
import type { ClientHabits } from './habits.ts';

const ALWAYS_CLEAN = { first: true, again: true } as const;
const NEVER_ENDS = 0xffff_ffff;

export const mosquittoSub: ClientHabits = {
  name: 'mosquitto_sub',
  version: '2.0.21',
  protocolVersions: ['3.1.1', '5.0'],
  publishQos: 0,
  subscribeQos: 2,
  cleanStart: { '3.1.1': ALWAYS_CLEAN, '5.0': ALWAYS_CLEAN },
  sessionExpirySeconds: (cleanStart) => (cleanStart ? null : NEVER_ENDS),
  receiveMaximum: 20,
  keepAliveSeconds: 60,
  clientId: { make: () => '', keepsAssigned: true },
  reconnectWaitMs: () => 1_000,
  comesBack: { afterRefusal: false, afterFailedStart: false },
  resubscribes: 'everyConnection',
  pingAfterShare: 1,
  pingAnswerShare: 1,
  pingCountsFrom: 'silence',
  tcpTimeoutMs: 127_000,
  connackTimeoutMs: 60_000,
  outbox: {
    keepsOffline: { 0: false, 1: false, 2: false },
    resendsOnReconnect: 'never',
    keptGoOut: 'oneByOne',
    marksDuplicates: true,
    resendsAfterMs: null,
    expiresAfterMs: null,
    inFlightLimit: 20,
    honoursReceiveMaximum: true,
  },
  largestPacketBytes: null,
  facts: [],
};
